import { Drawer, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { QueryState } from '../../ui/QueryState';
import { cardQuery } from '../queries';
import type { CardDetail } from '../types';
import classes from './CardPanel.module.css';
import { ChangeTab } from './ChangeTab';
import { DetailsTab } from './DetailsTab';
import { HistoryTab } from './HistoryTab';
import { PanelHead } from './PanelHead';
import { TalkTab } from './TalkTab';
import { TimeTab } from './TimeTab';

const t = texts.card;

/** Everything about one card, beside the board. */
export function CardPanel({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const query = useQuery(cardQuery(cardId));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      overlayProps={{ backgroundOpacity: 0.2 }}
      title={query.data ? <PanelHead detail={query.data} /> : texts.common.loading}
      classNames={{ title: classes.heading ?? '', header: classes.header ?? '' }}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <QueryState query={query}>
        {(detail) => (
          <>
            <Text component="h2" fz={18} fw={650} lh={1.3} mt={0} mb="sm" className={classes.title ?? ''}>
              {detail.card.title}
            </Text>
            <PanelTabs key={cardId} detail={detail} />
          </>
        )}
      </QueryState>
    </Drawer>
  );
}

function PanelTabs({ detail }: { detail: CardDetail }) {
  const comments = detail.notes.comments.filter((one) => one.removedAt == null).length;
  return (
    <Tabs defaultValue="details" keepMounted={false}>
      <Tabs.List mb="md" className={classes.tabs ?? ''}>
        <Tabs.Tab value="details">{t.tabDetails}</Tabs.Tab>
        <Tabs.Tab value="comments">
          {t.tabComments}
          {comments > 0 && <span className={classes.count}> {comments}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="history">{t.tabHistory}</Tabs.Tab>
        <Tabs.Tab value="time">{t.tabTime}</Tabs.Tab>
        <Tabs.Tab value="change">{t.tabChange}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details">
        <DetailsTab detail={detail} />
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <TalkTab detail={detail} />
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
    </Tabs>
  );
}
