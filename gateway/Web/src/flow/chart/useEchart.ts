import { useEffect, useRef } from 'react';
import { type EChartsCoreOption, type EChartsType, init } from './echarts';

/** What a click may mean: a point that was hit, or else a place between the axes. */
export interface Hits {
  onPoint?: (series: number, index: number) => void;
  onPlace?: (x: number, y: number) => void;
}

const IN_GRID = { xAxisIndex: 0, yAxisIndex: 0 };

function listen(chart: EChartsType, hits: { current: Hits }): void {
  chart.on('click', ({ seriesIndex, dataIndex, componentType }) => {
    if (componentType === 'series' && seriesIndex !== undefined) {
      hits.current.onPoint?.(seriesIndex, dataIndex);
    }
  });
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    const place = [offsetX, offsetY];
    if (hits.current.onPlace && chart.containPixel({ gridIndex: 0 }, place)) {
      const [x = 0, y = 0] = chart.convertFromPixel(IN_GRID, place) as number[];
      hits.current.onPlace(x, y);
    }
  });
}

/** Draws the option whenever it changes, and leaves on the browser's own timeline how long it took until it was seen. */
function draw(chart: EChartsType, name: string, option: EChartsCoreOption): void {
  const start = performance.now();
  const finished = () => {
    chart.off('finished', finished);
    performance.measure(`flow:${name}`, { start, end: performance.now() });
  };
  chart.on('finished', finished);
  chart.setOption(option, { notMerge: true });
}

/** A canvas that follows its option and its place on the page. */
export function useEchart(name: string, option: EChartsCoreOption, hits: Hits) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef(hits);
  latest.current = hits;
  useEffect(() => {
    const element = place.current;
    if (!element) {
      return;
    }
    const made = init(element, null, { renderer: 'canvas' });
    chart.current = made;
    listen(made, latest);
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (chart.current) {
      draw(chart.current, name, option);
    }
  }, [name, option]);
  return { place, chart };
}

/** Where a value is drawn, in pixels of the chart. */
export function pixelOf(chart: EChartsType, x: number | string, y: number): { left: number; top: number } {
  const [left = 0, top = 0] = chart.convertToPixel(IN_GRID, [x, y] as number[]) as number[];
  return { left, top };
}
