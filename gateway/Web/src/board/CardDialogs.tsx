import { Select, Textarea } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { useDraft } from '../ui/useDraft';
import { abandonCard, blockCard, reopenCard } from './actions/acts';
import { useBoardScope } from './BoardContext';
import { findCard } from './model/boardEdits';
import { SplitDialog } from './SplitDialog';
import { type DialogKind, type OpenDialog, openDialog } from './stores';
import { BLOCKERS, type BlockerReason } from './types';

const t = texts.card;
const close = () => openDialog.set(null);
type ReasonKind = Exclude<DialogKind, 'split'>;

const WORDS: Record<ReasonKind, { title: (key: string) => string; lead?: string; button: string; label: string }> = {
  block: { title: t.blockTitle, button: t.block, label: t.blockNote },
  abandon: { title: t.abandonTitle, lead: t.abandonLead, button: t.abandon, label: texts.common.reason },
  reopen: { title: t.reopenTitle, lead: t.reopenLead, button: t.reopen, label: texts.common.reason },
};

/** What is asked before a card is blocked, abandoned, reopened or split. */
export function CardDialogs() {
  const open = useSyncExternalStore(openDialog.subscribe, openDialog.get);
  if (!open) {
    return null;
  }
  return open.kind === 'split' ? (
    <SplitDialog key={open.cardId} cardId={open.cardId} onClose={close} />
  ) : (
    <ReasonForm key={open.kind + open.cardId} kind={open.kind} cardId={open.cardId} />
  );
}

function ReasonForm({ kind, cardId }: Omit<OpenDialog, 'kind'> & { kind: ReasonKind }) {
  const { actions } = useBoardScope();
  const [text, setText, clear] = useDraft(`${kind}:${cardId}`, '');
  const [reason, setReason] = useState<BlockerReason>('Dependency');
  const { title, lead, button, label } = WORDS[kind];
  const send = {
    block: () => blockCard(cardId, reason, text),
    abandon: () => abandonCard(cardId, text),
    reopen: () => reopenCard(cardId, text),
  };
  return (
    <FormDialog
      title={title(findCard(actions.board(), cardId)?.card.key ?? '')}
      lead={lead}
      button={button}
      isDanger={kind !== 'reopen'}
      isOpen
      onClose={close}
      onSend={() => actions.after(send[kind]()).then(clear)}
    >
      {kind === 'block' && (
        <Select
          label={texts.common.reason}
          data={BLOCKERS.map((value) => ({ value, label: texts.words.blocker[value] }))}
          value={reason}
          onChange={(value) => value && setReason(value as BlockerReason)}
          allowDeselect={false}
        />
      )}
      <Textarea
        label={label}
        autosize
        minRows={3}
        required={kind !== 'block'}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
