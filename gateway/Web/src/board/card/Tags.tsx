import { Group, TagsInput } from '@mantine/core';
import { texts } from '../../texts';
import { Tag } from '../../ui/Tag';
import { tagCard } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import { tagsOf } from '../model/filter';
import type { Card } from '../types';

const t = texts.card;
const MOST = 20;

export function Tags({ card, mayWrite }: { card: Card; mayWrite: boolean }) {
  const { actions } = useBoardScope();
  if (!mayWrite) {
    return (
      <Group gap={6} mt="xs">
        {card.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </Group>
    );
  }
  return (
    <TagsInput
      mt="xs"
      size="xs"
      label={t.tags}
      maxTags={MOST}
      maxLength={40}
      data={tagsOf(actions.board())}
      value={card.tags}
      {...(card.tags.length === 0 ? { placeholder: t.tagsHint } : {})}
      onChange={(tags) => void actions.tell(tagCard(card.id, card.version, tags), t.tags)}
    />
  );
}
