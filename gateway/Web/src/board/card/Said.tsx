import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatAgo, formatInstant } from '../../ui/format';
import classes from './Said.module.css';

interface SaidProps {
  by: string;
  at: string;
  text: string;
  /** Names that are mentioned in the text; they stand out. */
  mentions?: readonly string[];
  note?: string | undefined;
  actions?: ReactNode;
}

/** The text with each mention marked. */
function marked(text: string, mentions: readonly string[]): ReactNode[] {
  const names = mentions.filter((name) => name !== '').map((name) => `@${name}`);
  if (names.length === 0) {
    return [text];
  }
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(${escaped.join('|')})`))
    .map((part, index) => (names.includes(part) ? <mark key={`${index}-${part}`}>{part}</mark> : part));
}

/** What somebody said. */
export function Said({ by, at, text, mentions = [], note, actions }: SaidProps) {
  return (
    <article className={classes.said}>
      <div className={classes.head}>
        <Text size="sm" fw={600} component="span">
          {by}
        </Text>
        <span className={classes.when} title={formatInstant(at)}>
          {formatAgo(at)}
          {note && ` · ${note}`}
        </span>
        {actions && <span className={classes.actions}>{actions}</span>}
      </div>
      <div className={classes.text}>{marked(text, mentions)}</div>
    </article>
  );
}
