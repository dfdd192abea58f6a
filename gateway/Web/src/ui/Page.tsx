import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { texts } from '../texts';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Fills the height; its content scrolls by itself. */
  isWide?: boolean;
  children: ReactNode;
}

/** A screen: its heading, what can be done with the whole of it, and its content. */
export function Page({ title, lead, actions, isWide = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${texts.frame.product}`;
  }, [title]);
  return (
    <Stack className={isWide ? classes.wide : classes.page} gap="md">
      <Group justify="space-between" align="flex-start" gap="sm" wrap="wrap">
        <Box miw={0}>
          <Title order={1} className={classes.title ?? ''}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" size="sm" component="div">
              {lead}
            </Text>
          )}
        </Box>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
