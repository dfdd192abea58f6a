import { Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { ColumnLine } from './ColumnLine';
import { type ColumnDraft, newKey, type WorkflowDraft, withHalf, withoutColumn } from './draft';
import type { ErrorAt } from './errorsAt';
import { Reason } from './Reason';

const t = texts.workflow;
const HEADS = [t.name, t.kind, t.limit, t.queue, t.split, t.gate, t.policy, ''];

interface ColumnsEditorProps {
  draft: WorkflowDraft;
  onChange: (part: Partial<WorkflowDraft>) => void;
  errorAt: ErrorAt;
}

export function ColumnsEditor({ draft, onChange, errorAt }: ColumnsEditorProps) {
  const { columns } = draft;
  const replace = (at: number, part: Partial<ColumnDraft>) =>
    onChange({ columns: columns.map((column, index) => (index === at ? { ...column, ...part } : column)) });
  const shift = (at: number, by: number) => {
    const moved = columns[at];
    if (moved) {
      onChange({ columns: columns.toSpliced(at, 1).toSpliced(at + by, 0, moved) });
    }
  };
  const add = () => {
    const column: ColumnDraft = {
      key: newKey(),
      id: null,
      name: '',
      kind: 'InProgress',
      wipLimit: 3,
      isQueue: false,
      isGate: false,
      entryPolicy: null,
      halfOf: null,
    };
    const done = columns.findIndex((one) => one.kind === 'Done');
    onChange({ columns: columns.toSpliced(done < 0 ? columns.length : done, 0, column) });
  };
  return (
    <Panel
      title={t.columns}
      note={t.columnsNote}
      isFlush
      actions={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {t.addColumn}
        </Button>
      }
    >
      <Table miw={920} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {HEADS.map((name) => (
              <Table.Th key={name}>{name || <span className="visually-hidden">{texts.common.edit}</span>}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, index) => (
            <ColumnLine
              key={column.key}
              column={column}
              isSplit={columns.some((one) => one.halfOf === column.key)}
              errorOf={(field) => errorAt(`columns[${index}].${field}`)}
              onChange={(part) => replace(index, part)}
              onSplit={() => onChange({ columns: withHalf(columns, column, t.doneHalf) })}
              onUp={index > 0 ? () => shift(index, -1) : undefined}
              onDown={index < columns.length - 1 ? () => shift(index, 1) : undefined}
              onRemove={() => onChange(withoutColumn(draft, column))}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Reason text={errorAt('columns')} />
    </Panel>
  );
}
