import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { formatDays, formatPercent } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { useBoardScope } from '../BoardContext';
import type { Card } from '../types';
import { Section } from './Section';
import classes from './Waste.module.css';

const t = texts.card;
/** The service counts time in tenths of microseconds. */
const TICKS_A_DAY = 864e9;
const A_MINUTE = 60_000;

type Causes = { class: string; ticks: number }[];

/** The account of one card: found among the few that were finished in the same minute. */
async function causesOf(boardId: string, cardId: string, finishedAt: string): Promise<Causes> {
  const end = new Date(finishedAt).getTime();
  const window = { from: new Date(end - A_MINUTE).toISOString(), to: new Date(end + A_MINUTE).toISOString() };
  let cursor: string | undefined;
  for (;;) {
    const query = { ...window, of: 'Finished' as const, limit: 200, ...(cursor ? { cursor } : {}) };
    const params = { path: { boardId }, query };
    const page = await dataOf(api.board.GET('/board/boards/{boardId}/metrics/items', { params }));
    const found = page.items.find((item) => item.cardId === cardId);
    if (found || !page.next) {
      return found?.causes ?? [];
    }
    cursor = page.next;
  }
}

/** Each moment of a finished card's time has one cause: that it was worked on, or what it waited for. */
export function Waste({ card }: { card: Card }) {
  const { boardId } = useBoardScope();
  const { id, finishedAt } = card;
  const query = useQuery({
    queryKey: ['waste', boardId, id, finishedAt],
    queryFn: () => causesOf(boardId, id, finishedAt ?? ''),
    enabled: finishedAt != null,
  });
  if (card.abandonedAt != null) {
    return null;
  }
  return (
    <Section title={t.waste}>
      {finishedAt == null ? (
        <Note text={t.wasteOpen} />
      ) : (
        <QueryState query={query}>{(causes) => <Account causes={causes} />}</QueryState>
      )}
    </Section>
  );
}

function Note({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}

function Account({ causes }: { causes: Causes }) {
  const sums = new Map<string, number>();
  for (const cause of causes) {
    sums.set(cause.class, (sums.get(cause.class) ?? 0) + cause.ticks);
  }
  const all = [...sums.values()].reduce((sum, ticks) => sum + ticks, 0);
  if (all === 0) {
    return <Note text={t.wasteNone} />;
  }
  const lines = [...sums].sort((a, b) => b[1] - a[1]);
  return (
    <>
      <Note text={`${t.wasteLead} ${t.efficiency}: ${formatPercent((sums.get('Active') ?? 0) / all)}`} />
      <div className={classes.bar} aria-hidden>
        {lines.map(([cause, ticks]) => (
          <span key={cause} data-cause={cause} style={{ flexGrow: ticks }} />
        ))}
      </div>
      <dl className={classes.lines}>
        {lines.map(([cause, ticks]) => (
          <div key={cause} className={classes.line}>
            <dt data-cause={cause}>{t.causes[cause] ?? cause}</dt>
            <dd>
              {formatDays(ticks / TICKS_A_DAY)}, {formatPercent(ticks / all)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
