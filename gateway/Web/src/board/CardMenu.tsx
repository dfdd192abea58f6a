import { Menu } from '@mantine/core';
import {
  IconAlertOctagon,
  IconArchive,
  IconArrowBackUp,
  IconCheckbox,
  IconEye,
  IconGitBranch,
  IconTrash,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { AssignMenu } from './AssignMenu';
import { archiveCard } from './actions/acts';
import { useBoardScope } from './BoardContext';
import { MovesMenu } from './MovesMenu';
import { findCard } from './model/boardEdits';
import { type DialogKind, openDialog, openMenu, toggleSelected } from './stores';
import type { Board, BoardCard } from './types';

const t = texts.card;

/** One menu for all cards: it opens where it was asked for. */
export function CardMenu() {
  const anchor = useSyncExternalStore(openMenu.subscribe, openMenu.get);
  const { actions } = useBoardScope();
  const board = actions.board();
  const found = anchor ? findCard(board, anchor.cardId) : null;
  const close = () => {
    const id = anchor?.cardId;
    openMenu.set(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card-button="${id}"]`)?.focus());
  };
  return (
    <Menu opened={found != null} onClose={close} position="bottom-start" width={260} returnFocus={false} trapFocus>
      <Menu.Target>
        <span
          style={{ position: 'fixed', left: anchor?.x ?? 0, top: anchor?.y ?? 0, width: 1, height: 1 }}
          aria-hidden
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={found ? t.menu(found.card.key) : ''}>
        {board && found && <Items board={board} card={found.card} columnId={found.column.column.id} />}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemsProps {
  board: Board;
  card: BoardCard;
  columnId: string;
}

function Items({ board, card, columnId }: ItemsProps) {
  const { openCard, mayWork } = useBoardScope();
  return (
    <>
      <Menu.Item leftSection={<IconEye size={16} />} onClick={() => openCard(card.id)}>
        {t.details}
      </Menu.Item>
      {mayWork && card.finishedAt == null && <OpenItems board={board} card={card} columnId={columnId} />}
      {mayWork && card.finishedAt != null && <FinishedItems card={card} />}
    </>
  );
}

const ask = (kind: DialogKind, card: BoardCard) => () => openDialog.set({ kind, cardId: card.id });

function OpenItems({ board, card, columnId }: ItemsProps) {
  const { actions } = useBoardScope();
  const isMine = card.owners.includes(actions.personId);
  return (
    <>
      <MovesMenu board={board} card={card} columnId={columnId} />
      <Undo card={card} />
      <Menu.Divider />
      <Menu.Item
        leftSection={isMine ? <IconUserMinus size={16} /> : <IconUserPlus size={16} />}
        onClick={() => void (isMine ? actions.disown(card.id) : actions.own(card.id))}
      >
        {isMine ? t.disown : t.own}
      </Menu.Item>
      <AssignMenu card={card} />
      <Menu.Item leftSection={<IconCheckbox size={16} />} onClick={() => toggleSelected(card.id)}>
        {t.select}
      </Menu.Item>
      <Menu.Item leftSection={<IconAlertOctagon size={16} />} onClick={ask('block', card)}>
        {t.block}
      </Menu.Item>
      <Menu.Item leftSection={<IconGitBranch size={16} />} onClick={ask('split', card)}>
        {t.split}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} onClick={ask('abandon', card)}>
        {t.abandon}
      </Menu.Item>
    </>
  );
}

function FinishedItems({ card }: { card: BoardCard }) {
  const { actions } = useBoardScope();
  return (
    <>
      <Undo card={card} />
      <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={ask('reopen', card)}>
        {t.reopen}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArchive size={16} />}
        onClick={() => void actions.tell(archiveCard(card.id), t.archive, t.archived)}
      >
        {t.archive}
      </Menu.Item>
    </>
  );
}

/** Offered where this person moved the card last, as far as this page knows. */
function Undo({ card }: { card: BoardCard }) {
  const { actions } = useBoardScope();
  return actions.hasMoved(card.id) ? (
    <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => void actions.undo(card.id)}>
      {t.undo}
    </Menu.Item>
  ) : null;
}
