import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { ErrorState } from '../ui/states';
import { useDraft } from '../ui/useDraft';
import { useBoardScope } from './BoardContext';
import { findCard } from './model/boardEdits';
import { type DialogKind, openDialog } from './stores';
import { BLOCKERS, type BlockerReason } from './types';

const t = texts.card;
const close = () => openDialog.set(null);

const WORDS: Record<DialogKind, { title: (key: string) => string; lead: string; button: string; label: string }> = {
  block: { title: t.blockTitle, lead: '', button: t.block, label: t.blockNote },
  abandon: { title: t.abandonTitle, lead: t.abandonLead, button: t.abandon, label: texts.common.reason },
  reopen: { title: t.reopenTitle, lead: t.reopenLead, button: t.reopen, label: texts.common.reason },
};

/** What is asked before a card is blocked, abandoned or reopened: the reason. */
export function CardDialogs() {
  const open = useSyncExternalStore(openDialog.subscribe, openDialog.get);
  const { actions } = useBoardScope();
  const card = open ? findCard(actions.board(), open.cardId)?.card : null;
  return (
    <Modal opened={open != null} onClose={close} title={open ? WORDS[open.kind].title(card?.key ?? '') : ''}>
      {open && <ReasonForm key={open.kind + open.cardId} kind={open.kind} cardId={open.cardId} />}
    </Modal>
  );
}

function ReasonForm({ kind, cardId }: { kind: DialogKind; cardId: string }) {
  const { actions } = useBoardScope();
  const [text, setText, clear] = useDraft(`${kind}:${cardId}`, '');
  const [reason, setReason] = useState<BlockerReason>('Dependency');
  const words = WORDS[kind];
  const act = useMutation({
    mutationFn: () => (kind === 'block' ? actions.block(cardId, reason, text) : actions[kind](cardId, text)),
    onSuccess: () => {
      clear();
      close();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Stack>
        {words.lead && (
          <Text size="sm" c="dimmed">
            {words.lead}
          </Text>
        )}
        {act.isError && <ErrorState error={act.error} />}
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
          label={words.label}
          autosize
          minRows={3}
          required={kind !== 'block'}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" color={kind === 'reopen' ? undefined : 'red'} loading={act.isPending}>
            {words.button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
