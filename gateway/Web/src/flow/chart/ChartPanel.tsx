import { SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { texts } from '../../texts';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { EmptyState } from '../../ui/states';
import type { ChartData } from '../model/csv';
import { useFlow } from '../useFlow';
import { Chart, type ChartHandle, type Drawing } from './Chart';
import { DataTable } from './DataTable';
import { Definition, type MeasureName } from './Definition';
import { ExportMenu } from './ExportMenu';
import { Legend, type LegendEntry } from './Legend';
import { Tools } from './Tools';

const t = texts.flow.chart;

interface ChartPanelProps<T> {
  /** Names the files and the place on the browser's timeline. */
  name: string;
  title: string;
  measure: MeasureName;
  /** What the chart shows, in a sentence or two: for everybody, and all that some can read. */
  summary: ReactNode;
  drawing: Drawing;
  data: ChartData<T>;
  legend?: LegendEntry[];
  /** In place of a chart that would be empty: what will be here, and what makes it come. */
  empty?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A chart with what belongs to it: summary, legend, the same as a table, its definition, export. */
export function ChartPanel<T>(props: ChartPanelProps<T>) {
  const { name, title, measure, summary, drawing, data, legend, empty, actions, children } = props;
  const { days, zone } = useFlow();
  const [form, setForm] = useState('chart');
  const handle = useRef<ChartHandle>(null);
  const isEmpty = data.rows.length === 0;
  const tools = (
    <Tools>
      {actions}
      <Definition of={measure} />
      {!isEmpty && (
        <>
          <SegmentedControl
            size="xs"
            value={form}
            onChange={setForm}
            aria-label={t.form(title)}
            data={[
              { value: 'chart', label: t.chart },
              { value: 'table', label: t.table },
            ]}
          />
          <ExportMenu name={name} data={data} canvas={form === 'chart' ? () => handle.current?.canvas() : null} />
        </>
      )}
    </Tools>
  );
  return (
    <Panel title={title} actions={tools}>
      {isEmpty ? (
        <EmptyState title={t.nothing}>{empty ?? t.nothingLead}</EmptyState>
      ) : (
        <Stack gap="sm">
          <Text size="sm" component="div">
            {summary}
          </Text>
          {legend && <Legend entries={legend} />}
          {form === 'chart' ? (
            <Chart ref={handle} name={name} label={`${title}.`} {...drawing} />
          ) : (
            <DataTable data={data} caption={title} />
          )}
          {children}
          <Text size="xs" c="dimmed">
            {t.range(formatDate(days.from), formatDate(days.to), zone)}
          </Text>
        </Stack>
      )}
    </Panel>
  );
}
