import type { QueryClient } from '@tanstack/react-query';
import { takeAnswer } from '../model/boardEdits';
import { boardKey, cardQuery } from '../queries';
import type { Board, Card } from '../types';

const A_MOMENT = 120;

const isCard = (answer: unknown): answer is Card =>
  typeof answer === 'object' && answer !== null && 'boardVersion' in answer && 'columnId' in answer;

/** The page's copy of a board: what is foretold in it, what was answered, and when it is read anew. */
export class BoardCopy {
  private writes = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: QueryClient,
    readonly boardId: string,
  ) {}

  readonly board = (): Board | undefined => this.client.getQueryData<Board>(boardKey(this.boardId));

  /** Reads the board anew in a moment, also while changes come in without a pause. */
  readonly refresh = (): void => {
    this.timer ??= setTimeout(this.readAnew, A_MOMENT);
  };

  /** Shows the board as it will be, at once. The result takes that back, unless something else was read since. */
  async foretell(change: (board: Board) => Board): Promise<() => void> {
    const key = boardKey(this.boardId);
    // What is being read would undo it, and is thrown away first.
    await this.client.cancelQueries({ queryKey: key });
    const before = this.board();
    const shown = this.client.setQueryData<Board>(key, before && change(before));
    return () => this.client.setQueryData<Board>(key, (now) => (now === shown ? before : now));
  }

  /** Keeps the board from being read anew while a write is under way. */
  async write<T>(ask: () => Promise<T>): Promise<T> {
    this.writes++;
    try {
      const answer = await ask();
      this.take(answer);
      return answer;
    } finally {
      this.writes--;
      this.refresh();
    }
  }

  /** What the service answered about a card is shown before everything is read anew. */
  private take(answer: unknown): void {
    if (isCard(answer)) {
      this.client.setQueryData<Board>(boardKey(this.boardId), (board) => board && takeAnswer(board, answer));
      this.client.setQueryData(cardQuery(answer.id).queryKey, (detail) => detail && { ...detail, card: answer });
    }
  }

  private readonly readAnew = (): void => {
    this.timer = undefined;
    if (this.writes > 0) {
      return;
    }
    if (this.client.isFetching({ queryKey: boardKey(this.boardId) }) > 0) {
      // What is being read may be older than the change, and is not thrown away for it.
      this.refresh();
      return;
    }
    for (const queryKey of [boardKey(this.boardId), ['card'], ['standup', this.boardId], ['avatars'], ['mine']]) {
      void this.client.invalidateQueries({ queryKey });
    }
  };
}
