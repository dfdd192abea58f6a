import { Menu } from '@mantine/core';
import {
  IconAlertOctagon,
  IconArrowBackUp,
  IconArrowRight,
  IconCheckbox,
  IconEye,
  IconTrash,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { useBoardScope } from './BoardContext';
import { findCard } from './model/boardEdits';
import { foresee } from './model/foresight';
import { openDialog, openMenu, toggleSelected } from './stores';
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
  const { actions, openCard, mayWork } = useBoardScope();
  const isMine = card.owners.includes(actions.personId);
  const isFinished = card.finishedAt != null;
  const ask = (kind: 'block' | 'abandon' | 'reopen') => openDialog.set({ kind, cardId: card.id });
  return (
    <>
      <Menu.Item leftSection={<IconEye size={16} />} onClick={() => openCard(card.id)}>
        {t.details}
      </Menu.Item>
      {mayWork && !isFinished && (
        <>
          <Moves board={board} card={card} columnId={columnId} />
          <Menu.Divider />
          <Menu.Item
            leftSection={isMine ? <IconUserMinus size={16} /> : <IconUserPlus size={16} />}
            onClick={() => void (isMine ? actions.disown(card.id) : actions.own(card.id))}
          >
            {isMine ? t.disown : t.own}
          </Menu.Item>
          <Assign card={card} />
          <Menu.Item leftSection={<IconCheckbox size={16} />} onClick={() => toggleSelected(card.id)}>
            {t.select}
          </Menu.Item>
          <Menu.Item leftSection={<IconAlertOctagon size={16} />} onClick={() => ask('block')}>
            {t.block}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => ask('abandon')}>
            {t.abandon}
          </Menu.Item>
        </>
      )}
      {mayWork && isFinished && (
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => ask('reopen')}>
          {t.reopen}
        </Menu.Item>
      )}
    </>
  );
}

function Moves({ board, card, columnId }: ItemsProps) {
  const { actions, workflow } = useBoardScope();
  return (
    <>
      <Menu.Label>{t.moveTo}</Menu.Label>
      {board.columns
        .filter(({ column }) => column.id !== columnId)
        .map(({ column }) => {
          const refusals = workflow ? foresee(board, workflow, card, column) : [];
          const why = refusals.map((refusal) => refusal.text).join(' · ');
          return (
            <Menu.Item
              key={column.id}
              leftSection={<IconArrowRight size={16} />}
              c={why ? 'dimmed' : undefined}
              onClick={() => void actions.move(card.id, column.id)}
            >
              {column.name}
              {why && <div style={{ fontSize: 12 }}>{why}</div>}
            </Menu.Item>
          );
        })}
    </>
  );
}

function Assign({ card }: { card: BoardCard }) {
  const { actions, people, mayLead } = useBoardScope();
  const others = [...people].filter(([id]) => id !== actions.personId && !card.owners.includes(id));
  if (!mayLead || others.length === 0) {
    return null;
  }
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconUserPlus size={16} />}>{t.ownFor}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {others.map(([id, name]) => (
          <Menu.Item key={id} onClick={() => void actions.own(card.id, id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
