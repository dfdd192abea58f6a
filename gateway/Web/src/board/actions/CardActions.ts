import { texts } from '../../texts';
import { announce, showDone } from '../../ui/announce';
import { changeOwners, findCard, moveCard } from '../model/boardEdits';
import { explainRefusal } from '../refusal';
import type { Board, Card } from '../types';
import { disownCard, ownCard, postMove, undoMove } from './acts';
import type { BoardCopy } from './BoardCopy';

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
  private lastMoved: string | null = null;

  constructor(
    private readonly copy: BoardCopy,
    readonly personId: string,
  ) {}

  get boardId(): string {
    return this.copy.boardId;
  }

  readonly board = (): Board | undefined => this.copy.board();
  readonly refresh = (): void => this.copy.refresh();
  readonly hasMoved = (cardId: string): boolean => this.lastMoved === cardId;

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
  async undo(cardId: string | null = this.lastMoved): Promise<boolean> {
    if (cardId === null) {
      return false;
    }
    const key = findCard(this.board(), cardId)?.card.key ?? '';
    this.lastMoved = null;
    return this.tell(undoMove(cardId), texts.card.undo, texts.card.undone(key));
  }

  own(cardId: string, person = this.personId): Promise<boolean> {
    return this.place(cardId, person, (owners) => [...owners, person], ownCard);
  }

  disown(cardId: string, person = this.personId): Promise<boolean> {
    return this.place(cardId, person, (owners) => owners.filter((owner) => owner !== person), disownCard);
  }

  /** Waits for an answer and reads the board anew. A refusal is thrown: the form that asked explains it. */
  after<T>(asked: Promise<T>): Promise<T> {
    return this.copy.write(() => asked);
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

  private place(cardId: string, person: string, change: (owners: string[]) => string[], ask: typeof ownCard) {
    const whose = person === this.personId ? {} : { personId: person };
    const foretell = (board: Board) => changeOwners(board, cardId, change);
    return this.run({ cardId, foretell, ask: () => ask(cardId, whose) });
  }

  private async run({ cardId, foretell, ask, refused, done }: Foretold): Promise<boolean> {
    const card = findCard(this.board(), cardId)?.card.key ?? '';
    const takeBack = await this.copy.foretell(foretell);
    try {
      await this.copy.write(ask);
      if (done) {
        announce(done);
      }
      return true;
    } catch (error) {
      takeBack();
      explainRefusal(error, refused ?? texts.card.open(card, ''));
      return false;
    }
  }
}
