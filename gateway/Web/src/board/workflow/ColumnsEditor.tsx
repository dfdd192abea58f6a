import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Table, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { type ColumnDraft, newKey } from './draft';

const t = texts.workflow;
type Kind = NonNullable<ColumnDraft['kind']>;
const KINDS = (['Committed', 'InProgress', 'Done'] as Kind[]).map((value) => ({
  value,
  label: texts.words.kind[value],
}));

interface ColumnsEditorProps {
  columns: ColumnDraft[];
  onChange: (columns: ColumnDraft[]) => void;
}

export function ColumnsEditor({ columns, onChange }: ColumnsEditorProps) {
  const replace = (at: number, part: Partial<ColumnDraft>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const shift = (at: number, by: number) => {
    const next = [...columns];
    const [moved] = next.splice(at, 1);
    if (moved) {
      next.splice(at + by, 0, moved);
    }
    onChange(next);
  };
  const add = () => {
    const column: ColumnDraft = {
      key: newKey(),
      name: '',
      kind: 'InProgress',
      wipLimit: 3,
      isQueue: false,
      isGate: false,
    };
    const done = columns.findIndex((one) => one.kind === 'Done');
    onChange(columns.toSpliced(done < 0 ? columns.length : done, 0, column));
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
      <Table miw={860} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {[t.name, t.kind, t.limit, t.queue, t.gate, t.policy, ''].map((name) => (
              <Table.Th key={name}>{name || <span className="visually-hidden">{texts.common.edit}</span>}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, index) => (
            <Line
              key={column.key}
              column={column}
              onChange={(part) => replace(index, part)}
              onUp={index > 0 ? () => shift(index, -1) : undefined}
              onDown={index < columns.length - 1 ? () => shift(index, 1) : undefined}
              onRemove={() => onChange(columns.filter((one) => one !== column))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

interface LineProps {
  column: ColumnDraft;
  onChange: (part: Partial<ColumnDraft>) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
}

function Line({ column, onChange, onUp, onDown, onRemove }: LineProps) {
  const name = column.name ?? '';
  const labelled = (label: string) => ({ 'aria-label': `${label}: ${name}` });
  return (
    <Table.Tr>
      <Table.Td miw={150}>
        <TextInput
          {...labelled(t.name)}
          value={name}
          required
          maxLength={60}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td w={140}>
        <Select
          {...labelled(t.kind)}
          data={KINDS}
          value={column.kind ?? null}
          allowDeselect={false}
          onChange={(kind) => onChange({ kind: kind as Kind })}
        />
      </Table.Td>
      <Table.Td w={90}>
        <NumberInput
          {...labelled(t.limit)}
          min={1}
          allowDecimal={false}
          value={column.wipLimit ?? ''}
          onChange={(value) => onChange({ wipLimit: value === '' ? null : Number(value) })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          {...labelled(t.queue)}
          checked={column.isQueue ?? false}
          onChange={(event) => onChange({ isQueue: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          {...labelled(t.gate)}
          checked={column.isGate ?? false}
          onChange={(event) => onChange({ isGate: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          {...labelled(t.policy)}
          value={column.entryPolicy ?? ''}
          maxLength={1000}
          onChange={(event) => onChange({ entryPolicy: event.currentTarget.value || null })}
        />
      </Table.Td>
      <Table.Td w={104}>
        <Group gap={0} wrap="nowrap">
          <ActionIcon aria-label={t.moveLeft(name)} disabled={!onUp} onClick={onUp}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t.moveRight(name)} disabled={!onDown} onClick={onDown}>
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t.removeColumn(name)} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
