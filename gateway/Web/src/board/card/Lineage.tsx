import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { Tag } from '../../ui/Tag';
import { useBoardScope } from '../BoardContext';
import { cardQuery } from '../queries';
import type { CardDetail } from '../types';
import classes from './CardPanel.module.css';
import { Section } from './Section';

const t = texts.card;

/** What was split off the card, and what the card itself was split off. */
export function Lineage({ detail: { card, notes } }: { detail: CardDetail }) {
  const { openCard } = useBoardScope();
  const whole = useQuery({ ...cardQuery(card.wholeId ?? ''), enabled: card.wholeId != null });
  if (notes.parts.length === 0 && card.wholeId == null) {
    return null;
  }
  return (
    <>
      {card.wholeId != null && (
        <Section title={t.partOf}>
          <UnstyledButton className={classes.link ?? ''} onClick={() => openCard(card.wholeId ?? null)}>
            {whole.data ? `${whole.data.card.key}  ${whole.data.card.title}` : texts.common.loading}
          </UnstyledButton>
        </Section>
      )}
      {notes.parts.length > 0 && (
        <Section title={t.parts} aside={card.openParts > 0 && t.openParts(card.openParts)}>
          <ul className={classes.list}>
            {notes.parts.map((part) => (
              <li key={part.id} className={classes.item}>
                <UnstyledButton className={`${classes.link} ${classes.text}`} onClick={() => openCard(part.id)}>
                  {`${part.key}  ${part.title}`}
                </UnstyledButton>
                <Tag tone={part.isOpen ? 'neutral' : 'good'}>{part.isOpen ? t.partOpen : t.partDone}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
