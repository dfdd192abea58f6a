import { ActionIcon, Checkbox, Group, NumberInput, Select, Table, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCornerDownRight, IconTrash } from '@tabler/icons-react';
import { texts } from '../../texts';
import { type ColumnDraft, isActive } from './draft';
import type { ErrorAt } from './errorsAt';

const t = texts.workflow;
const KINDS = (['Committed', 'InProgress', 'Done'] as const).map((value) => ({
  value,
  label: texts.words.kind[value],
}));

interface ColumnLineProps {
  column: ColumnDraft;
  isSplit: boolean;
  errorOf: ErrorAt;
  onChange: (part: Partial<ColumnDraft>) => void;
  onSplit: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
}

/** One column of the definition. The done half of a split column has no limit, gate or kind of its own. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, isSplit, errorOf, onChange, onSplit } = props;
  const { name } = column;
  const isHalf = column.halfOf !== null;
  const labelled = (label: string) => ({ 'aria-label': `${label}: ${name}` });
  return (
    <Table.Tr>
      <Table.Td miw={160}>
        <TextInput
          {...labelled(t.name)}
          {...(isHalf ? { leftSection: <IconCornerDownRight size={15} /> } : {})}
          value={name}
          required
          maxLength={60}
          error={errorOf('name') ?? errorOf('doneOf')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </Table.Td>
      {isHalf ? (
        <Table.Td colSpan={5}>
          <Text size="sm" c="dimmed">
            {t.halfNote}
          </Text>
        </Table.Td>
      ) : (
        <Own column={column} isSplit={isSplit} errorOf={errorOf} onChange={onChange} onSplit={onSplit} />
      )}
      <Table.Td>
        <TextInput
          {...labelled(t.policy)}
          value={column.entryPolicy ?? ''}
          maxLength={1000}
          error={errorOf('entryPolicy')}
          onChange={(event) => onChange({ entryPolicy: event.currentTarget.value || null })}
        />
      </Table.Td>
      <Table.Td w={104}>
        <Acts {...props} />
      </Table.Td>
    </Table.Tr>
  );
}

type OwnProps = Pick<ColumnLineProps, 'column' | 'isSplit' | 'errorOf' | 'onChange' | 'onSplit'>;

function Own({ column, isSplit, errorOf, onChange, onSplit }: OwnProps) {
  const labelled = (label: string) => ({ 'aria-label': `${label}: ${column.name}` });
  return (
    <>
      <Table.Td miw={150}>
        <Select
          {...labelled(t.kind)}
          data={KINDS}
          value={column.kind}
          allowDeselect={false}
          error={errorOf('kind')}
          onChange={(kind) => kind && onChange({ kind })}
        />
      </Table.Td>
      <Table.Td w={100}>
        <NumberInput
          {...labelled(t.limit)}
          min={1}
          allowDecimal={false}
          disabled={column.kind === 'Done' && column.wipLimit == null}
          value={column.wipLimit ?? ''}
          error={errorOf('wipLimit')}
          onChange={(value) => onChange({ wipLimit: value === '' ? null : Number(value) })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          {...labelled(t.queue)}
          checked={column.isQueue}
          disabled={isSplit}
          onChange={(event) => onChange({ isQueue: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox {...labelled(t.split)} checked={isSplit} disabled={!isActive(column)} onChange={onSplit} />
      </Table.Td>
      <Table.Td>
        <Checkbox
          {...labelled(t.gate)}
          checked={column.isGate}
          error={errorOf('isGate')}
          onChange={(event) => onChange({ isGate: event.currentTarget.checked })}
        />
      </Table.Td>
    </>
  );
}

function Acts({ column, onUp, onDown, onRemove }: ColumnLineProps) {
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon aria-label={t.moveLeft(column.name)} disabled={!onUp} onClick={onUp}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon aria-label={t.moveRight(column.name)} disabled={!onDown} onClick={onDown}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon aria-label={t.removeColumn(column.name)} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
