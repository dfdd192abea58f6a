import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { formatTime } from '../ui/format';
import classes from './Notices.module.css';
import { noticeStore } from './noticeStore';
import { useCardNotices } from './useCardNotices';

export function Notices() {
  useCardNotices();
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.read);
  const [isOpen, setOpen] = useState(false);
  const unread = notices.filter((notice) => !notice.isRead).length;
  const change = (open: boolean) => {
    setOpen(open);
    if (!open) {
      noticeStore.markRead();
    }
  };
  const label = `${texts.frame.notifications}${unread > 0 ? ` (${unread})` : ''}`;
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <ActionIcon size="lg" aria-label={label} onClick={() => change(!isOpen)}>
          <Indicator disabled={unread === 0} size={8} color="red" offset={2}>
            <IconBell size={20} stroke={1.7} />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={texts.frame.notifications}>
        <Group justify="space-between" px="md" py="xs">
          <Text fw={650} size="sm">
            {texts.frame.notifications}
          </Text>
          {notices.length > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => noticeStore.clear()}>
              {texts.frame.clear}
            </Button>
          )}
        </Group>
        {notices.length === 0 ? (
          <Text size="sm" c="dimmed" px="md" pb="md">
            {texts.frame.noNotifications}
          </Text>
        ) : (
          <ScrollArea.Autosize mah={360}>
            <ul className={classes.list}>
              {notices.map((notice) => (
                <li key={notice.id}>
                  <Link to={notice.to} className={classes.notice} onClick={() => change(false)}>
                    <span>{notice.text}</span>
                    <span className={classes.time}>{formatTime(notice.at)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </ScrollArea.Autosize>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
