import { Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { boardsQuery } from '../board/queries';
import { texts } from '../texts';
import { STEPS } from './steps';
import classes from './Tour.module.css';
import { tourStore } from './tourStore';

const t = texts.tour;

/** Walks through the screens, beside them: everything can be tried while it is there. */
export function Tour() {
  const { step } = useSyncExternalStore(tourStore.subscribe, tourStore.read);
  const navigate = useNavigate();
  const client = useQueryClient();
  const shown = step === null ? undefined : STEPS[step];
  if (step === null || !shown) {
    return null;
  }
  /** What is told of a board is shown on one, where there is any. */
  const placeOf = async (next: number): Promise<string> => {
    const to = STEPS[next]?.to ?? '/my-work';
    const boards = to === '/boards' ? await client.ensureQueryData(boardsQuery()).catch(() => null) : null;
    const [first] = boards?.items ?? [];
    return first ? `/boards/${first.id}` : to;
  };
  const go = (next: number) => {
    tourStore.go(next);
    void placeOf(next).then((to) => navigate({ to }));
  };
  return (
    <section className={classes.tour} aria-label={t.title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="sm">
          {shown.title}
        </Title>
        <CloseButton size="sm" aria-label={t.end} onClick={() => tourStore.end()} />
      </Group>
      <Text size="sm" aria-live="polite">
        {shown.text}
      </Text>
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed">
          {texts.common.of(step + 1, STEPS.length)}
        </Text>
        <Group gap="xs">
          {step > 0 && (
            <Button size="xs" variant="default" onClick={() => go(step - 1)}>
              {t.back}
            </Button>
          )}
          <Button size="xs" onClick={() => (step + 1 < STEPS.length ? go(step + 1) : tourStore.end())}>
            {step + 1 < STEPS.length ? t.next : t.end}
          </Button>
        </Group>
      </Group>
    </section>
  );
}
