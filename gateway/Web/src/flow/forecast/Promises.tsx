import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { useColours } from '../chart/useColours';
import type { ChartData } from '../model/csv';

const t = texts.flow.forecast;
/** The confidence that is promised with, unless somebody asks for another. */
const USUAL = 0.85;

/** What can be promised at a confidence: as the height of a bar, in words, and what stands below the bar. */
export interface Promised {
  confidence: number;
  height: number;
  said: string;
  below?: string;
}

interface PromisesProps<T extends Promised> {
  name: string;
  title: string;
  measure: 'howMany' | 'when';
  promises: readonly T[];
  axis: string;
  summary: (usual: T) => string;
  columns: ChartData<T>['columns'];
}

/** The surer one wants to be, the less can be promised. */
export function Promises<T extends Promised>(props: PromisesProps<T>) {
  const { name, title, measure, promises, axis, summary, columns } = props;
  const colours = useColours();
  const option = useMemo(
    () =>
      barOption(
        promises.map(({ confidence, height, said, below }) => ({
          name: below ? `${formatPercent(confidence)}\n${below}` : formatPercent(confidence),
          title: said,
          value: height,
          colour: confidence === USUAL ? colours.accent : (colours.steps[1] ?? colours.accent),
          lines: [{ name: t.confidence, value: formatPercent(confidence) }],
        })),
        axis,
        colours,
      ),
    [promises, axis, colours],
  );
  const usual = promises.find((one) => one.confidence === USUAL);
  const confidence: ChartData<T>['columns'][number] = {
    name: t.confidence,
    value: (row) => row.confidence,
    show: (row) => formatPercent(row.confidence),
    isNumber: true,
  };
  return (
    <ChartPanel
      name={name}
      title={title}
      measure={measure}
      summary={usual ? summary(usual) : ''}
      data={{ rows: promises, columns: [confidence, ...columns] }}
      drawing={{
        option,
        height: 230,
        stops: {
          count: promises.length,
          at: (index) => {
            const one = promises[index];
            return {
              x: index,
              y: one?.height ?? 0,
              text: one ? `${formatPercent(one.confidence)}: ${one.said}` : '',
            };
          },
        },
      }}
    />
  );
}
