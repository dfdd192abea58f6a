import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Figures } from '../chart/Figures';
import { causeColour, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { byClass, remainderOf, sortedCauses } from '../model/waste';
import { efficiencyQuery } from '../queries';
import type { Cause, FlowEfficiency, TimeClass } from '../types';
import { useFlow } from '../useFlow';
import { CauseRows } from '../waste/CauseRows';
import classes from '../waste/Waste.module.css';
import { wasteOption } from '../waste/wasteOption';

const t = texts.flow.waste;

export default function Waste() {
  const { scope } = useFlow();
  const query = useQuery(efficiencyQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Totals answer={answer} />
          <Account answer={answer} />
        </>
      )}
    </QueryState>
  );
}

function Totals({ answer }: { answer: FlowEfficiency }) {
  const { openItems } = useFlow();
  return (
    <Figures
      figures={[
        {
          name: t.items,
          value: formatWhole(answer.items),
          note: t.itemsNote,
          measure: 'waste',
          open: () => openItems({ title: t.items, of: 'Finished' }),
          openLabel: t.openItems(answer.items),
        },
        {
          name: t.wastePerItem,
          value: answer.wastePerItemDays == null ? '–' : formatLength(answer.wastePerItemDays),
          note: t.wasteNote,
          measure: 'waste',
        },
        {
          name: t.efficiency,
          value: answer.efficiency == null ? '–' : formatPercent(answer.efficiency),
          note: t.efficiencyNote,
          measure: 'efficiency',
        },
        {
          name: t.agreement,
          value: answer.items === 0 ? '–' : formatLength(answer.waitingForAgreementDays / answer.items),
          note: t.agreementNote,
          measure: 'waitingForAgreement',
        },
      ]}
    />
  );
}

/** Every tick of lead time has one cause, so the causes add up to it; each opens to its items. */
function Account({ answer }: { answer: FlowEfficiency }) {
  const colours = useColours();
  const { openItems } = useFlow();
  const causes = useMemo(() => sortedCauses(answer.causes), [answer]);
  const groups = useMemo(() => byClass(answer.causes), [answer]);
  const option = useMemo(() => wasteOption(causes, colours), [causes, colours]);
  const open = (cause: Cause | undefined) => {
    if (cause) {
      const title = t.itemsWith(cause.reason ? `${nameOf(cause)}, ${reasonOf(cause)}` : nameOf(cause));
      // A reason is one of blockers alone.
      const which = cause.reason ? { reason: cause.reason } : {};
      openItems({ title, of: cause.reason ? 'Blocked' : 'Finished', cause: cause.class as TimeClass, ...which });
    }
  };
  const worst = groups.filter((group) => group.class !== 'Active').sort((one, other) => other.ticks - one.ticks)[0];
  const lead = answer.causes.reduce((sum, cause) => sum + cause.days, 0);
  return (
    <ChartPanel
      name="waste"
      title={t.title}
      measure="waste"
      summary={worst ? t.summary(texts.flow.causes[worst.class] ?? worst.class, formatPercent(worst.share)) : ''}
      legend={groups.map((group) => ({
        name: texts.flow.causes[group.class] ?? group.class,
        colour: causeColour(colours, group.class),
        note: formatPercent(group.share),
      }))}
      empty={t.empty}
      data={{
        rows: causes,
        columns: [
          { name: t.cause, value: (row) => row.class, show: (row) => texts.flow.causes[row.class] ?? row.class },
          { name: t.reason, value: (row) => row.reason, show: (row) => reasonOf(row) },
          { name: t.ticks, value: (row) => row.ticks, show: (row) => formatWhole(row.ticks), isNumber: true },
          { name: t.days, value: (row) => row.days, show: (row) => formatNumber(row.days), isNumber: true },
          { name: t.share, value: (row) => row.share, show: (row) => formatPercent(row.share), isNumber: true },
        ],
        open,
      }}
      drawing={{
        option,
        height: 96,
        onPoint: (series) => open(causes[series]),
        stops: { count: causes.length, at: (index) => stopOf(causes, index, open) },
      }}
    >
      <CauseRows causes={causes} onOpen={open} />
      <p className={classes.proof}>
        <IconCircleCheck size={16} aria-hidden />
        {remainderOf(answer) === 0 ? t.addsUp(formatNumber(lead)) : t.differs(formatWhole(remainderOf(answer)))}
      </p>
    </ChartPanel>
  );
}

const words = texts.words.blocker as Record<string, string>;
const reasonOf = ({ reason }: Cause): string => (reason ? (words[reason] ?? reason) : '–');

const nameOf = (cause: Cause): string => texts.flow.causes[cause.class] ?? cause.class;

function stopOf(causes: readonly Cause[], index: number, open: (cause: Cause) => void) {
  const cause = causes[index] as Cause;
  const before = causes.slice(0, index).reduce((sum, one) => sum + one.share, 0);
  const reason = cause.reason ? ` (${reasonOf(cause)})` : '';
  const text = `${nameOf(cause)}${reason}: ${formatPercent(cause.share)}, ${formatLength(cause.days)}`;
  return { x: before + cause.share / 2, y: 0, text, open: () => open(cause) };
}
