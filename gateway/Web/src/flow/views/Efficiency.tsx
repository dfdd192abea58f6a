import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { formatPercent, formatWhole } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Definition } from '../chart/Definition';
import { ExportMenu } from '../chart/ExportMenu';
import { Figures } from '../chart/Figures';
import { Legend } from '../chart/Legend';
import { Tools } from '../chart/Tools';
import { causeColour, useColours } from '../chart/useColours';
import type { ChartData } from '../model/csv';
import { formatLength } from '../model/length';
import { byClass, TICKS_PER_DAY } from '../model/waste';
import { efficiencyQuery } from '../queries';
import type { FlowEfficiency, ItemAccount } from '../types';
import { useFlow } from '../useFlow';
import { ItemStrips } from '../waste/ItemStrips';

const t = texts.flow.efficiency;

export default function Efficiency() {
  const { scope } = useFlow();
  const query = useQuery(efficiencyQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Ratios answer={answer} />
          <Lives answer={answer} />
        </>
      )}
    </QueryState>
  );
}

/** A ratio of sums; the mean of the items' own ratios is another figure, and has its own name. */
function Ratios({ answer }: { answer: FlowEfficiency }) {
  const { openItems } = useFlow();
  const active = answer.causes.filter((one) => one.class === 'Active').reduce((sum, one) => sum + one.days, 0);
  return (
    <Figures
      figures={[
        {
          name: t.efficiency,
          value: answer.efficiency == null ? '–' : formatPercent(answer.efficiency),
          note: t.ratioOfSums(formatLength(active), formatLength(answer.leadTimeTicks / TICKS_PER_DAY)),
          measure: 'efficiency',
          open: () => openItems({ title: t.efficiency, of: 'Finished' }),
          openLabel: t.openItems(answer.items),
        },
        {
          name: t.mean,
          value: answer.meanOfRatios == null ? '–' : formatPercent(answer.meanOfRatios),
          note: t.meanNote,
          measure: 'meanOfRatios',
        },
        { name: t.items, value: formatWhole(answer.items), note: t.itemsNote, measure: 'efficiency' },
      ]}
    />
  );
}

const accounts = (rows: readonly ItemAccount[]): ChartData<ItemAccount> => ({
  rows,
  columns: [
    { name: t.key, value: (row) => row.key },
    { name: t.leadTime, value: (row) => row.leadTimeTicks / TICKS_PER_DAY, isNumber: true },
    { name: t.efficiency, value: (row) => row.efficiency, isNumber: true },
  ],
});

/** Each item's life as a strip: where it was worked on, and where it waited. */
function Lives({ answer }: { answer: FlowEfficiency }) {
  const colours = useColours();
  const latest = [...answer.accounts].reverse();
  return (
    <Panel
      title={t.lives}
      note={t.livesNote(latest.length)}
      actions={
        <Tools>
          <Definition of="efficiency" />
          {latest.length > 0 && <ExportMenu name="flow-efficiency" data={accounts(latest)} />}
        </Tools>
      }
    >
      {latest.length === 0 ? (
        <EmptyState title={texts.flow.chart.nothing}>{t.empty}</EmptyState>
      ) : (
        <Stack gap="sm">
          <Legend
            entries={byClass(answer.causes).map((group) => ({
              name: texts.flow.causes[group.class] ?? group.class,
              colour: causeColour(colours, group.class),
              note: formatPercent(group.share),
            }))}
          />
          <ItemStrips accounts={latest} />
          <Text size="xs" c="dimmed">
            {t.scale}
          </Text>
        </Stack>
      )}
    </Panel>
  );
}
