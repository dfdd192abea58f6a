import { texts } from '../../texts';
import { formatShortDate } from '../../ui/format';
import type { Category, Request } from '../types';
import classes from './Kind.module.css';

const COLOURS: Record<Category, string> = {
  Enhancement: 'var(--fp-enhancement)',
  Support: 'var(--fp-support)',
  TechnicalDebt: 'var(--fp-debt)',
  Project: 'var(--fp-project)',
};

export function CategoryMark({ category }: { category: Category }) {
  return (
    <span className={classes.kind} style={{ '--kind': COLOURS[category] } as React.CSSProperties}>
      {texts.words.category[category]}
    </span>
  );
}

export function PriorityMark({ priority }: { priority: string }) {
  return (
    <span
      className={classes.priority}
      data-priority={priority}
      role="img"
      aria-label={texts.request.priorityOf(priority)}
      title={texts.request.priorityOf(priority)}
    >
      {priority}
    </span>
  );
}

/** What a line about a request says below its title. */
export function RequestNote({ request, parts }: { request: Request; parts: (string | null | undefined | false)[] }) {
  const { classOfService, dueDate } = request;
  const said = [
    ...parts,
    classOfService !== 'Standard' && texts.words.class[classOfService],
    dueDate && texts.request.due(formatShortDate(dueDate)),
    request.isRegulated && texts.request.fields.regulated,
  ].filter(Boolean);
  return (
    <span className={classes.facts}>
      <CategoryMark category={request.category} />
      {said.map((part) => (
        <span key={String(part)}>{part}</span>
      ))}
    </span>
  );
}
