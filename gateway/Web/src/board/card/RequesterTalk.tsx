import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { QueryState } from '../../ui/QueryState';
import { CommentBox } from './CommentBox';
import { Said } from './Said';

/** The talk about the work: the requester reads and writes it too, because a card and its request are one thing. */
export function RequesterTalk({ requestId }: { requestId: string }) {
  const client = useQueryClient();
  const path = { requestId };
  const key = ['comments', requestId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => dataOf(api.intake.GET('/intake/requests/{requestId}/comments', { params: { path } })),
  });
  return (
    <Stack>
      <Text size="xs" c="dimmed">
        {texts.card.talkRequesterNote}
      </Text>
      <QueryState query={query}>
        {({ items }) => (
          <Stack gap="md">
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                {texts.card.noComments}
              </Text>
            )}
            {items.map((comment) => (
              <Said key={comment.id} by={comment.byName ?? ''} at={comment.at} text={comment.text} />
            ))}
          </Stack>
        )}
      </QueryState>
      <CommentBox
        draft={`request-comment:${requestId}`}
        onSend={async (text) => {
          const body = { text };
          await dataOf(api.intake.POST('/intake/requests/{requestId}/comments', { params: { path }, body }));
          await client.invalidateQueries({ queryKey: key });
        }}
      />
    </Stack>
  );
}
