import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { Face } from '../../ui/Face';
import { formatAgo } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { ErrorState, LoadingRows } from '../../ui/states';
import { useDraft } from '../../ui/useDraft';
import { commentsQuery } from '../queries';
import type { Comment } from '../types';
import classes from './Conversation.module.css';

const t = texts.requestPage;

/** What the team asked, what the requester answered, and what else was said. */
export function Conversation({
  requestId,
  requesterId,
}: {
  requestId: string;
  requesterId: string | null | undefined;
}) {
  const query = useQuery(commentsQuery(requestId));
  return (
    <Panel title={t.conversation} note={t.conversationNote}>
      <Stack gap="md">
        <QueryState query={query} skeleton={<LoadingRows rows={2} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t.noConversation}
              </Text>
            ) : (
              <ol className={classes.list}>
                {items.map((comment) => (
                  <Said key={comment.id} comment={comment} isByRequester={comment.by === requesterId} />
                ))}
              </ol>
            )
          }
        </QueryState>
        <Answer requestId={requestId} />
      </Stack>
    </Panel>
  );
}

export function Said({ comment, isByRequester }: { comment: Comment; isByRequester: boolean }) {
  const name = comment.byName ?? texts.common.unknownPerson;
  return (
    <li className={classes.said} data-requester={isByRequester || undefined}>
      <Face id={comment.by} name={name} size={28} isDecorative />
      <div className={classes.words}>
        <div className={classes.who}>
          <span className={classes.name}>{name}</span> <span className={classes.at}>{formatAgo(comment.at)}</span>
        </div>
        <div className={classes.text}>{comment.text}</div>
      </div>
    </li>
  );
}

function Answer({ requestId }: { requestId: string }) {
  const [text, setText, clear] = useDraft(`comment:${requestId}`, '');
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: () =>
      dataOf(
        api.intake.POST('/intake/requests/{requestId}/comments', {
          params: { path: { requestId } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      clear();
      return client.invalidateQueries({ queryKey: ['comments'] });
    },
  });
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <Stack gap="xs">
        {say.isError && <ErrorState error={say.error} />}
        <Textarea
          label={t.say}
          autosize
          minRows={2}
          maxLength={8000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" size="xs" disabled={text.trim() === ''} loading={say.isPending}>
            {t.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
