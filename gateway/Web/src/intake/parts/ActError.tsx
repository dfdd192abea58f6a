import { Alert, Text } from '@mantine/core';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/states';

/** A refusal in a dialog. Where somebody else was faster, it says what to do, not which version was seen. */
export function ActError({ error, stale }: { error: unknown; stale: { title: string; detail: string } }) {
  if (error instanceof Problem && error.status === 412) {
    return (
      <Alert role="alert" color="orange" variant="light" title={stale.title}>
        <Text size="sm">{stale.detail}</Text>
      </Alert>
    );
  }
  if (error instanceof Problem && error.status === 404) {
    return (
      <Alert role="alert" color="red" variant="light" title={texts.errors.notFoundTitle}>
        <Text size="sm">{texts.errors.notFoundDetail}</Text>
      </Alert>
    );
  }
  return <ErrorState error={error} />;
}
