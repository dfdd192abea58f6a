import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { ErrorState } from '../../ui/states';
import { useDraft } from '../../ui/useDraft';

/** The talk about the work: the requester reads and writes it too, because a card and its request are one thing. */
export function CommentsTab({ cardId }: { cardId: string }) {
  const client = useQueryClient();
  const [text, setText, clear] = useDraft(`comment:${cardId}`, '');
  const path = { requestId: cardId };
  const key = ['comments', cardId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => dataOf(api.intake.GET('/intake/requests/{requestId}/comments', { params: { path } })),
  });
  const send = useMutation({
    mutationFn: () =>
      dataOf(api.intake.POST('/intake/requests/{requestId}/comments', { params: { path }, body: { text } })),
    onSuccess: () => {
      clear();
      return client.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Stack>
      <QueryState query={query}>
        {({ items }) => (
          <Stack gap="sm">
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                {texts.card.noComments}
              </Text>
            )}
            {items.map((comment) => (
              <div key={comment.id}>
                <Text size="sm" fw={570}>
                  {comment.byName}{' '}
                  <span style={{ color: 'var(--fp-muted)', fontWeight: 400 }}>{formatAgo(comment.at)}</span>
                </Text>
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {comment.text}
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </QueryState>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack gap="xs">
          {send.isError && <ErrorState error={send.error} />}
          <Textarea
            label={texts.card.comment}
            autosize
            minRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" size="xs" disabled={text.trim() === ''} loading={send.isPending}>
              {texts.card.sendComment}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
