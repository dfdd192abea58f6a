import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Figures } from '../chart/Figures';
import { useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { blockedQuery } from '../queries';
import type { BlockedTime } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.blocked;
const words = texts.words.blocker as Record<string, string>;
type Reason = BlockedTime['reasons'][number];
const nameOf = ({ reason }: Reason): string => words[reason] ?? reason;

export default function Blocked() {
  const { scope } = useFlow();
  const query = useQuery(blockedQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Totals answer={answer} />
          <Reasons answer={answer} />
        </>
      )}
    </QueryState>
  );
}

function Totals({ answer }: { answer: BlockedTime }) {
  const { openItems } = useFlow();
  return (
    <Figures
      figures={[
        {
          name: t.ever,
          value: formatWhole(answer.everBlocked),
          note: t.ofFinished(answer.finished),
          measure: 'blocked',
          open: () => openItems({ title: t.ever, of: 'Blocked' }),
          openLabel: t.openEver(answer.everBlocked),
        },
        { name: t.rate, value: answer.rate == null ? '–' : formatPercent(answer.rate), measure: 'blocked' },
        { name: t.total, value: formatLength(answer.days), note: t.union, measure: 'blocked' },
        {
          name: t.perItem,
          value: answer.finished === 0 ? '–' : formatLength(answer.days / answer.finished),
          note: t.perFinished,
          measure: 'blocked',
        },
      ]}
    />
  );
}

function Reasons({ answer }: { answer: BlockedTime }) {
  const colours = useColours();
  const { openItems } = useFlow();
  const reasons = useMemo(() => [...answer.reasons].sort((one, other) => other.ticks - one.ticks), [answer]);
  const option = useMemo(
    () =>
      barOption(
        reasons.map((reason) => ({
          name: nameOf(reason),
          value: reason.days,
          colour: colours.Blocked,
          lines: [
            { name: t.days, value: formatLength(reason.days) },
            { name: t.items, value: formatWhole(reason.items) },
            { name: t.spells, value: formatWhole(reason.spells) },
          ],
        })),
        t.axis,
        colours,
        t.hint,
      ),
    [reasons, colours],
  );
  const open = (reason: Reason | undefined) =>
    reason && openItems({ title: t.blockedBy(nameOf(reason)), of: 'Blocked', reason: reason.reason });
  const length = (days: number | null | undefined) => (days == null ? texts.flow.sle.tooFew : formatLength(days));
  return (
    <ChartPanel
      name="blocked"
      title={t.title}
      measure="blocked"
      summary={reasons[0] ? t.summary(nameOf(reasons[0]), formatLength(reasons[0].days), reasons[0].items) : ''}
      empty={t.empty}
      data={{
        rows: reasons,
        columns: [
          { name: t.reason, value: (row) => row.reason, show: nameOf },
          { name: t.items, value: (row) => row.items, isNumber: true },
          { name: t.spells, value: (row) => row.spells, isNumber: true },
          { name: t.days, value: (row) => row.days, show: (row) => formatNumber(row.days), isNumber: true },
          {
            name: t.median,
            value: (row) => row.lengths.p50Days,
            show: (row) => length(row.lengths.p50Days),
            isNumber: true,
          },
          {
            name: t.p85,
            value: (row) => row.lengths.p85Days,
            show: (row) => length(row.lengths.p85Days),
            isNumber: true,
          },
        ],
        open,
      }}
      drawing={{
        option,
        height: 280,
        onPoint: (_series, index) => open(reasons[index]),
        stops: {
          count: reasons.length,
          at: (index) => {
            const reason = reasons[index] as Reason;
            const text = `${nameOf(reason)}: ${formatLength(reason.days)}`;
            return { x: index, y: reason.days, text, open: () => open(reason) };
          },
        },
      }}
    />
  );
}
