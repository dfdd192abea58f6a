import { ActionIcon } from '@mantine/core';
import { IconAlertOctagon, IconDots, IconFlame, IconLock, IconLockOpen } from '@tabler/icons-react';
import { memo, useRef, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { Face } from '../ui/Face';
import { formatDays, formatShortDate } from '../ui/format';
import { useBoardScope } from './BoardContext';
import classes from './CardTile.module.css';
import { ageDays, expectedDays } from './model/expectations';
import { openMenu, selection } from './stores';
import type { BoardCard } from './types';
import { useCardDragging } from './useCardDragging';

const t = texts.card;

interface CardTileProps {
  card: BoardCard;
  columnId: string;
  index: number;
}

/** A card. Its title opens it; everything else that can be done is in its menu and on the keyboard. */
export const CardTile = memo(function CardTile({ card, columnId, index }: CardTileProps) {
  const { openCard, people, mayWork } = useBoardScope();
  const ref = useRef<HTMLDivElement>(null);
  const isOver = useCardDragging(ref, card, mayWork);
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.get().has(card.id));
  return (
    <div
      ref={ref}
      className={classes.card}
      data-card={card.id}
      data-column={columnId}
      data-index={index}
      data-category={card.category}
      data-blocked={card.isBlocked || undefined}
      data-selected={isSelected || undefined}
      data-over={isOver || undefined}
    >
      <div className={classes.top}>
        <span className={classes.key}>{card.key}</span>
        <Marks card={card} />
        <ActionIcon
          size="sm"
          className={classes.menu ?? ''}
          aria-label={t.menu(card.key)}
          aria-haspopup="menu"
          tabIndex={-1}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            openMenu.set({ cardId: card.id, x: left, y: bottom });
          }}
        >
          <IconDots size={16} />
        </ActionIcon>
      </div>
      <button type="button" className={classes.title} onClick={() => openCard(card.id)} data-card-button={card.id}>
        <span className="visually-hidden">{card.key} </span>
        {card.title}
      </button>
      <div className={classes.bottom}>
        <span className={classes.category}>{texts.words.category[card.category]}</span>
        <Age card={card} />
        <span className={classes.owners}>
          {card.owners.map((owner) => (
            <Face key={owner} id={owner} name={people.get(owner) ?? ''} size={22} />
          ))}
        </span>
      </div>
    </div>
  );
});

function Marks({ card }: { card: BoardCard }) {
  const isLate =
    card.dueDate != null && card.finishedAt == null && card.dueDate < new Date().toISOString().slice(0, 10);
  return (
    <span className={classes.marks}>
      {card.classOfService === 'Expedite' && <IconFlame size={15} aria-label={texts.words.class.Expedite} />}
      {card.dueDate != null && (
        <span className={classes.due} data-late={isLate || undefined}>
          {formatShortDate(card.dueDate)}
        </span>
      )}
      {card.isRegulated && !card.hasApprovedChange && (
        <IconLock
          size={15}
          className={classes.locked ?? ''}
          aria-label={`${t.regulated}: ${t.needsApproval}`}
          role="img"
        />
      )}
      {card.isRegulated && card.hasApprovedChange && (
        <IconLockOpen size={15} className={classes.approved ?? ''} aria-label={t.approved} role="img" />
      )}
      {card.isBlocked && (
        <span className={classes.blocked}>
          <IconAlertOctagon size={14} aria-hidden /> {t.blocked}
        </span>
      )}
    </span>
  );
}

function Age({ card }: { card: BoardCard }) {
  const { workflow } = useBoardScope();
  const age = ageDays(card, Date.now());
  if (age == null) {
    return null;
  }
  const expected = expectedDays(workflow, card);
  const label = expected == null ? t.age(formatDays(age)) : t.ageOf(formatDays(age), formatDays(expected));
  const share = expected == null ? 0 : Math.min(1, age / expected);
  return (
    <span className={classes.age} title={label} data-beyond={(expected != null && age > expected) || undefined}>
      {expected != null && (
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className="numbers">{formatDays(age)}</span>
    </span>
  );
}
