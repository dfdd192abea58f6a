import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { formatPercent, timeZone } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { LoadingRows } from '../../ui/states';
import { RequestFacts } from '../parts/RequestFacts';
import { StatusTag } from '../parts/StatusTag';
import { commentsQuery, duplicatesQuery, requestQuery, workloadQuery } from '../queries';
import { Said } from '../request/Conversation';
import said from '../request/Conversation.module.css';
import type { Request } from '../types';
import classes from './DecisionFacts.module.css';

const t = texts.triage;

/** Everything that a decision needs: the words, the facts, what is alike, what was said, and how much the customer has open. */
export function DecisionFacts({ request }: { request: Request }) {
  const detail = useQuery(requestQuery(request.id));
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" c={request.description ? undefined : 'dimmed'} className={classes.description ?? ''}>
          {request.description ?? texts.request.noDescription}
        </Text>
      </div>
      <Talk request={request} />
      <Alike requestId={request.id} />
      <section>
        <h3 className={classes.head}>{texts.requestPage.facts}</h3>
        <QueryState query={detail} skeleton={<LoadingRows rows={4} height={26} />}>
          {(data) => <RequestFacts detail={data} />}
        </QueryState>
        <CustomersOpen customerId={request.customerId} />
      </section>
    </Stack>
  );
}

function CustomersOpen({ customerId }: { customerId: string }) {
  const { data } = useQuery(workloadQuery(undefined, 12, timeZone));
  const share = data?.byCustomer.find((one) => one.id === customerId);
  return (
    share && (
      <Text size="sm" mt={4}>
        <Link className={classes.link} to="/requests" search={{ mine: false, customer: customerId, status: 'Open' }}>
          {t.customersOpen(share.name, share.open)}
        </Link>
      </Text>
    )
  );
}

function Alike({ requestId }: { requestId: string }) {
  const query = useQuery(duplicatesQuery(requestId));
  return (
    <section>
      <h3 className={classes.head}>{t.similar}</h3>
      <QueryState query={query} skeleton={<LoadingRows rows={1} height={30} />}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.similarNone}
            </Text>
          ) : (
            <ul className={classes.alike}>
              {found.slice(0, 4).map((one) => (
                <li key={one.id}>
                  <Link className={classes.link} to="/requests/$requestId" params={{ requestId: one.id }}>
                    {`${one.key}  ${one.title}`}
                  </Link>
                  <Group gap="xs" wrap="nowrap" className={classes.side ?? ''}>
                    <span className={classes.muted}>{formatPercent(one.similarity)}</span>
                    <StatusTag status={one.status} />
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}

function Talk({ request }: { request: Request }) {
  const { data } = useQuery(commentsQuery(request.id));
  return data && data.items.length > 0 ? (
    <section aria-label={texts.requestPage.conversation}>
      <ol className={said.list}>
        {data.items.slice(-5).map((comment) => (
          <Said key={comment.id} comment={comment} isByRequester={comment.by === request.requesterId} />
        ))}
      </ol>
    </section>
  ) : null;
}
