import type { QueryClient } from '@tanstack/react-query';
import { texts } from '../../texts';
import { announce, showDone } from '../../ui/announce';
import { changeOwners, findCard, moveCard, takeAnswer } from '../model/boardEdits';
import { boardKey } from '../queries';
import { explainRefusal } from '../refusal';
import type { Board, Card } from '../types';
import { disownCard, ownCard, postMove, undoMove } from './acts';

const t = texts.board;

interface Foretold {
  cardId: string;
  foretell: (board: Board) => Board;
  ask: () => Promise<Card>;
  refused?: string;
  done?: string;
}

/** What people do with cards on the board: shown at once, corrected with the reason when the server refuses. */
export class CardActions {
  private pending = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastMoved: string | null = null;

  constructor(
    private readonly client: QueryClient,
    readonly boardId: string,
    readonly personId: string,
  ) {}

  readonly board = (): Board | undefined => this.client.getQueryData<Board>(boardKey(this.boardId));

  /** Reads the board anew in a moment; never over a write that is under way. */
  readonly refresh = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.pending === 0) {
        for (const queryKey of [boardKey(this.boardId), ['card'], ['standup', this.boardId], ['avatars'], ['mine']]) {
          void this.client.invalidateQueries({ queryKey });
        }
      }
    }, 120);
  };

  async move(cardId: string, columnId: string, position?: number): Promise<boolean> {
    const board = this.board();
    const found = findCard(board, cardId);
    const column = board?.columns.find((one) => one.column.id === columnId)?.column;
    if (!found || !column) {
      return false;
    }
    const { key, version } = found.card;
    const isDone = await this.run({
      cardId,
      foretell: (before) => moveCard(before, cardId, { columnId, position }, this.personId),
      ask: () => postMove(cardId, version, { toColumnId: columnId, ...(position === undefined ? {} : { position }) }),
      refused: t.refusedTitle(key, column.name),
      done: t.moved(key, column.name),
    });
    this.lastMoved = isDone ? cardId : this.lastMoved;
    return isDone;
  }

  /** Takes back one's own last move of the card, or the last one made here. */
  readonly hasMoved = (cardId: string): boolean => this.lastMoved === cardId;

  async undo(cardId: string | null = this.lastMoved): Promise<boolean> {
    if (cardId === null) {
      return false;
    }
    const key = findCard(this.board(), cardId)?.card.key ?? '';
    this.lastMoved = null;
    return this.tell(undoMove(cardId), texts.card.undo, texts.card.undone(key));
  }

  own(cardId: string, person = this.personId): Promise<boolean> {
    return this.run({
      cardId,
      foretell: (board) => changeOwners(board, cardId, (owners) => [...owners, person]),
      ask: () => ownCard(cardId, person === this.personId ? {} : { personId: person }),
    });
  }

  disown(cardId: string, person = this.personId): Promise<boolean> {
    return this.run({
      cardId,
      foretell: (board) => changeOwners(board, cardId, (owners) => owners.filter((owner) => owner !== person)),
      ask: () => disownCard(cardId, person === this.personId ? {} : { personId: person }),
    });
  }

  /** Waits for an answer and reads the board anew. A refusal is thrown: the form that asked explains it. */
  async after<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } finally {
      this.refresh();
    }
  }

  /** Like after, for what is no form: a refusal is told beside the board. */
  async tell(asked: Promise<unknown>, refused: string = texts.errors.unknownTitle, done?: string): Promise<boolean> {
    try {
      await this.after(asked);
      if (done) {
        showDone(done);
      }
      return true;
    } catch (error) {
      explainRefusal(error, refused);
      return false;
    }
  }

  private async run({ cardId, foretell, ask, refused, done }: Foretold): Promise<boolean> {
    const key = boardKey(this.boardId);
    const before = this.board();
    const card = findCard(before, cardId)?.card.key ?? '';
    const foretold = before && foretell(before);
    this.pending++;
    // Shown before anything is waited for: what was being read is thrown away by the same call.
    const cancelled = this.client.cancelQueries({ queryKey: key });
    const shown = this.client.setQueryData(key, foretold);
    try {
      await cancelled;
      const answer = await ask();
      this.client.setQueryData<Board>(key, (board) => board && takeAnswer(board, answer));
      if (done) {
        announce(done);
      }
      return true;
    } catch (error) {
      this.client.setQueryData(key, (now: Board | undefined) => (now === shown ? before : now));
      explainRefusal(error, refused ?? texts.card.open(card, ''));
      return false;
    } finally {
      this.pending--;
      this.refresh();
    }
  }
}
