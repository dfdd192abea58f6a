import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { texts } from '../../texts';

const t = texts.triage;
const UNDO = 'triage-undo';
const LONG = 12_000;

/** Says what was decided, and offers for a while to take it back. */
export function showUndo(text: string, onUndo: () => void): void {
  notifications.hide(UNDO);
  notifications.show({
    id: UNDO,
    color: 'green',
    withBorder: true,
    autoClose: LONG,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{text}</Text>
        <Button size="compact-sm" variant="light" onClick={onUndo}>
          {t.undo}
        </Button>
      </Group>
    ),
  });
}

export function hideUndo(): void {
  notifications.hide(UNDO);
}

/** Decided by somebody else: it leaves the queue with the dialog that stood over it, so this is said beside them. */
export function showGone(key: string): void {
  notifications.show({
    color: 'orange',
    title: key,
    message: t.gone,
    autoClose: LONG,
    withBorder: true,
    role: 'alert',
  });
}
