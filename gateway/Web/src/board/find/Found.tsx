import { Button, UnstyledButton } from '@mantine/core';
import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import { Tag, type Tone } from '../../ui/Tag';
import { archiveCard, restoreCard } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import classes from './Found.module.css';
import type { CardState, CardSummary } from './queries';

const t = texts.board;
const TONES: Record<CardState, Tone> = {
  All: 'neutral',
  Open: 'accent',
  Finished: 'good',
  Abandoned: 'danger',
  Archived: 'warn',
};

function stateOf(card: CardSummary): CardState {
  if (card.archivedAt != null) {
    return 'Archived';
  }
  return card.finishedAt != null ? 'Finished' : card.abandonedAt != null ? 'Abandoned' : 'Open';
}

/** The cards that were found; an ended one goes into the archive from here, and out of it. */
export function Found({ cards, onOpen }: { cards: CardSummary[]; onOpen: () => void }) {
  const { actions, openCard, mayWork } = useBoardScope();
  const open = (cardId: string) => {
    onOpen();
    openCard(cardId);
  };
  return (
    <ul className={classes.list}>
      {cards.map((card) => {
        const state = stateOf(card);
        const ended = card.finishedAt ?? card.abandonedAt;
        return (
          <li key={card.id} className={classes.row}>
            <UnstyledButton className={classes.text ?? ''} onClick={() => open(card.id)}>
              <span className={classes.title}>{`${card.key}  ${card.title}`}</span>
              <span className={classes.note}>
                {[texts.words.category[card.category], ended && formatDay(ended), ...card.tags]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </UnstyledButton>
            <Tag tone={TONES[state]}>{t.states[state]}</Tag>
            {mayWork && state === 'Archived' && (
              <Button size="compact-xs" variant="default" onClick={() => void actions.tell(restoreCard(card.id))}>
                {texts.card.restore}
              </Button>
            )}
            {mayWork && (state === 'Finished' || state === 'Abandoned') && (
              <Button size="compact-xs" variant="default" onClick={() => void actions.tell(archiveCard(card.id))}>
                {texts.card.archive}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
