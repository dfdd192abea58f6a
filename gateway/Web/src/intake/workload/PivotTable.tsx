import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { formatWhole } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { behind, type PivotRow, pivot, type Side } from '../model/pivot';
import type { Workload } from '../types';
import classes from './Bars.module.css';

const t = texts.workload;
const NAMES: Record<Side, string> = { customer: t.byCustomer, category: t.byCategory, practice: t.byPractice };

interface PivotTableProps {
  workload: Workload;
  side: Side;
  onSide: (side: Side) => void;
  instant: string | undefined;
}

/** Open work by a side and age; each number opens the requests behind it. */
export function PivotTable({ workload, side, onSide, instant }: PivotTableProps) {
  const rows = pivot(workload, side);
  const most = Math.max(1, ...rows.flatMap((row) => row.cells));
  const heaviest = Math.max(1, ...rows.map((row) => row.total));
  return (
    <Panel
      title={t.table(NAMES[side])}
      note={t.tableNote}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t.by}
          data={Object.entries(NAMES).map(([value, label]) => ({ value, label }))}
          value={side}
          onChange={(value) => onSide(value as Side)}
        />
      }
      isFlush
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{NAMES[side]}</th>
            {workload.ageBands.map((band) => (
              <th key={band.name} scope="col">
                {t.ages[band.name] ?? band.name}
              </th>
            ))}
            <th scope="col">{t.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <Stack row={row} heaviest={heaviest} />
              </th>
              {workload.ageBands.map((band, index) => (
                <Cell
                  key={band.name}
                  open={row.cells[index] ?? 0}
                  heat={(row.cells[index] ?? 0) / most}
                  label={t.cell(row.name, t.ages[band.name] ?? band.name, row.cells[index] ?? 0)}
                  search={behind(instant, band, { side, id: row.id })}
                />
              ))}
              <Cell
                isTotal
                open={row.total}
                heat={0}
                label={t.cell(row.name, t.total, row.total)}
                search={behind(instant, undefined, { side, id: row.id })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** The row as a bar in the picture of the whole, its parts by age. */
function Stack({ row, heaviest }: { row: PivotRow; heaviest: number }) {
  return (
    <span className={classes.stack} aria-hidden>
      {row.cells.map((open, index) => (
        <span
          key={index}
          className={classes.part}
          style={{ '--share': `${(open / heaviest) * 100}%`, '--age': index } as React.CSSProperties}
        />
      ))}
    </span>
  );
}

interface CellProps {
  open: number;
  heat: number;
  label: string;
  search: ReturnType<typeof behind>;
  isTotal?: boolean;
}

function Cell({ open, heat, label, search, isTotal }: CellProps) {
  return (
    <td className={classes.cell} data-total={isTotal || undefined} style={{ '--heat': heat } as React.CSSProperties}>
      {open === 0 ? (
        <span className={classes.zero}>0</span>
      ) : (
        <Link to="/requests" search={search} aria-label={label}>
          {formatWhole(open)}
        </Link>
      )}
    </td>
  );
}
