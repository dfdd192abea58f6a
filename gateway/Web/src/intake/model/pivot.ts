import { texts } from '../../texts';
import type { Workload } from '../types';
import { filterFrom, type RequestFilter } from './filter';

export type Side = 'customer' | 'category' | 'practice';

export interface PivotRow {
  id: string;
  name: string;
  /** As many as there are age bands. */
  cells: number[];
  total: number;
}

/** Open work by one side and age, the heaviest row first. */
export function pivot(workload: Workload, side: Side): PivotRow[] {
  const rows = new Map<string, PivotRow>();
  const bands = workload.ageBands.map((band) => band.name);
  const names = new Map(workload.byCustomer.map((one) => [one.id ?? '', one.name]));
  for (const cell of workload.cells) {
    const id = side === 'customer' ? cell.customerId : side === 'category' ? cell.category : cell.practice;
    const row = rows.get(id) ?? { id, name: nameOf(id, side, names), cells: bands.map(() => 0), total: 0 };
    const band = bands.indexOf(cell.age);
    row.cells[band] = (row.cells[band] ?? 0) + cell.open;
    row.total += cell.open;
    rows.set(id, row);
  }
  return [...rows.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
}

function nameOf(id: string, side: Side, customers: ReadonlyMap<string, string>): string {
  if (side === 'customer') {
    return customers.get(id) ?? texts.request.unknownCustomer;
  }
  const names: Record<string, string> = side === 'category' ? texts.words.category : texts.request.practice;
  return names[id] ?? id;
}

/** Every cell by itself, as a table for a file. */
export function tableOf(workload: Workload): (string | number)[][] {
  const customers = new Map(workload.byCustomer.map((one) => [one.id ?? '', one.name]));
  const words = texts.workload;
  return [
    [words.asOf, words.byCustomer, words.byCategory, words.byPractice, words.age, words.open],
    ...workload.cells.map((cell) => [
      workload.asOf,
      nameOf(cell.customerId, 'customer', customers),
      nameOf(cell.category, 'category', customers),
      nameOf(cell.practice, 'practice', customers),
      words.ages[cell.age] ?? cell.age,
      cell.open,
    ]),
  ];
}

type Band = Workload['ageBands'][number];

/** The requests behind a figure, as the list of requests is asked for them. */
export function behind(instant: string | undefined, band?: Band, row?: { side: Side; id: string }): RequestFilter {
  return filterFrom({
    mine: false,
    ...(instant ? { openAt: instant } : { status: 'Open' }),
    from: band?.submittedFrom,
    before: band?.submittedBefore,
    ...(row ? { [row.side]: row.id } : {}),
  });
}

export interface Change {
  kind: 'grows' | 'shrinks' | 'steady';
  by: number;
}

/** Whether the pile grows. Less than a tenth of a request a week is neither. */
export function changeOf({ arrivalsPerWeek, departuresPerWeek }: Workload['timeToClear']): Change {
  const by = arrivalsPerWeek - departuresPerWeek;
  return Math.abs(by) < 0.1 ? { kind: 'steady', by: 0 } : { kind: by > 0 ? 'grows' : 'shrinks', by: Math.abs(by) };
}
