import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatWhole } from '../../ui/format';
import { causeColour, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { weeksOf } from '../model/throughput';
import { byClass } from '../model/waste';
import {
  agingQuery,
  blockedQuery,
  categoriesQuery,
  cycleTimeQuery,
  efficiencyQuery,
  serviceLevelsQuery,
  throughputQuery,
  wipQuery,
} from '../queries';
import { useFlow } from '../useFlow';
import { ShareMeter, Spark, Tile } from './Tile';

const t = texts.flow.overview;
const orDash = (value: number | null | undefined, write: (value: number) => string) =>
  value == null ? '–' : write(value);

export function ThroughputTile() {
  const query = useQuery(throughputQuery(useFlow().scope));
  return (
    <Tile name={t.throughput} view="throughput" query={query}>
      {(answer) => ({
        value: t.perWeek(formatNumber(answer.perDay * 7)),
        note: t.finished(answer.total),
        picture: <Spark values={weeksOf(answer.days).map((week) => week.finished)} />,
      })}
    </Tile>
  );
}

export function WipTile() {
  const query = useQuery(wipQuery(useFlow().scope));
  return (
    <Tile name={t.wip} view="wip" query={query}>
      {(answer) => ({
        value: formatWhole(answer.atEnd),
        note: t.average(formatNumber(answer.average)),
        picture: <Spark values={answer.days.map((day) => day.wip)} />,
      })}
    </Tile>
  );
}

export function CycleTimeTile() {
  // The percentiles are all that is shown: no item is asked for.
  const query = useQuery(cycleTimeQuery(useFlow().scope, 0));
  return (
    <Tile name={t.cycleTime} view="cycle-time" query={query}>
      {({ cycleTime }) => ({
        value: orDash(cycleTime.p85Days, formatLength),
        note: cycleTime.tooFew ? t.tooFew(cycleTime.count) : t.half(orDash(cycleTime.p50Days, formatLength)),
      })}
    </Tile>
  );
}

export function ExpectationTile() {
  const query = useQuery(serviceLevelsQuery(useFlow().scope));
  return (
    <Tile name={t.expectation} view="cycle-time" query={query}>
      {({ expectations }) => {
        const one = expectations.find((level) => !level.category && !level.classOfService) ?? expectations[0];
        return {
          value: orDash(one?.attained, formatPercent),
          note: one ? t.promised(formatLength(one.days), formatPercent(one.probability)) : t.noExpectation,
          tone: one?.attained == null ? undefined : one.attained >= one.probability ? 'good' : 'danger',
        };
      }}
    </Tile>
  );
}

export function AgingTile() {
  const query = useQuery(agingQuery(useFlow().scope));
  return (
    <Tile name={t.oldest} view="aging" query={query}>
      {({ columns }) => {
        const items = columns.flatMap((column) => column.items);
        const oldest = items.reduce((most, item) => Math.max(most, item.ageDays), 0);
        return { value: items.length === 0 ? '–' : formatLength(oldest), note: t.inProgress(items.length) };
      }}
    </Tile>
  );
}

export function EfficiencyTile() {
  const query = useQuery(efficiencyQuery(useFlow().scope));
  const colours = useColours();
  return (
    <Tile name={t.efficiency} view="waste" query={query}>
      {(answer) => ({
        value: orDash(answer.efficiency, formatPercent),
        note: t.waste(orDash(answer.wastePerItemDays, formatLength)),
        picture: (
          <ShareMeter
            parts={byClass(answer.causes).map((one) => ({ share: one.share, colour: causeColour(colours, one.class) }))}
          />
        ),
      })}
    </Tile>
  );
}

export function BlockedTile() {
  const query = useQuery(blockedQuery(useFlow().scope));
  return (
    <Tile name={t.blocked} view="blocked" query={query}>
      {(answer) => ({ value: orDash(answer.rate, formatPercent), note: t.blockedFor(formatLength(answer.days)) })}
    </Tile>
  );
}

export function CategoriesTile() {
  const query = useQuery(categoriesQuery(useFlow().scope));
  const colours = useColours();
  return (
    <Tile name={t.deviation} view="categories" query={query}>
      {(answer) => ({
        value: orDash(answer.allocationDeviation, formatPercent),
        note: answer.allocationDeviation == null ? t.noAllocation : t.fromAllocation,
        picture: (
          <ShareMeter
            parts={answer.categories.map((one) => ({ share: one.share ?? 0, colour: colours[one.category] }))}
          />
        ),
      })}
    </Tile>
  );
}
