import { texts } from '../../texts';
import type { ChartData, DataColumn } from '../model/csv';
import type { FlowItem } from '../types';

const t = texts.flow.items.columns;
const TICKS = 864_000_000_000;
const DAY = 86_400_000;

const daysBetween = (from: string | null | undefined, to: string | null | undefined): number | null =>
  from && to ? (Date.parse(to) - Date.parse(from)) / DAY : null;

export const leadDays = (item: FlowItem): number | null => daysBetween(item.committedAt, item.finishedAt);

const CAUSES = ['Active', 'Queue', 'Blocked', 'WaitingForPerson', 'WaitingForApproval', 'Reopened'] as const;

const causeDays = (item: FlowItem, cause: string): number =>
  item.causes.filter((one) => one.class === cause).reduce((sum, one) => sum + one.ticks, 0) / TICKS;

const columns: DataColumn<FlowItem>[] = [
  { name: t.key, value: (item) => item.key },
  { name: t.category, value: (item) => item.category },
  { name: t.class, value: (item) => item.classOfService },
  { name: t.accepted, value: (item) => item.acceptedAt },
  { name: t.committed, value: (item) => item.committedAt },
  { name: t.started, value: (item) => item.startedAt },
  { name: t.finished, value: (item) => item.finishedAt },
  { name: t.lead, value: leadDays, isNumber: true },
  { name: t.cycle, value: (item) => daysBetween(item.startedAt, item.finishedAt), isNumber: true },
  ...CAUSES.map((cause) => ({
    name: texts.flow.causeDays(texts.flow.causes[cause] ?? cause),
    value: (item: FlowItem) => causeDays(item, cause),
    isNumber: true,
  })),
];

/** The items behind a figure as they are exported: instants and their account in days. */
export const itemData = (rows: readonly FlowItem[]): ChartData<FlowItem> => ({ rows, columns });
