import { Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { Workflow } from '../../board/types';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { Definition } from '../chart/Definition';

const t = texts.flow.simulator;

export interface WhatIf {
  limits: { column: string; wipLimit: number | null }[];
  people: number | null;
  personalLimit: number | null;
}

interface LimitsFormProps {
  workflow: Workflow;
  isRunning: boolean;
  onRun: (whatIf: WhatIf) => void;
}

const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value));

/** Starts from the limits in force; an empty field is no limit. */
export function LimitsForm({ workflow, isRunning, onRun }: LimitsFormProps) {
  const columns = workflow.columns.filter((column) => column.kind === 'InProgress');
  const present = columns.map((column) => ({ column: column.name, wipLimit: column.wipLimit ?? null }));
  const [limits, setLimits] = useState(present);
  const [people, setPeople] = useState<number | null>(null);
  const [personalLimit, setPersonal] = useState<number | null>(workflow.personalLimit);
  const set = (name: string, wipLimit: number | null) =>
    setLimits(limits.map((one) => (one.column === name ? { ...one, wipLimit } : one)));
  return (
    <Panel title={t.question} note={t.questionNote} actions={<Definition of="simulator" />}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onRun({ limits, people, personalLimit });
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 2, xs: 3, md: 4, lg: 6 }} spacing="sm">
            {limits.map(({ column, wipLimit }, index) => (
              <NumberInput
                key={column}
                label={column}
                description={t.now(present[index]?.wipLimit ?? null)}
                inputWrapperOrder={['label', 'input', 'description']}
                placeholder={t.noLimit}
                min={1}
                max={1000}
                allowDecimal={false}
                value={wipLimit ?? ''}
                onChange={(value) => set(column, numberOf(value))}
              />
            ))}
            <NumberInput
              label={t.people}
              description={t.peopleNote}
              inputWrapperOrder={['label', 'input', 'description']}
              placeholder={t.asBefore}
              min={1}
              max={1000}
              allowDecimal={false}
              value={people ?? ''}
              onChange={(value) => setPeople(numberOf(value))}
            />
            <NumberInput
              label={t.personal}
              description={t.now(workflow.personalLimit)}
              inputWrapperOrder={['label', 'input', 'description']}
              min={1}
              max={100}
              allowDecimal={false}
              value={personalLimit ?? ''}
              onChange={(value) => setPersonal(numberOf(value))}
            />
          </SimpleGrid>
          <Group>
            <Button type="submit" loading={isRunning} leftSection={<IconPlayerPlay size={16} />}>
              {t.run}
            </Button>
            <Button variant="default" onClick={() => setLimits(present)}>
              {t.reset}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
