import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts';
import { setDueDate } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import type { Card } from '../types';

/** The due date of an open card; saved when the field is left or Enter is pressed. */
export function DueDate({ card }: { card: Card }) {
  const { actions } = useBoardScope();
  const [day, setDay] = useState(card.dueDate ?? '');
  const save = async () => {
    const next = day === '' ? null : day;
    if (next !== (card.dueDate ?? null)) {
      const isSaved = await actions.tell(setDueDate(card.id, card.version, next), texts.card.dueDate);
      if (!isSaved) {
        setDay(card.dueDate ?? '');
      }
    }
  };
  return (
    <TextInput
      type="date"
      size="xs"
      w={150}
      aria-label={texts.card.dueDate}
      value={day}
      onChange={(event) => setDay(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => event.key === 'Enter' && void save()}
    />
  );
}
