import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { CATEGORIES, CLASSES } from '../types';
import { type ExpectationDraft, newKey, type WorkflowDraft } from './draft';

const t = texts.workflow;

interface LimitsEditorProps {
  draft: WorkflowDraft;
  onChange: (part: Partial<WorkflowDraft>) => void;
}

export function LimitsEditor({ draft, onChange }: LimitsEditorProps) {
  const { expectations } = draft;
  const set = (key: string, part: Partial<ExpectationDraft>) =>
    onChange({ expectations: expectations.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const add = () => onChange({ expectations: [...expectations, { key: newKey(), days: 10, probability: 0.85 }] });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Panel title={t.classes}>
        <Stack>
          <NumberInput
            label={t.personal}
            min={1}
            max={2}
            value={draft.personalLimit}
            onChange={(value) => onChange({ personalLimit: Number(value) })}
          />
          <NumberInput
            label={t.expedite}
            min={0}
            value={draft.expediteLimit}
            onChange={(value) => onChange({ expediteLimit: Number(value) })}
          />
        </Stack>
      </Panel>
      <Panel title={t.expectations} note={t.expectationsNote}>
        <Stack gap="xs">
          {expectations.map((one) => (
            <Expectation
              key={one.key}
              one={one}
              onChange={(part) => set(one.key, part)}
              onRemove={() => onChange({ expectations: expectations.filter((other) => other !== one) })}
            />
          ))}
          <Button size="xs" variant="default" w="fit-content" leftSection={<IconPlus size={14} />} onClick={add}>
            {t.addExpectation}
          </Button>
        </Stack>
      </Panel>
    </SimpleGrid>
  );
}

interface ExpectationProps {
  one: ExpectationDraft;
  onChange: (part: Partial<ExpectationDraft>) => void;
  onRemove: () => void;
}

function Expectation({ one, onChange, onRemove }: ExpectationProps) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Select
        label={texts.card.category}
        placeholder={t.all}
        clearable
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        value={one.category ?? null}
        onChange={(category) => onChange({ category: category as ExpectationDraft['category'] })}
      />
      <Select
        label={texts.card.class}
        placeholder={t.all}
        clearable
        data={CLASSES.map((value) => ({ value, label: texts.words.class[value] }))}
        value={one.classOfService ?? null}
        onChange={(value) => onChange({ classOfService: value as ExpectationDraft['classOfService'] })}
      />
      <NumberInput
        label={t.days}
        w={80}
        min={1}
        value={one.days ?? ''}
        onChange={(days) => onChange({ days: Number(days) })}
      />
      <NumberInput
        label={t.share}
        w={80}
        min={1}
        max={99}
        value={Math.round((one.probability ?? 0.85) * 100)}
        onChange={(share) => onChange({ probability: Number(share) / 100 })}
      />
      <ActionIcon size="lg" aria-label={t.remove} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
