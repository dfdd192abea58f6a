import { texts } from '../../texts';
import { formatNumber } from '../../ui/format';
import { base, nameAxis, valueAxis } from '../chart/axes';
import { tip, tooltip } from '../chart/tip';
import type { Colours } from '../chart/useColours';
import { formatLength } from '../model/length';
import type { Course } from '../model/simulation';

const t = texts.flow.simulator;
const TIMES = ['p50', 'p85', 'p95'] as const;
const timeOf = (course: Course, name: (typeof TIMES)[number]) => course.cycleTime[`${name}Days`] ?? null;

/** The three courses side by side at each percentile of the cycle time. */
export const simulationOption = (courses: readonly Course[], colours: Colours) => ({
  ...base(colours),
  tooltip: tooltip(colours, (given) => {
    const name = TIMES[(given as { dataIndex: number }).dataIndex] ?? 'p50';
    const lines = courses.map((course, place) => {
      const value = timeOf(course, name);
      return {
        name: t.courses[course.name],
        value: value === null ? '–' : formatLength(value),
        colour: colours.steps[place * 2] ?? colours.accent,
      };
    });
    return tip(t.figures[name], lines);
  }),
  xAxis: nameAxis(
    colours,
    TIMES.map((name) => t.figures[name]),
  ),
  yAxis: valueAxis(colours, t.axis, { min: 0 }),
  series: courses.map((course, place) => ({
    type: 'bar',
    name: t.courses[course.name],
    barMaxWidth: 46,
    itemStyle: { color: colours.steps[place * 2], borderRadius: [3, 3, 0, 0] },
    label: {
      show: true,
      position: 'top',
      color: colours.muted,
      fontSize: 11,
      formatter: ({ value }: { value: number }) => formatNumber(value),
    },
    data: TIMES.map((name) => timeOf(course, name)),
  })),
});
