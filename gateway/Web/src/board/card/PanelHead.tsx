import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconEye, IconEyeFilled } from '@tabler/icons-react';
import { texts } from '../../texts';
import { Tag } from '../../ui/Tag';
import { watchCard } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';

const t = texts.card;

/** Which card it is, where it stands, and whether the reader watches it. */
export function PanelHead({ detail: { card, notes } }: { detail: CardDetail }) {
  const { actions } = useBoardScope();
  const label = `${notes.isWatched ? t.unwatch : t.watch}. ${t.watchers(notes.watchers)}`;
  return (
    <Group gap="xs" wrap="nowrap">
      <Text fw={650}>{card.key}</Text>
      {card.column && <Tag tone="accent">{card.column}</Tag>}
      {card.isBlocked && <Tag tone="danger">{t.blocked}</Tag>}
      {card.archivedAt != null && <Tag tone="warn">{t.archived}</Tag>}
      <Tooltip label={label}>
        <ActionIcon
          ml="auto"
          mr={6}
          aria-label={label}
          aria-pressed={notes.isWatched}
          onClick={() => void actions.tell(watchCard(card.id, !notes.isWatched))}
        >
          {notes.isWatched ? <IconEyeFilled size={18} /> : <IconEye size={18} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
