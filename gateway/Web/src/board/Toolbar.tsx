import { Button, CloseButton, Group, Popover, Select, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { memo } from 'react';
import { texts } from '../texts';
import { useBoardScope } from './BoardContext';
import { type CardFilter, isNarrow, NO_FILTER } from './model/filter';
import { CATEGORIES, CLASSES } from './types';

const t = texts.board;

interface ToolbarProps {
  filter: CardFilter;
  onFilter: (filter: CardFilter) => void;
  areLanesShown: boolean;
  onLanes: (areShown: boolean) => void;
  counts: { shown: number; all: number };
  /** The tags that cards of the board have. */
  tags: string[];
}

/** What is shown of the board. On a narrow screen all but the words are behind a button: the board needs the room. */
export const Toolbar = memo(function Toolbar(props: ToolbarProps) {
  const { filter, onFilter, counts } = props;
  const isNarrowScreen = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  return (
    <Group gap="xs">
      <TextInput
        size="xs"
        w={150}
        leftSection={<IconSearch size={14} />}
        placeholder={t.filterText}
        aria-label={`${t.filter}: ${t.filterText}`}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      {isNarrowScreen ? (
        <Popover position="bottom-start" trapFocus>
          <Popover.Target>
            <Button size="xs" variant={isNarrow(filter) ? 'light' : 'default'} leftSection={<IconFilter size={14} />}>
              {t.filter}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Group gap="xs" maw={280}>
              <Choices {...props} />
            </Group>
          </Popover.Dropdown>
        </Popover>
      ) : (
        <Choices {...props} />
      )}
      {isNarrow(filter) && (
        <>
          <CloseButton size="sm" aria-label={t.clearFilter} onClick={() => onFilter(NO_FILTER)} />
          <Text size="xs" c="dimmed" role="status">
            {t.filtered(counts.shown, counts.all)}
          </Text>
        </>
      )}
    </Group>
  );
});

/** Category, class, tag where the board has some, one's own cards, blocked ones, and lanes. */
function Choices({ filter, onFilter, areLanesShown, onLanes, tags }: ToolbarProps) {
  const { actions } = useBoardScope();
  const isMine = filter.owner === actions.personId;
  const choice = (label: string, placeholder: string) => ({
    size: 'xs',
    w: 130,
    'aria-label': `${t.filter}: ${label}`,
    placeholder,
    clearable: true,
  });
  return (
    <>
      <Select
        {...choice(texts.card.category, t.filterAll)}
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        value={filter.category}
        onChange={(value) => onFilter({ ...filter, category: value })}
      />
      <Select
        {...choice(texts.card.class, t.filterAllClasses)}
        data={CLASSES.map((value) => ({ value, label: texts.words.class[value] }))}
        value={filter.classOfService}
        onChange={(value) => onFilter({ ...filter, classOfService: value })}
      />
      {tags.length > 0 && (
        <Select
          {...choice(texts.card.tags, t.filterAllTags)}
          searchable
          data={tags}
          value={filter.tag}
          onChange={(tag) => onFilter({ ...filter, tag })}
        />
      )}
      <Switch
        label={t.filterMine}
        isOn={isMine}
        onSwitch={() => onFilter({ ...filter, owner: isMine ? null : actions.personId })}
      />
      <Switch
        label={t.filterBlocked}
        isOn={filter.isBlocked}
        onSwitch={() => onFilter({ ...filter, isBlocked: !filter.isBlocked })}
      />
      <Switch label={t.lanes} isOn={areLanesShown} onSwitch={() => onLanes(!areLanesShown)} />
    </>
  );
}

function Switch({ label, isOn, onSwitch }: { label: string; isOn: boolean; onSwitch: () => void }) {
  return (
    <Button size="xs" variant={isOn ? 'light' : 'default'} aria-pressed={isOn} onClick={onSwitch}>
      {label}
    </Button>
  );
}
