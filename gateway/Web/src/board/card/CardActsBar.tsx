import { Button, Group } from '@mantine/core';
import { texts } from '../../texts';
import { archiveCard, restoreCard } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import { type DialogKind, openDialog } from '../stores';
import type { CardDetail } from '../types';

const t = texts.card;

/** Whether the last thing that happened to the card is a move of this person: then it can be taken back. */
function isOwnMove({ history }: CardDetail, personId: string): boolean {
  const last = history.at(-1);
  const sameAct = history.filter((one) => one.at === last?.at && one.by === last?.by);
  return last?.by === personId && sameAct.some((one) => one.kind === 'Moved');
}

export function CardActsBar({ detail }: { detail: CardDetail }) {
  const { card } = detail;
  const { actions } = useBoardScope();
  const isMine = card.owners.includes(actions.personId);
  const isOpen = card.finishedAt == null && card.abandonedAt == null;
  const ask = (kind: DialogKind) => () => openDialog.set({ kind, cardId: card.id });
  return (
    <Group gap="xs" mb="sm">
      {isOpen && (
        <>
          <Button size="xs" onClick={() => void (isMine ? actions.disown(card.id) : actions.own(card.id))}>
            {isMine ? t.disown : t.own}
          </Button>
          <Act label={t.block} onClick={ask('block')} />
          <Act label={t.split} onClick={ask('split')} />
          <Act label={t.abandon} onClick={ask('abandon')} />
        </>
      )}
      {card.finishedAt != null && card.archivedAt == null && <Act label={t.reopen} onClick={ask('reopen')} />}
      {!isOpen && card.archivedAt == null && (
        <Act label={t.archive} onClick={() => void actions.tell(archiveCard(card.id), t.archive, t.archived)} />
      )}
      {card.archivedAt != null && (
        <Act label={t.restore} onClick={() => void actions.tell(restoreCard(card.id), t.restore)} />
      )}
      {isOwnMove(detail, actions.personId) && <Act label={t.undo} onClick={() => void actions.undo(card.id)} />}
    </Group>
  );
}

function Act({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}
