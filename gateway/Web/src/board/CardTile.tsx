import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { Face } from '../ui/Face';
import { useBoardScope } from './BoardContext';
import { Age, Hints, Marks } from './CardMarks';
import classes from './CardTile.module.css';
import { focusIfAwaited } from './focus';
import { openMenu, selection } from './stores';
import type { BoardCard } from './types';
import { useCardDragging } from './useCardDragging';

const t = texts.card;

interface CardTileProps {
  card: BoardCard;
  columnId: string;
}

/** A card. Its title opens it; everything else that can be done is in its menu and on the keyboard. */
export const CardTile = memo(function CardTile({ card, columnId }: CardTileProps) {
  const { openCard, people, mayWork } = useBoardScope();
  const ref = useRef<HTMLDivElement>(null);
  const isOver = useCardDragging(ref, card, mayWork);
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.get().has(card.id));
  useLayoutEffect(() => focusIfAwaited(ref.current, card.id), [card.id]);
  return (
    <div
      ref={ref}
      className={classes.card}
      data-card={card.id}
      data-column={columnId}
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
      <Hints card={card} />
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
