import { Button, Group, Menu, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { moveSelected } from './actions/moveSelected';
import classes from './BatchBar.module.css';
import { useBoardScope } from './BoardContext';
import { selection } from './stores';
import type { Board } from './types';

const t = texts.board;

/** What can be done with all selected cards at once: all of them move, or none. */
export function BatchBar({ board }: { board: Board }) {
  const { actions } = useBoardScope();
  const selected = useSyncExternalStore(selection.subscribe, selection.get);
  if (selected.size === 0) {
    return null;
  }
  return (
    <section className={classes.bar} aria-label={t.selected(selected.size)}>
      <Text size="sm" fw={600}>
        {t.selected(selected.size)}
      </Text>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {t.batchNote}
      </Text>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <Menu position="top-end">
          <Menu.Target>
            <Button size="xs">{t.moveSelected}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {board.columns.map(({ column }) => (
              <Menu.Item key={column.id} onClick={() => void moveSelected(actions, column.id)}>
                {column.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="xs" variant="default" onClick={() => selection.set(new Set())}>
          {t.clearSelection}
        </Button>
      </Group>
    </section>
  );
}
