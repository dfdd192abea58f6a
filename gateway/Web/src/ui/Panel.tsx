import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  isFlush?: boolean;
  children: ReactNode;
}

/** A part of a screen on a surface of its own. */
export function Panel({ title, note, actions, isFlush = false, children }: PanelProps) {
  return (
    <section className={classes.panel}>
      {(title || actions) && (
        <Group className={classes.head ?? ''} justify="space-between" wrap="nowrap" gap="sm">
          <div>
            <Title order={2} size="sm" fw={650}>
              {title}
            </Title>
            {note && (
              <Text c="dimmed" size="xs" component="div">
                {note}
              </Text>
            )}
          </div>
          {actions}
        </Group>
      )}
      <div className={isFlush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
