import { Button, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import { tourStore } from './tourStore';

const t = texts.tour;

/** Asks once whether somebody wants to be shown around. */
export function Invitation() {
  const { isInvited } = useSyncExternalStore(tourStore.subscribe, tourStore.read);
  return isInvited ? (
    <Panel>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t.invitation}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={() => tourStore.go(0)}>
            {t.start}
          </Button>
          <Button size="xs" variant="default" onClick={() => tourStore.end()}>
            {t.notNow}
          </Button>
        </Group>
      </Group>
    </Panel>
  ) : null;
}
