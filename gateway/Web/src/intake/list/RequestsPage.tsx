import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { customersQuery } from '../../app/directory';
import { useSession } from '../../app/person';
import { texts } from '../../texts';
import { MoreButton } from '../../ui/MoreButton';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Rows } from '../../ui/Rows';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { isNarrowed, type RequestFilter } from '../model/filter';
import { RequestRow } from '../parts/RequestRow';
import { lastCommentsQuery, requestsQuery } from '../queries';
import { useRequestsLive } from '../useIntakeLive';
import { FilterBar } from './FilterBar';

const t = texts.requests;

/** One's own requests, or all that one may see. */
export function RequestsPage() {
  const search: RequestFilter = useSearch({ from: '/shell/requests' });
  const session = useSession();
  const navigate = useNavigate();
  // Who only asks begins with their own.
  const filter = { ...search, mine: search.mine ?? (session.teams.length === 0 && session.customers.length > 0) };
  const change = (next: RequestFilter) => void navigate({ to: '/requests', search: next, replace: true });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Button component={Link} to="/requests/new" leftSection={<IconPlus size={16} />}>
          {t.new}
        </Button>
      }
    >
      <Stack gap="sm">
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t.whose}
            data={[
              { value: 'mine', label: t.mine },
              { value: 'all', label: t.all },
            ]}
            value={filter.mine ? 'mine' : 'all'}
            onChange={(value) => change({ ...filter, mine: value === 'mine' })}
          />
        </Group>
        <FilterBar filter={filter} onFilter={change} />
      </Stack>
      <RequestList filter={filter} onClear={() => change({ mine: filter.mine })} />
    </Page>
  );
}

function RequestList({ filter, onClear }: { filter: RequestFilter; onClear: () => void }) {
  const query = useInfiniteQuery(requestsQuery(filter));
  useRequestsLive();
  const customers = useQuery(customersQuery);
  const session = useSession();
  const requests = query.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = requests.filter((one) => one.status === 'Submitted' || one.status === 'Triaged').map((one) => one.id);
  const words = useQuery(lastCommentsQuery(waiting));
  if (query.isPending) {
    return <LoadingRows rows={6} height={52} />;
  }
  if (query.isError && requests.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (requests.length === 0) {
    return <Nothing isNarrowed={isNarrowed(filter)} onClear={onClear} />;
  }
  const names = new Map((customers.data ?? []).map((one) => [one.id, one.name]));
  return (
    <>
      <Panel isFlush>
        <Rows>
          {requests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              customer={names.get(request.customerId) ?? ''}
              last={words.data?.find((one) => one.requestId === request.id)}
              personId={session.personId}
            />
          ))}
        </Rows>
      </Panel>
      {query.hasNextPage && (
        <Group justify="center">
          <MoreButton query={query} />
        </Group>
      )}
    </>
  );
}

function Nothing({ isNarrowed: isFiltered, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  return isFiltered ? (
    <EmptyState
      title={t.noneFound}
      icon={<IconInbox size={40} stroke={1.4} />}
      action={
        <Button variant="default" onClick={onClear}>
          {t.clear}
        </Button>
      }
    >
      {t.noneFoundLead}
    </EmptyState>
  ) : (
    <EmptyState
      title={t.none}
      icon={<IconInbox size={40} stroke={1.4} />}
      action={
        <Button component={Link} to="/requests/new">
          {t.new}
        </Button>
      }
    >
      {t.noneLead}
    </EmptyState>
  );
}
