import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { CATEGORIES, CLASSES } from '../types';
import { type ExpectationDraft, newKey, type WorkflowDraft } from './draft';
import type { ErrorAt } from './errorsAt';

const t = texts.workflow;

interface ExpectationsEditorProps {
  expectations: ExpectationDraft[];
  onChange: (part: Partial<WorkflowDraft>) => void;
  errorAt: ErrorAt;
}

/** Within how many days which share of the items is finished: for all of them, or for a category or class. */
export function ExpectationsEditor({ expectations, onChange, errorAt }: ExpectationsEditorProps) {
  const set = (key: string, part: Partial<ExpectationDraft>) =>
    onChange({ expectations: expectations.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const add = () =>
    onChange({
      expectations: [
        ...expectations,
        { key: newKey(), category: null, classOfService: null, days: 10, probability: 0.85 },
      ],
    });
  return (
    <Panel
      title={t.expectations}
      note={t.expectationsNote}
      actions={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {t.addExpectation}
        </Button>
      }
    >
      <Stack gap="sm">
        {expectations.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.expectationsNone}
          </Text>
        )}
        {expectations.map((one, index) => (
          <Expectation
            key={one.key}
            one={one}
            errorOf={(field) => errorAt(`expectations[${index}].${field}`)}
            onChange={(part) => set(one.key, part)}
            onRemove={() => onChange({ expectations: expectations.filter((other) => other !== one) })}
          />
        ))}
      </Stack>
    </Panel>
  );
}

interface ExpectationProps {
  one: ExpectationDraft;
  errorOf: ErrorAt;
  onChange: (part: Partial<ExpectationDraft>) => void;
  onRemove: () => void;
}

function Expectation({ one, errorOf, onChange, onRemove }: ExpectationProps) {
  return (
    <Group gap="xs" align="flex-start">
      <Select
        label={texts.card.category}
        placeholder={t.all}
        clearable
        w={150}
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        value={one.category ?? null}
        onChange={(category) => onChange({ category })}
      />
      <Select
        label={texts.card.class}
        placeholder={t.all}
        clearable
        w={140}
        data={CLASSES.map((value) => ({ value, label: texts.words.class[value] }))}
        value={one.classOfService ?? null}
        onChange={(classOfService) => onChange({ classOfService })}
      />
      <NumberInput
        label={t.days}
        w={90}
        min={0.1}
        value={one.days ?? ''}
        error={errorOf('days')}
        onChange={(days) => onChange({ days: days === '' ? null : Number(days) })}
      />
      <NumberInput
        label={t.share}
        w={90}
        min={1}
        max={99}
        value={Math.round((one.probability ?? 0.85) * 100)}
        error={errorOf('probability')}
        onChange={(share) => onChange({ probability: Number(share) / 100 })}
      />
      <ActionIcon size={36} mt={25} aria-label={t.remove} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
