import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { formatPercent, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { CategoryShares } from '../capacity/CategoryShares';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Figures } from '../chart/Figures';
import { formatLength } from '../model/length';
import { categoriesQuery, debtQuery } from '../queries';
import type { DebtFlow } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.categories;
/** A quarter of the capacity that went elsewhere is worth a word. */
const NOTABLE = 0.25;

export default function Categories() {
  const { scope } = useFlow();
  const shares = useQuery(categoriesQuery(scope));
  const debt = useQuery(debtQuery(scope));
  return (
    <>
      <QueryState query={shares} skeleton={<ChartSkeleton />}>
        {(answer) => {
          const { allocationDeviation: deviation, categories } = answer;
          const starved = [...categories].sort((one, other) => other.longestWithoutEntry - one.longestWithoutEntry)[0];
          const waited = [...categories].sort(
            (one, other) => (other.longestWaitDays ?? 0) - (one.longestWaitDays ?? 0),
          )[0];
          return (
            <>
              <Figures
                figures={[
                  {
                    name: t.deviation,
                    value: deviation == null ? '–' : formatPercent(deviation),
                    note: deviation == null ? t.noTarget : t.deviationNote,
                    tone: deviation != null && deviation > NOTABLE ? 'warn' : undefined,
                    measure: 'allocation',
                  },
                  { name: t.replenishments, value: formatWhole(answer.replenishments), measure: 'starvation' },
                  {
                    name: t.longestWait,
                    value: waited?.longestWaitDays == null ? '–' : formatLength(waited.longestWaitDays),
                    note: waited?.longestWaitDays == null ? '' : texts.words.category[waited.category],
                    measure: 'starvation',
                  },
                  {
                    name: t.withoutEntry,
                    value: formatWhole(starved?.longestWithoutEntry ?? 0),
                    note:
                      starved && starved.longestWithoutEntry > 0 ? texts.words.category[starved.category] : t.inARow,
                    measure: 'starvation',
                  },
                ]}
              />
              <CategoryShares answer={answer} />
            </>
          );
        }}
      </QueryState>
      <QueryState query={debt}>{(answer) => <Debt answer={answer} />}</QueryState>
    </>
  );
}

/** Technical debt: what came, what left, and what lies there. */
function Debt({ answer }: { answer: DebtFlow }) {
  const { openItems } = useFlow();
  const category = 'TechnicalDebt' as const;
  return (
    <section aria-label={t.debt}>
      <h2 className="visually-hidden">{t.debt}</h2>
      <Figures
        figures={[
          {
            name: t.debtIn,
            value: formatWhole(answer.in),
            measure: 'debt',
            open: () => openItems({ title: t.debtIn, of: 'Committed', category }),
          },
          {
            name: t.debtOut,
            value: formatWhole(answer.out),
            measure: 'debt',
            open: () => openItems({ title: t.debtOut, of: 'Finished', category }),
          },
          {
            name: t.paydown,
            value: formatWhole(answer.netPaydown),
            note: answer.netPaydown < 0 ? t.debtGrows : t.debtShrinks,
            tone: answer.netPaydown < 0 ? 'warn' : 'good',
            measure: 'debt',
          },
          {
            name: t.stock,
            value: formatWhole(answer.stock),
            note: answer.stockAge.p50Days == null ? '' : t.stockAge(formatLength(answer.stockAge.p50Days)),
            measure: 'debt',
            open: () => openItems({ title: t.stock, of: 'OnBoard', category }),
          },
        ]}
      />
    </section>
  );
}
