import { Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { SHOWN_KEYS } from '../intake/model/queue';
import { texts } from '../texts';

const t = texts.frame.shortcuts;

const GROUPS: { title: string; keys: [string[], string][] }[] = [
  {
    title: t.general,
    keys: [
      [['Ctrl', 'K'], t.search],
      [['?'], t.help],
      [['g', 'm'], t.goMyWork],
      [['g', 'b'], t.goBoard],
      [['g', 'f'], t.goFlow],
      [['g', 's'], t.goSessions],
      [['g', 'c'], t.goChanges],
      [['g', 'r'], texts.requests.title],
      [['g', 't'], texts.triage.title],
      [['g', 'w'], texts.workload.title],
      [['g', 'i'], texts.imports.title],
      [['Esc'], t.close],
    ],
  },
  {
    title: t.board,
    keys: [
      [['↑', '↓', '←', '→'], t.arrows],
      [['Enter'], t.open],
      [['Shift', '← →'], t.move],
      [['o'], t.own],
      [['u'], t.undo],
      [['.'], t.menu],
      [['x'], t.select],
      [['s'], t.standup],
    ],
  },
  {
    title: texts.triage.title,
    keys: SHOWN_KEYS.map(([key, command]) => [key.split(' '), texts.triage.keyHelp[command]]),
  },
];

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={texts.frame.keyboardTitle} size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {GROUPS.map((group) => (
          <Stack key={group.title} gap="xs">
            <Title order={3} size="sm">
              {group.title}
            </Title>
            {group.keys.map(([keys, text]) => (
              <Group key={text} justify="space-between" wrap="nowrap" gap="md">
                <Text size="sm">{text}</Text>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
