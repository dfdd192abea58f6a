import { ActionIcon, Button, Group, MultiSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { type GroupDraft, newKey, type WorkflowDraft } from './draft';
import type { ErrorAt } from './errorsAt';
import { Reason } from './Reason';

const t = texts.workflow;

interface GroupsEditorProps {
  draft: WorkflowDraft;
  onChange: (part: Partial<WorkflowDraft>) => void;
  errorAt: ErrorAt;
}

/** Several columns that share one limit: constant work in progress over a part of the board. */
export function GroupsEditor({ draft: { columns, groups }, onChange, errorAt }: GroupsEditorProps) {
  const open = columns.filter((column) => column.kind !== 'Done' && column.name !== '');
  const set = (key: string, part: Partial<GroupDraft>) =>
    onChange({ groups: groups.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const add = () => onChange({ groups: [...groups, { key: newKey(), name: '', columns: [], wipLimit: 5 }] });
  return (
    <Panel
      title={t.groups}
      note={t.groupsNote}
      actions={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {t.addGroup}
        </Button>
      }
    >
      <Stack gap="sm">
        {groups.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.groupsNone}
          </Text>
        )}
        {groups.map((group, index) => (
          <Group key={group.key} gap="xs" align="flex-start" wrap="wrap">
            <TextInput
              label={t.name}
              required
              w={150}
              maxLength={60}
              value={group.name}
              error={errorAt(`groups[${index}].name`)}
              onChange={(event) => set(group.key, { name: event.currentTarget.value })}
            />
            <MultiSelect
              label={t.groupColumns}
              flex={1}
              miw={200}
              data={open.map((column) => ({ value: column.key, label: column.name }))}
              value={group.columns}
              error={errorAt(`groups[${index}].columns`)}
              onChange={(keys) => set(group.key, { columns: keys })}
            />
            <NumberInput
              label={t.limit}
              w={90}
              min={1}
              allowDecimal={false}
              value={group.wipLimit ?? ''}
              error={errorAt(`groups[${index}].wipLimit`)}
              onChange={(value) => set(group.key, { wipLimit: value === '' ? null : Number(value) })}
            />
            <ActionIcon
              size={36}
              mt={25}
              aria-label={t.removeGroup(group.name)}
              onClick={() => onChange({ groups: groups.filter((one) => one !== group) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Reason text={errorAt('groups')} />
    </Panel>
  );
}
