import { Button, Group } from '@mantine/core';
import { IconTransferIn } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePeopleNames } from '../../app/directory';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { MoreButton } from '../../ui/MoreButton';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Row, Rows } from '../../ui/Rows';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { importsQuery } from '../queries';
import { useImportsLive } from '../useIntakeLive';
import { nameOf, STATE_TONES } from './naming';

const t = texts.imports;

/** What was imported, by whom, and what came of it. */
export function ImportsPage() {
  const query = useInfiniteQuery(importsQuery);
  useImportsLive();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const names = usePeopleNames([...new Set(all.map((one) => one.createdBy))]);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Button component={Link} to="/imports/new" leftSection={<IconTransferIn size={16} />}>
          {t.new}
        </Button>
      }
    >
      {query.isPending && <LoadingRows />}
      {query.isError && all.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && all.length === 0 && (
        <EmptyState
          title={t.none}
          icon={<IconTransferIn size={40} stroke={1.4} />}
          action={
            <Button component={Link} to="/imports/new">
              {t.new}
            </Button>
          }
        >
          {t.noneLead}
        </EmptyState>
      )}
      {all.length > 0 && (
        <Panel isFlush>
          <Rows>
            {all.map((one) => (
              <Row
                key={one.id}
                to={`/imports/${one.id}`}
                title={nameOf(one)}
                note={`${t.summary(one.imported, one.updated, one.unchanged, one.rejected)} · ${t.by(
                  names.get(one.createdBy) ?? '',
                  formatAgo(one.createdAt),
                )}`}
                side={<Tag tone={STATE_TONES[one.state]}>{t.states[one.state]}</Tag>}
              />
            ))}
          </Rows>
        </Panel>
      )}
      {query.hasNextPage && (
        <Group justify="center">
          <MoreButton query={query} />
        </Group>
      )}
    </Page>
  );
}
