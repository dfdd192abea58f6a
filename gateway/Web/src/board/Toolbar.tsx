import { Button, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { texts } from '../texts';
import { useBoardScope } from './BoardContext';
import { type CardFilter, NO_FILTER } from './model/filter';
import { CATEGORIES, type Category } from './types';

const t = texts.board;

interface ToolbarProps {
  filter: CardFilter;
  onFilter: (filter: CardFilter) => void;
  areLanesShown: boolean;
  onLanes: (areShown: boolean) => void;
}

/** What is shown of the board. */
export function Toolbar({ filter, onFilter, areLanesShown, onLanes }: ToolbarProps) {
  const { actions } = useBoardScope();
  const isMine = filter.owner === actions.personId;
  const isFiltered = filter !== NO_FILTER;
  return (
    <Group gap="xs">
      <TextInput
        size="xs"
        w={180}
        leftSection={<IconSearch size={14} />}
        placeholder={t.filterText}
        aria-label={`${t.filter}: ${t.filterText}`}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={`${t.filter}: ${texts.card.category}`}
        placeholder={t.filterAll}
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        value={filter.category}
        onChange={(value) => onFilter({ ...filter, category: value as Category | null })}
        clearable
      />
      <Button
        size="xs"
        variant={isMine ? 'light' : 'default'}
        aria-pressed={isMine}
        onClick={() => onFilter({ ...filter, owner: isMine ? null : actions.personId })}
      >
        {t.filterMine}
      </Button>
      <Button
        size="xs"
        variant={filter.isBlocked ? 'light' : 'default'}
        aria-pressed={filter.isBlocked}
        onClick={() => onFilter({ ...filter, isBlocked: !filter.isBlocked })}
      >
        {t.filterBlocked}
      </Button>
      <Button
        size="xs"
        variant={areLanesShown ? 'light' : 'default'}
        aria-pressed={areLanesShown}
        onClick={() => onLanes(!areLanesShown)}
      >
        {t.lanes}
      </Button>
      {isFiltered && <CloseButton size="sm" aria-label={t.clearFilter} onClick={() => onFilter(NO_FILTER)} />}
    </Group>
  );
}
