import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { formatDays, formatPercent } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import type { Card } from '../types';
import { Section } from './Section';
import classes from './Waste.module.css';

const t = texts.card;
/** The service counts time in tenths of microseconds. */
const TICKS_A_DAY = 864e9;

type Causes = { class: string; ticks: number }[];

/** Each moment of a card's time has one cause: that it was worked on, or what it waited for. An open one's goes on. */
export function Waste({ card }: { card: Card }) {
  const { id: cardId, version } = card;
  const query = useQuery({
    queryKey: ['card', cardId, 'waste', version],
    queryFn: () => dataOf(api.board.GET('/board/cards/{cardId}/waste', { params: { path: { cardId } } })),
  });
  const isOpen = card.finishedAt == null && card.abandonedAt == null;
  return (
    <Section title={t.waste}>
      <QueryState query={query}>
        {({ causes }) => <Account causes={causes} lead={isOpen ? t.wasteOpen : t.wasteLead} />}
      </QueryState>
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

function Account({ causes, lead }: { causes: Causes; lead: string }) {
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
      <Note text={`${lead} ${t.efficiency}: ${formatPercent((sums.get('Active') ?? 0) / all)}`} />
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
