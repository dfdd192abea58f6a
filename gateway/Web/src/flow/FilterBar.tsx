import { SegmentedControl, Select, TextInput, useMatches } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { CATEGORIES, CLASSES } from '../board/types';
import { texts } from '../texts';
import classes from './FilterBar.module.css';
import { type FlowSearch, PRESETS, USUAL_DAYS } from './model/window';
import { useFlow } from './useFlow';

const t = texts.flow.filter;
const OWN = 'own';

interface FilterBarProps {
  boards: readonly { id: string; name: string }[];
  isUnfiltered: boolean;
}

/** Whose flow, over which days, and of which work. */
export function FilterBar({ boards, isUnfiltered }: FilterBarProps) {
  const { boardId } = useFlow();
  const navigate = useNavigate({ from: '/flow/$boardId/$view' });
  return (
    <div className={classes.bar}>
      <Select
        className={classes.board}
        label={t.board}
        data={boards.map(({ id, name }) => ({ value: id, label: name }))}
        value={boardId}
        allowDeselect={false}
        searchable={boards.length > 8}
        onChange={(id) => id && void navigate({ params: (now) => ({ ...now, boardId: id }), search: (now) => now })}
      />
      {!isUnfiltered && <Range />}
    </div>
  );
}

function Range() {
  const { search, days } = useFlow();
  const navigate = useNavigate({ from: '/flow/$boardId/$view' });
  const change = (part: FlowSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const size = useMatches({ base: 'xs', xs: 'sm' });
  const preset = search.from ? OWN : String(search.days ?? USUAL_DAYS);
  const between = (part: { from?: string; to?: string }) => {
    const { from, to } = { ...days, ...part };
    if (from && to) {
      // The other end goes along, rather than that a day is refused.
      change({
        days: undefined,
        from: part.to && part.to < from ? to : from,
        to: part.from && part.from > to ? from : to,
      });
    }
  };
  return (
    <>
      <div className={classes.presets}>
        <span className={classes.label}>{t.window}</span>
        <SegmentedControl
          size={size}
          aria-label={t.window}
          value={preset}
          onChange={(value) =>
            value === OWN
              ? change({ days: undefined, ...days })
              : change({ days: Number(value), from: undefined, to: undefined })
          }
          data={[
            ...(PRESETS.includes(Number(preset)) || preset === OWN
              ? []
              : [{ value: preset, label: t.last(Number(preset)) }]),
            ...PRESETS.map((count) => ({ value: String(count), label: t.last(count) })),
            { value: OWN, label: t.own },
          ]}
        />
      </div>
      {search.from && (
        <div className={classes.days}>
          <TextInput
            type="date"
            label={t.from}
            value={days.from}
            onChange={(event) => between({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t.to}
            value={days.to}
            onChange={(event) => between({ to: event.currentTarget.value })}
          />
        </div>
      )}
      <Select
        className={classes.filter}
        label={texts.card.category}
        placeholder={t.all}
        clearable
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        value={search.category ?? null}
        onChange={(value) => change({ category: CATEGORIES.find((one) => one === value) })}
      />
      <Select
        className={classes.filter}
        label={texts.card.class}
        placeholder={t.all}
        clearable
        data={CLASSES.map((value) => ({ value, label: texts.words.class[value] }))}
        value={search.class ?? null}
        onChange={(value) => change({ class: CLASSES.find((one) => one === value) })}
      />
    </>
  );
}
