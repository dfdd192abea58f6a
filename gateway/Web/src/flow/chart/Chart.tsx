import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from 'react';
import { texts } from '../../texts';
import classes from './Chart.module.css';
import type { EChartsCoreOption, EChartsType } from './echarts';
import { type Hits, pixelOf, useEchart } from './useEchart';

const t = texts.flow.chart;

/** A place on a chart that the keyboard stops at. */
export interface Stop {
  x: number | string;
  y: number;
  text: string;
  open?: (() => void) | undefined;
}

/** Made when they are reached: a scatter has thousands. */
export interface Stops {
  count: number;
  at: (index: number) => Stop;
}

export interface Drawing extends Hits {
  option: EChartsCoreOption;
  height?: number;
  stops?: Stops | undefined;
}

export interface ChartHandle {
  canvas: () => HTMLCanvasElement | undefined;
}

interface ChartProps extends Drawing {
  /** Names the chart on the browser's timeline. */
  name: string;
  label: string;
  ref?: Ref<ChartHandle>;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A chart on a canvas; arrow keys go from point to point, and Enter opens one, as a click does. */
export function Chart({ name, label, option, height = 320, stops, ref, ...hits }: ChartProps) {
  const { place, chart } = useEchart(name, option, hits);
  const [at, setAt] = useState<number | null>(null);
  useImperativeHandle(ref, () => ({ canvas: () => canvasOf(chart.current) }));
  const stop = stops && at !== null && at < stops.count ? stops.at(at) : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step && stops && stops.count > 0) {
      event.preventDefault();
      // The latest point is where one begins to look.
      const next = at === null && event.key !== 'Home' ? stops.count - 1 : step(at ?? 0, stops.count);
      setAt(Math.max(0, Math.min(stops.count - 1, next)));
    } else if (event.key === 'Enter' && stop?.open) {
      event.preventDefault();
      stop.open();
    } else if (event.key === 'Escape') {
      setAt(null);
    }
  };
  const point = stop && chart.current ? pixelOf(chart.current, stop.x, stop.y) : null;
  return (
    <div className={classes.frame}>
      <div
        ref={place}
        className={classes.chart}
        style={{ height }}
        role="application"
        aria-roledescription={t.role}
        aria-label={`${label} ${stops ? t.keys : ''}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its points are reached by the arrow keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
      />
      {point && <span className={classes.ring} style={point} data-ring aria-hidden />}
      <output className={point ? classes.callout : 'visually-hidden'} style={point ? calloutAt(point) : {}}>
        {stop?.text}
      </output>
    </div>
  );
}

/** Above the point, and turned inward near an edge. */
function calloutAt({ left, top }: { left: number; top: number }) {
  return { left, top, transform: `translate(${left < 120 ? '0' : '-50%'}, calc(-100% - 12px))` };
}

/** On the ground of the page, and sharp enough to be printed. */
function canvasOf(chart: EChartsType | null): HTMLCanvasElement | undefined {
  const surface = getComputedStyle(document.documentElement).getPropertyValue('--fp-surface').trim();
  return chart?.renderToCanvas({ pixelRatio: 2, backgroundColor: surface });
}
