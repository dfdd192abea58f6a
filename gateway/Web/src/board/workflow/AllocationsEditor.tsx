import { NumberInput, Table } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { CATEGORIES, type Category } from '../types';
import type { AllocationDraft, Within, WorkflowDraft } from './draft';
import type { ErrorAt } from './errorsAt';
import { Reason } from './Reason';

const t = texts.workflow;
type Field = 'floor' | 'ceiling' | 'share';

const FIELDS: Record<Within, { field: Field; label: string; min: number }[]> = {
  Committed: [
    { field: 'floor', label: t.floor, min: 0 },
    { field: 'ceiling', label: t.ceiling, min: 0 },
    { field: 'share', label: t.slotShare, min: 1 },
  ],
  InProgress: [
    { field: 'floor', label: t.floor, min: 0 },
    { field: 'ceiling', label: t.ceiling, min: 0 },
  ],
};

interface AllocationsEditorProps {
  within: Within;
  allocations: AllocationDraft[];
  onChange: (part: Partial<WorkflowDraft>) => void;
  errorAt: ErrorAt;
}

/** Floors and ceilings of each category: what makes room for the less urgent, equally important work. */
export function AllocationsEditor({ within, allocations, onChange, errorAt }: AllocationsEditorProps) {
  const fields = FIELDS[within];
  const set = (category: Category, part: Partial<AllocationDraft>) => {
    const at = allocations.findIndex((one) => one.category === category && one.within === within);
    const next = { within, category, floor: 0, ceiling: null, share: null, ...allocations[at], ...part };
    const isEmpty = next.floor === 0 && next.ceiling == null && next.share == null;
    const place = at < 0 ? allocations.length : at;
    onChange({ allocations: allocations.toSpliced(place, 1, ...(isEmpty ? [] : [next])) });
  };
  return (
    <Panel title={t.allocations[within]} note={t.allocationsNote[within]} isFlush>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.card.category}</Table.Th>
            {fields.map(({ field, label }) => (
              <Table.Th key={field}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {CATEGORIES.map((category) => {
            const at = allocations.findIndex((one) => one.category === category && one.within === within);
            const name = texts.words.category[category];
            return (
              <Table.Tr key={category}>
                <Table.Td>{name}</Table.Td>
                {fields.map(({ field, label, min }) => (
                  <Table.Td key={field} miw={90} w={130}>
                    <NumberInput
                      aria-label={`${label}: ${name}`}
                      min={min}
                      {...(field === 'share' ? { max: 100, suffix: ' %' } : {})}
                      allowDecimal={false}
                      value={allocations[at]?.[field] ?? (field === 'floor' ? 0 : '')}
                      error={at < 0 ? undefined : errorAt(`allocations[${at}].${field}`)}
                      onChange={(value) =>
                        set(category, { [field]: value === '' ? (field === 'floor' ? 0 : null) : Number(value) })
                      }
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Reason text={errorAt(`allocations[${within}]`)} />
    </Panel>
  );
}
