import { Button, Group, Kbd, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLive } from '../../live/useLive';
import { texts } from '../../texts';
import { announce } from '../../ui/announce';
import { Face } from '../../ui/Face';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { standupQuery } from '../queries';
import type { Standup } from '../types';
import classes from './StandupPage.module.css';
import { StepView } from './StepView';

const t = texts.standup;

/** Walks the board from right to left, one card at a time, for everybody in the room. */
export function StandupPage() {
  const { boardId } = useParams({ from: '/shell/boards/$boardId/standup' });
  const query = useQuery(standupQuery(boardId));
  useLive(`/api/board/boards/${boardId}/events`, (event) => {
    if (event.name !== 'heartbeat') {
      void query.refetch();
    }
  });
  return (
    <div className={classes.page}>
      <QueryState query={query}>{(standup) => <Walk standup={standup} boardId={boardId} />}</QueryState>
    </div>
  );
}

function Walk({ standup, boardId }: { standup: Standup; boardId: string }) {
  const [cardId, setCardId] = useState(standup.walk[0]?.cardId);
  const navigate = useNavigate();
  const found = standup.walk.findIndex((step) => step.cardId === cardId);
  const at = Math.max(found, 0);
  const step = standup.walk[at];
  const names = new Map(standup.people.map((one) => [one.personId, one.name ?? '']));
  useEffect(() => {
    document.title = `${t.title} · ${texts.frame.product}`;
    const go = (by: number) => {
      const next = standup.walk[Math.max(0, Math.min(standup.walk.length - 1, at + by))];
      if (next) {
        setCardId(next.cardId);
        announce(`${next.key} ${next.title}. ${t.reasons[next.reason]}`);
      }
    };
    const onKey = (event: KeyboardEvent) => {
      const isButton = event.target instanceof HTMLElement && event.target.closest('a, button') !== null;
      if (event.key === 'ArrowRight' || event.key === 'ArrowDown' || (event.key === ' ' && !isButton)) {
        event.preventDefault();
        go(1);
      } else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') {
        event.preventDefault();
        go(-1);
      } else if (event.key === 'Escape') {
        void navigate({ to: '/boards/$boardId', params: { boardId } });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [standup.walk, at, boardId, navigate]);
  return (
    <>
      <Group justify="space-between" className={classes.head ?? ''}>
        <Title order={1} size="h3">
          {t.title}
        </Title>
        <Group gap="sm">
          <Text size="sm" c="dimmed" visibleFrom="sm">
            <Kbd>←</Kbd> <Kbd>→</Kbd> {t.hint}
          </Text>
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/boards/$boardId" params={{ boardId }} {...props} />}
          >
            {t.end}
          </Button>
        </Group>
      </Group>
      <div className={classes.columns}>
        <section className={classes.stage} aria-live="polite">
          {step ? (
            <StepView step={step} boardId={boardId} names={names} count={t.step(at + 1, standup.walk.length)} />
          ) : (
            <EmptyState title={t.nothing} />
          )}
        </section>
        <aside className={classes.aside}>
          <Title order={2} size="sm">
            {t.walk}
          </Title>
          <ol className={classes.walk}>
            {standup.walk.map((one) => (
              <li key={one.cardId}>
                <button
                  type="button"
                  className={classes.stop}
                  data-reason={one.reason}
                  aria-current={one === step ? 'step' : undefined}
                  onClick={() => setCardId(one.cardId)}
                >
                  <span className={classes.stopKey}>{one.key}</span>
                  <span className={classes.stopTitle}>{one.title}</span>
                </button>
              </li>
            ))}
          </ol>
          <Title order={2} size="sm" mt="md">
            {t.free}
          </Title>
          <Group gap="xs" mt="xs">
            {standup.people
              .filter((one) => one.free > 0)
              .map((one) => (
                <Group key={one.personId} gap={4}>
                  <Face id={one.personId} name={one.name ?? ''} size={26} />
                  <Text size="sm">×{one.free}</Text>
                </Group>
              ))}
          </Group>
        </aside>
      </div>
    </>
  );
}
