import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { EmptyState, ErrorState } from '../ui/states';

export function ScreenError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={texts.errors.screenTitle}>
      <ErrorState error={error} onRetry={again} />
      <Group>
        <Button variant="default" onClick={() => window.location.reload()}>
          {texts.errors.reload}
        </Button>
      </Group>
    </Page>
  );
}

export function NotFoundScreen() {
  return (
    <Page title={texts.errors.notFoundTitle}>
      <EmptyState
        title={texts.errors.notFoundTitle}
        action={
          <Button component={Link} to="/my-work">
            {texts.errors.home}
          </Button>
        }
      >
        {texts.errors.notFoundDetail}
      </EmptyState>
    </Page>
  );
}
