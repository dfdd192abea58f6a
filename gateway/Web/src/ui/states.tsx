import { Alert, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Problem, wordsOf } from '../api/problem';
import { texts } from '../texts';

/** What went wrong, in words, with what to do about it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { title, lines } = wordsOf(error);
  const isNetwork = error instanceof Problem && error.isNetwork;
  const Icon = isNetwork ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <Alert role="alert" color={isNetwork ? 'gray' : 'red'} icon={<Icon size={20} />} title={title} variant="light">
      <Stack gap="xs">
        <Lines lines={lines} />
        {onRetry && (
          <Group>
            <Button variant="default" size="xs" onClick={onRetry}>
              {texts.common.retry}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

export function Lines({ lines }: { lines: string[] }) {
  if (lines.length < 2) {
    return <Text size="sm">{lines[0]}</Text>;
  }
  return (
    <List size="sm" spacing={2}>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}

interface EmptyProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

/** Nothing there yet: says what will be, and the first step. */
export function EmptyState({ title, children, icon, action }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center" maw={460} mx="auto">
      {icon && <Text c="dimmed">{icon}</Text>}
      <Title order={2} size={icon ? 'h4' : 'sm'} fw={icon ? 650 : 550} {...(icon ? {} : { c: 'dimmed' })}>
        {title}
      </Title>
      {children && (
        <Text c="dimmed" size="sm">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

export function LoadingRows({ rows = 5, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="xs" aria-busy="true" aria-label={texts.common.loading} role="status">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
