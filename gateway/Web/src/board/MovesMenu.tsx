import { Menu } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { texts } from '../texts';
import { useBoardScope } from './BoardContext';
import { foresee } from './model/foresight';
import type { Board, BoardCard } from './types';

interface MovesMenuProps {
  board: Board;
  card: BoardCard;
  columnId: string;
}

/** The other columns; one that would refuse the card says why. */
export function MovesMenu({ board, card, columnId }: MovesMenuProps) {
  const { actions, workflow } = useBoardScope();
  return (
    <>
      <Menu.Label>{texts.card.moveTo}</Menu.Label>
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
