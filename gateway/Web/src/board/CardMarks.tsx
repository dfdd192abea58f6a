import { IconAlertOctagon, IconFlame, IconGitBranch, IconLock, IconLockOpen, IconSparkles } from '@tabler/icons-react';
import { texts } from '../texts';
import { formatDays, formatShortDate } from '../ui/format';
import { useBoardScope } from './BoardContext';
import classes from './CardTile.module.css';
import { ageDays, expectedDays } from './model/expectations';
import type { BoardCard } from './types';

const t = texts.card;
const MOST_TAGS = 3;

/** What else is worth a glance: tags, parts that are still open, and that AI helped. */
export function Hints({ card: { tags, openParts, isAiAssisted } }: { card: BoardCard }) {
  if (tags.length === 0 && openParts === 0 && !isAiAssisted) {
    return null;
  }
  return (
    <div className={classes.hints}>
      {isAiAssisted && <IconSparkles size={14} aria-label={t.aiAssisted} role="img" />}
      {openParts > 0 && (
        <span className={classes.hint}>
          <IconGitBranch size={12} aria-hidden /> {t.openParts(openParts)}
        </span>
      )}
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <span key={tag} className={classes.hint}>
          {tag}
        </span>
      ))}
      {tags.length > MOST_TAGS && <span title={tags.join(', ')}>+{tags.length - MOST_TAGS}</span>}
    </div>
  );
}

export function Marks({ card }: { card: BoardCard }) {
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

export function Age({ card }: { card: BoardCard }) {
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
