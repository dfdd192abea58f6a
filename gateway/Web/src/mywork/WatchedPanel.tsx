import { useQuery } from '@tanstack/react-query';
import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { watchedQuery } from './queries';

const t = texts.myWork;

/** Cards that the person watches, with the last thing that happened to each. */
export function WatchedPanel() {
  const query = useQuery(watchedQuery);
  return (
    <Panel title={t.watched} isFlush>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.watchedNone} />
          ) : (
            <Rows>
              {items.map((one) => (
                <Row
                  key={one.cardId}
                  to={`/boards/${one.boardId}?card=${one.cardId}`}
                  title={`${one.key}  ${one.title}`}
                  note={texts.cardEvents[one.lastKind]?.('', '').trim()}
                  side={formatAgo(one.lastAt)}
                />
              ))}
            </Rows>
          )
        }
      </QueryState>
    </Panel>
  );
}
