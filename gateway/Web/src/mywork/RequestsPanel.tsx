import { useQuery } from '@tanstack/react-query';
import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag, type Tone } from '../ui/Tag';
import { myRequestsQuery } from './queries';

const TONES: Record<string, Tone> = { Done: 'good', Declined: 'danger', InProgress: 'accent', Committed: 'accent' };

/** What the person asked for, and where it stands. */
export function RequestsPanel() {
  const query = useQuery(myRequestsQuery);
  return (
    <Panel title={texts.myWork.requests} isFlush>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.myWork.requestsNone} />
          ) : (
            <Rows>
              {items.map((request) => (
                <Row
                  key={request.id}
                  title={`${request.key}  ${request.title}`}
                  note={request.card?.column ?? request.statusReason}
                  side={<Tag tone={TONES[request.status] ?? 'neutral'}>{texts.status[request.status]}</Tag>}
                  to={`/requests/${request.id}`}
                />
              ))}
            </Rows>
          )
        }
      </QueryState>
    </Panel>
  );
}
