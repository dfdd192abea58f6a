import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { selection } from '../stores';
import { moveCards } from './acts';
import type { CardActions } from './CardActions';

const t = texts.board;

/** Moves all selected cards at once: all of them, or none. */
export async function moveSelected(actions: CardActions, columnId: string): Promise<void> {
  const ids = [...selection.get()];
  const name = actions.board()?.columns.find((one) => one.column.id === columnId)?.column.name ?? '';
  if (await actions.tell(moveCards(actions.boardId, ids, columnId), t.batchRefused(ids.length, name))) {
    selection.set(new Set());
    showDone(t.batchMoved(ids.length, name));
  }
}
