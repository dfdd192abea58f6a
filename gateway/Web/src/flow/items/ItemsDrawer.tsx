import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import { MoreButton } from '../../ui/MoreButton';
import { Rows } from '../../ui/Rows';
import rows from '../../ui/Rows.module.css';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ExportMenu } from '../chart/ExportMenu';
import { formatLength } from '../model/length';
import type { ItemsQuestion } from '../queries';
import { itemsQuery } from '../queries';
import type { FlowItem } from '../types';
import { useFlow } from '../useFlow';
import { itemData, leadDays } from './itemData';

const t = texts.flow.items;

/** Opens a figure to the items it was computed from; each of them opens its card. */
export function ItemsDrawer({ question, onClose }: { question: ItemsQuestion; onClose: () => void }) {
  const { scope } = useFlow();
  const query = useInfiniteQuery(itemsQuery(scope, question));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      padding={0}
      title={
        <Text fw={650} pl="md">
          {question.title}
        </Text>
      }
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': texts.common.close, mr: 'md' }}
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows rows={8} />}
      {query.isSuccess && items.length === 0 && <EmptyState title={t.none}>{t.noneLead}</EmptyState>}
      {items.length > 0 && (
        <Stack gap="xs">
          <Group justify="space-between" px="md">
            <Text size="sm" c="dimmed">
              {t.count(items.length, query.hasNextPage)}
            </Text>
            <ExportMenu name={question.title} data={itemData(items)} />
          </Group>
          <Rows>
            {items.map((item) => (
              <Item key={item.cardId} item={item} />
            ))}
          </Rows>
          {query.hasNextPage && (
            <Group justify="center" pb="md">
              <MoreButton query={query} />
            </Group>
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function Item({ item }: { item: FlowItem }) {
  const { boardId } = useFlow();
  const lead = leadDays(item);
  const note = item.finishedAt
    ? t.finished(formatDay(item.finishedAt))
    : item.startedAt
      ? t.started(formatDay(item.startedAt))
      : t.committed(formatDay(item.committedAt));
  return (
    <li>
      <Link
        to="/boards/$boardId"
        params={{ boardId }}
        search={{ card: item.cardId }}
        className={`${rows.row} ${rows.link}`}
      >
        <span className={rows.text}>
          <span className={rows.title}>{item.key}</span>
          <span className={rows.note}>{note}</span>
        </span>
        <Tag>{texts.words.category[item.category]}</Tag>
        <span className={rows.side}>{lead === null ? '' : formatLength(lead)}</span>
      </Link>
    </li>
  );
}
