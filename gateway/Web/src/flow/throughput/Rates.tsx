import { texts } from '../../texts';
import { DAY, formatNumber, formatWhole } from '../../ui/format';
import { Figures } from '../chart/Figures';
import type { Throughput } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.throughput;

/** What came in, was agreed on and left, as rates: only together they say whether work piles up. */
export function Rates({ answer }: { answer: Throughput }) {
  const { openItems } = useFlow();
  const days = (Date.parse(answer.window.to) - Date.parse(answer.window.from)) / DAY;
  const rate = (count: number) => t.perWeek(formatNumber((count / days) * 7));
  const of = (name: string, count: number, set: 'Accepted' | 'Committed' | 'Finished') => ({
    name,
    value: formatWhole(count),
    note: rate(count),
    measure: 'rates' as const,
    open: () => openItems({ title: name, of: set }),
    openLabel: t.openFigure(name, count),
  });
  return (
    <Figures
      figures={[
        of(t.arrived, answer.arrived, 'Accepted'),
        of(t.committed, answer.committed, 'Committed'),
        of(t.finished, answer.total, 'Finished'),
        {
          name: t.netFlow,
          value: answer.netFlow == null ? '–' : formatNumber(answer.netFlow),
          note: answer.netFlow == null ? t.noCommitment : answer.netFlow < 0.95 ? t.pilesUp : t.keepsPace,
          tone: answer.netFlow != null && answer.netFlow < 0.95 ? 'warn' : undefined,
          measure: 'rates' as const,
        },
      ]}
    />
  );
}
