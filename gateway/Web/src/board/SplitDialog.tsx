import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../texts';
import { showDone } from '../ui/announce';
import { FormDialog } from '../ui/FormDialog';
import { useDraft } from '../ui/useDraft';
import { splitCard } from './actions/acts';
import { useBoardScope } from './BoardContext';
import { cardQuery } from './queries';

const t = texts.card;

/** Splits parts off a card; they begin where the whole stands, or before it. */
export function SplitDialog({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const { actions } = useBoardScope();
  const { data } = useQuery(cardQuery(cardId));
  const [text, setText, clear] = useDraft(`split:${cardId}`, '');
  const [column, setColumn] = useState<string | null>(null);
  const names = (actions.board()?.columns ?? []).map((one) => one.column.name);
  const allowed = names.slice(0, names.indexOf(data?.card.column ?? '') + 1);
  const titles = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <FormDialog
      title={t.splitTitle(data?.card.key ?? '')}
      lead={t.splitLead}
      button={t.split}
      isOpen
      onClose={onClose}
      onSend={async () => {
        const { parts } = await actions.after(splitCard(cardId, titles, column));
        clear();
        showDone(t.splitDone(parts.length));
      }}
    >
      <Textarea
        label={t.splitParts}
        required
        autosize
        minRows={3}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t.splitColumn}
        data={allowed}
        value={column ?? data?.card.column ?? null}
        allowDeselect={false}
        onChange={setColumn}
      />
    </FormDialog>
  );
}
