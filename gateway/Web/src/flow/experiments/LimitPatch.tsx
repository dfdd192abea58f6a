import { Fieldset, NumberInput, SimpleGrid, Text } from '@mantine/core';
import type { Workflow } from '../../board/types';
import { texts } from '../../texts';

const t = texts.flow.experiments;

interface LimitPatchProps {
  workflow: Workflow;
  limits: Record<string, number | null>;
  onChange: (limits: Record<string, number | null>) => void;
}

/** The limits that are tried; the rest of the policy stays as it is. */
export function LimitPatch({ workflow, limits, onChange }: LimitPatchProps) {
  const columns = workflow.columns.filter((column) => column.kind !== 'Done');
  return (
    <Fieldset legend={t.tryLimits}>
      <Text size="xs" c="dimmed" mb="xs">
        {t.tryLimitsNote}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        {columns.map((column) => {
          const tried = limits[column.name];
          return (
            <NumberInput
              key={column.id}
              label={column.name}
              placeholder={texts.flow.simulator.noLimit}
              min={1}
              max={1000}
              allowDecimal={false}
              value={(tried === undefined ? column.wipLimit : tried) ?? ''}
              onChange={(value) => onChange({ ...limits, [column.name]: value === '' ? null : Number(value) })}
            />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  );
}
