import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, dataOf } from '../api/client';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { announce, showDone } from '../ui/announce';
import { changeOwners, findCard, moveCard, takeAnswer } from './model/boardEdits';
import { boardKey } from './queries';
import { explainRefusal } from './refusal';
import { selection } from './stores';
import type { BlockerReason, Board, Card } from './types';

const t = texts.board;

/** What people do with cards: shown at once, corrected with the reason when the server refuses. */
export class CardActions {
  private pending = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

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
        void this.client.invalidateQueries({ queryKey: boardKey(this.boardId) });
        void this.client.invalidateQueries({ queryKey: ['card'] });
        void this.client.invalidateQueries({ queryKey: ['standup', this.boardId] });
        void this.client.invalidateQueries({ queryKey: ['avatars'] });
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
    return this.run(
      cardId,
      (before) => moveCard(before, cardId, { columnId, position }, this.personId),
      () =>
        dataOf(
          api.board.POST('/board/cards/{cardId}/moves', {
            params: { path: { cardId } },
            headers: { 'If-Match': `"${version}"` },
            body: { toColumnId: columnId, ...(position === undefined ? {} : { position }) },
          }),
        ),
      t.refusedTitle(key, column.name),
      t.moved(key, column.name),
    );
  }

  async moveSelected(columnId: string): Promise<void> {
    const ids = [...selection.get()];
    const name = this.board()?.columns.find((one) => one.column.id === columnId)?.column.name ?? '';
    try {
      const moves = ids.map((cardId) => ({ cardId, toColumnId: columnId }));
      await dataOf(
        api.board.POST('/board/boards/{boardId}/moves', {
          params: { path: { boardId: this.boardId } },
          body: { moves },
        }),
      );
      selection.set(new Set());
      showDone(t.batchMoved(ids.length, name));
    } catch (error) {
      explainRefusal(error, t.batchRefused(ids.length, name));
    } finally {
      this.refresh();
    }
  }

  own(cardId: string, person = this.personId): Promise<boolean> {
    const body = person === this.personId ? {} : { personId: person };
    return this.run(
      cardId,
      (board) => changeOwners(board, cardId, (owners) => [...owners, person]),
      () => dataOf(api.board.POST('/board/cards/{cardId}/owners', { params: { path: { cardId } }, body })),
    );
  }

  disown(cardId: string, person = this.personId): Promise<boolean> {
    const query = person === this.personId ? {} : { personId: person };
    return this.run(
      cardId,
      (board) => changeOwners(board, cardId, (owners) => owners.filter((owner) => owner !== person)),
      () => dataOf(api.board.DELETE('/board/cards/{cardId}/owners', { params: { path: { cardId }, query } })),
    );
  }

  finish(cardId: string): Promise<boolean> {
    return this.run(
      cardId,
      (board) => board,
      () => dataOf(api.board.POST('/board/cards/{cardId}:finish', { params: { path: { cardId } } })),
    );
  }

  async block(cardId: string, reason: BlockerReason, note: string): Promise<void> {
    await dataOf(
      api.board.POST('/board/cards/{cardId}/blockers', { params: { path: { cardId } }, body: { reason, note } }),
    );
    this.refresh();
  }

  async resolve(cardId: string, blockerId: string, note: string): Promise<void> {
    const path = { cardId, blockerId };
    await dataOf(
      api.board.POST('/board/cards/{cardId}/blockers/{blockerId}:resolve', { params: { path }, body: { note } }),
    );
    this.refresh();
  }

  async abandon(cardId: string, reason: string): Promise<void> {
    await dataOf(api.board.POST('/board/cards/{cardId}:abandon', { params: { path: { cardId } }, body: { reason } }));
    this.refresh();
  }

  async reopen(cardId: string, reason: string): Promise<void> {
    await dataOf(api.board.POST('/board/cards/{cardId}:reopen', { params: { path: { cardId } }, body: { reason } }));
    this.refresh();
  }

  private async run(
    cardId: string,
    foretell: (board: Board) => Board,
    ask: () => Promise<Card>,
    refused?: string,
    done?: string,
  ): Promise<boolean> {
    const key = boardKey(this.boardId);
    const before = this.board();
    const card = findCard(before, cardId)?.card.key ?? '';
    const foretold = before && foretell(before);
    this.pending++;
    await this.client.cancelQueries({ queryKey: key });
    this.client.setQueryData(key, foretold);
    try {
      const answer = await ask();
      this.client.setQueryData<Board>(key, (board) => board && takeAnswer(board, answer));
      if (done) {
        announce(done);
      }
      return true;
    } catch (error) {
      this.client.setQueryData(key, (now: Board | undefined) => (now === foretold ? before : now));
      explainRefusal(error, refused ?? texts.card.open(card, ''));
      return false;
    } finally {
      this.pending--;
      this.refresh();
    }
  }
}

export function useCardActions(boardId: string): CardActions {
  const client = useQueryClient();
  const { personId } = useSession();
  return useMemo(() => new CardActions(client, boardId, personId), [client, boardId, personId]);
}
