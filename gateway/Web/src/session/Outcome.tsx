import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import type { Room } from './queries';

const t = texts.session;

export function Outcome({ room }: { room: Room }) {
  const isAgreed = room.state === 'Agreed';
  const path = { sessionId: room.id };
  const outcome = useQuery({
    queryKey: ['outcome', room.id],
    queryFn: () => dataOf(api.prioritisation.GET('/prioritisation/sessions/{sessionId}/outcome', { params: { path } })),
    enabled: isAgreed,
  });
  return (
    <Alert role="status" color={isAgreed ? 'green' : 'gray'} title={t.states[room.state]}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {isAgreed ? t.outcomeAgreed(outcome.data?.committedIds.length ?? 0) : (room.endReason ?? t.notAgreed)}
        </Text>
        {outcome.data && (
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {t.signature}
            </Text>
            <Code>{outcome.data.signature.slice(0, 24)}…</Code>
          </Group>
        )}
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/boards/$boardId" params={{ boardId: room.boardId }} {...props} />}
        >
          {t.goToBoard}
        </Button>
      </Stack>
    </Alert>
  );
}
