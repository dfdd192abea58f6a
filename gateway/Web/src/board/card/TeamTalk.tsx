import { ActionIcon, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { usePeopleNames } from '../../app/directory';
import { texts } from '../../texts';
import { editComment, removeComment, writeComment } from '../actions/noteActs';
import { useBoardScope } from '../BoardContext';
import type { CardDetail, Comment } from '../types';
import { CommentBox } from './CommentBox';
import { mentionsIn } from './mentions';
import { Said } from './Said';

const t = texts.card;

/** What the team says among itself; a mention reaches whom it names. */
export function TeamTalk({ detail }: { detail: CardDetail }) {
  const { actions, people, mayWork } = useBoardScope();
  const { comments } = detail.notes;
  const strangers = comments.flatMap((one) => [one.writtenBy, ...one.mentions]).filter((id) => !people.has(id));
  const others = usePeopleNames([...new Set(strangers)]);
  const nameOf = (id: string) => people.get(id) ?? others.get(id) ?? '';
  const mayWrite = mayWork && detail.card.archivedAt == null;
  return (
    <Stack>
      {comments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.noComments}
        </Text>
      )}
      {comments.map((comment) => (
        <TeamComment
          key={comment.id}
          cardId={detail.card.id}
          comment={comment}
          nameOf={nameOf}
          mayChange={mayWrite && comment.writtenBy === actions.personId}
        />
      ))}
      {mayWrite ? (
        <CommentBox
          draft={`comment:${detail.card.id}`}
          people={people}
          onSend={(text) => actions.after(writeComment(detail.card.id, text, mentionsIn(text, people)))}
        />
      ) : (
        <Text size="xs" c="dimmed">
          {t.readOnly}
        </Text>
      )}
    </Stack>
  );
}

interface TeamCommentProps {
  cardId: string;
  comment: Comment;
  nameOf: (id: string) => string;
  mayChange: boolean;
}

function TeamComment({ cardId, comment, nameOf, mayChange }: TeamCommentProps) {
  const { actions } = useBoardScope();
  const [isEdited, setEdited] = useState(false);
  if (comment.removedAt != null) {
    return (
      <Text size="sm" c="dimmed" fs="italic">
        {t.removedComment}
      </Text>
    );
  }
  if (isEdited) {
    return (
      <CommentBox
        draft={`edit-comment:${comment.id}`}
        initial={comment.text}
        button={texts.common.save}
        onCancel={() => setEdited(false)}
        onSend={async (text) => {
          await actions.after(editComment(cardId, comment.id, text));
          setEdited(false);
        }}
      />
    );
  }
  return (
    <Said
      by={nameOf(comment.writtenBy)}
      at={comment.writtenAt}
      text={comment.text}
      mentions={comment.mentions.map(nameOf)}
      note={comment.editedAt == null ? undefined : t.edited}
      actions={
        mayChange && (
          <>
            <ActionIcon size="sm" aria-label={texts.common.edit} onClick={() => setEdited(true)}>
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t.removeComment}
              onClick={() => void actions.tell(removeComment(cardId, comment.id), t.removeComment)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </>
        )
      }
    />
  );
}
