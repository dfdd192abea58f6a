import { useQuery } from '@tanstack/react-query';
import { usePeopleNames } from '../app/directory';
import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { boardsOfCardsQuery, mentionsQuery } from './queries';

const t = texts.myWork;

/** Where others named the person, newest first. */
export function MentionsPanel() {
  const query = useQuery(mentionsQuery);
  const items = query.data?.items ?? [];
  const names = usePeopleNames([...new Set(items.map((one) => one.writtenBy))]);
  const boards = useQuery(boardsOfCardsQuery(items.map((one) => one.cardId)));
  return (
    <Panel title={t.mentions} isFlush>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={t.mentionsNone} />
          ) : (
            <Rows>
              {items.map((one) => {
                const boardId = boards.data?.get(one.cardId);
                return (
                  <Row
                    key={one.commentId}
                    {...(boardId ? { to: `/boards/${boardId}?card=${one.cardId}` } : {})}
                    title={one.text}
                    note={`${one.key} ${one.title} · ${t.mentionedBy(names.get(one.writtenBy) ?? '', formatAgo(one.writtenAt))}`}
                  />
                );
              })}
            </Rows>
          )
        }
      </QueryState>
    </Panel>
  );
}
