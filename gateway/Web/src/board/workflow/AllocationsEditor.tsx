import { NumberInput, Table } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { CATEGORIES, type Category } from '../types';
import type { WorkflowDraft } from './draft';

const t = texts.workflow;
type Allocations = WorkflowDraft['allocations'];

/** A floor and a ceiling for each category in progress: what makes room for the less urgent, equally important work. */
export function AllocationsEditor(props: { allocations: Allocations; onChange: (allocations: Allocations) => void }) {
  const { allocations, onChange } = props;
  const isThis = (category: Category) => (one: Allocations[number]) =>
    one.category === category && (one.within ?? 'InProgress') === 'InProgress';
  const set = (category: Category, part: { floor?: number; ceiling?: number | null }) => {
    const known = allocations.find(isThis(category));
    const next = { ...(known ?? { within: 'InProgress' as const, category, floor: 0, ceiling: null }), ...part };
    const others = allocations.filter((one) => one !== known);
    onChange((next.floor ?? 0) === 0 && next.ceiling == null ? others : [...others, next]);
  };
  return (
    <Panel title={t.allocations} note={t.allocationsNote} isFlush>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.card.category}</Table.Th>
            <Table.Th>{t.floor}</Table.Th>
            <Table.Th>{t.ceiling}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {CATEGORIES.map((category) => {
            const known = allocations.find(isThis(category));
            const name = texts.words.category[category];
            return (
              <Table.Tr key={category}>
                <Table.Td>{name}</Table.Td>
                <Table.Td w={160}>
                  <NumberInput
                    aria-label={`${t.floor}: ${name}`}
                    min={0}
                    allowDecimal={false}
                    value={known?.floor ?? 0}
                    onChange={(value) => set(category, { floor: Number(value) })}
                  />
                </Table.Td>
                <Table.Td w={160}>
                  <NumberInput
                    aria-label={`${t.ceiling}: ${name}`}
                    min={1}
                    allowDecimal={false}
                    value={known?.ceiling ?? ''}
                    onChange={(value) => set(category, { ceiling: value === '' ? null : Number(value) })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
