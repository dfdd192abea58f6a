import { Drawer, Group, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { QueryState } from '../../ui/QueryState';
import { Tag } from '../../ui/Tag';
import { cardQuery } from '../queries';
import { ChangeTab } from './ChangeTab';
import { CommentsTab } from './CommentsTab';
import { DetailsTab } from './DetailsTab';
import { HistoryTab } from './HistoryTab';
import { TimeTab } from './TimeTab';

const t = texts.card;

/** Everything about one card, beside the board. */
export function CardPanel({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const query = useQuery(cardQuery(cardId));
  const card = query.data?.card;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      overlayProps={{ backgroundOpacity: 0.2 }}
      title={
        <Group gap="xs">
          <Text fw={650}>{card?.key ?? texts.common.loading}</Text>
          {card?.column && <Tag tone="accent">{card.column}</Tag>}
          {card?.isBlocked && <Tag tone="danger">{t.blocked}</Tag>}
        </Group>
      }
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <QueryState query={query}>
        {(detail) => (
          <>
            <Text component="h2" fz={18} fw={650} lh={1.3} mt={0} mb="md">
              {detail.card.title}
            </Text>
            <Tabs defaultValue="details" keepMounted={false}>
              <Tabs.List mb="md">
                <Tabs.Tab value="details">{t.tabDetails}</Tabs.Tab>
                <Tabs.Tab value="history">{t.tabHistory}</Tabs.Tab>
                <Tabs.Tab value="time">{t.tabTime}</Tabs.Tab>
                <Tabs.Tab value="change">{t.tabChange}</Tabs.Tab>
                <Tabs.Tab value="comments">{t.tabComments}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="details">
                <DetailsTab detail={detail} />
              </Tabs.Panel>
              <Tabs.Panel value="history">
                <HistoryTab history={detail.history} />
              </Tabs.Panel>
              <Tabs.Panel value="time">
                <TimeTab detail={detail} />
              </Tabs.Panel>
              <Tabs.Panel value="change">
                <ChangeTab card={detail.card} />
              </Tabs.Panel>
              <Tabs.Panel value="comments">
                <CommentsTab cardId={cardId} />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </QueryState>
    </Drawer>
  );
}
