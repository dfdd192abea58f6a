import { Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../../texts';
import { MoreButton } from '../../ui/MoreButton';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { useBoardScope } from '../BoardContext';
import { tagsOf } from '../model/filter';
import { Found } from './Found';
import { CARD_STATES, type CardState, foundCardsQuery } from './queries';

const t = texts.board;

/** Finds cards of the board wherever they are, the archive too: words of titles, tags, comments and checklists. */
export function FindDrawer({ onClose }: { onClose: () => void }) {
  const { boardId, actions } = useBoardScope();
  const [text, setText] = useState('');
  const [state, setState] = useState<CardState>('All');
  const [tag, setTag] = useState<string | null>(null);
  const [words] = useDebouncedValue(text.trim(), 200);
  const query = useInfiniteQuery(foundCardsQuery({ boardId, words, state, tag }));
  const cards = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={650}>{t.findTitle}</Text>}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          leftSection={<IconSearch size={16} />}
          label={t.findWords}
          placeholder={t.findHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group grow gap="xs">
          <Select
            label={t.findState}
            data={CARD_STATES.map((value) => ({ value, label: t.states[value] }))}
            value={state}
            allowDeselect={false}
            onChange={(value) => value && setState(value as CardState)}
          />
          <Select label={texts.card.tags} data={tagsOf(actions.board())} value={tag} clearable onChange={setTag} />
        </Group>
        <QueryState query={query}>
          {() => (cards.length === 0 ? <EmptyState title={t.findNone} /> : <Found cards={cards} onOpen={onClose} />)}
        </QueryState>
        <MoreButton query={query} />
      </Stack>
    </Drawer>
  );
}
