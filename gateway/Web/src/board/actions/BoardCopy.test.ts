import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardKey, cardQuery } from '../queries';
import type { Board } from '../types';
import { BoardCopy } from './BoardCopy';

const board = (name: string) => ({ id: 'b', name, columns: [] }) as unknown as Board;

describe("the page's copy of a board", () => {
  let client: QueryClient;
  let copy: BoardCopy;
  let read: ReturnType<typeof vi.fn>;

  beforeEach(() => {
    vi.useFakeTimers();
    client = new QueryClient();
    copy = new BoardCopy(client, 'b');
    client.setQueryData(boardKey('b'), board('known'));
    read = vi.spyOn(client, 'invalidateQueries').mockResolvedValue() as never;
  });

  afterEach(() => vi.useRealTimers());

  const readAnew = () => read.mock.calls.filter(([filter]) => filter.queryKey[0] === 'board').length;

  it('shows what is foretold at once, and takes it back', async () => {
    const takeBack = await copy.foretell(() => board('foretold'));
    expect(copy.board()?.name).toBe('foretold');

    takeBack();

    expect(copy.board()?.name).toBe('known');
  });

  it('takes nothing back that was read in the meantime', async () => {
    const takeBack = await copy.foretell(() => board('foretold'));
    client.setQueryData(boardKey('b'), board('read since'));

    takeBack();

    expect(copy.board()?.name).toBe('read since');
  });

  it('reads anew while changes come in faster than it waits', () => {
    for (let change = 0; change < 10; change++) {
      copy.refresh();
      vi.advanceTimersByTime(100);
    }

    expect(readAnew()).toBeGreaterThanOrEqual(4);
  });

  it('does not read over a write, and reads after it', async () => {
    let answer: (card: unknown) => void = () => {};
    const written = copy.write(
      () =>
        new Promise((done) => {
          answer = done;
        }),
    );
    copy.refresh();
    vi.advanceTimersByTime(500);
    expect(readAnew()).toBe(0);

    answer({});
    await written;
    vi.advanceTimersByTime(500);

    expect(readAnew()).toBe(1);
  });

  it('shows the answer about a card in its panel before the panel is read anew', async () => {
    const key = cardQuery('c').queryKey;
    client.setQueryData(key, { card: { id: 'c', tags: [] }, ageDays: 3 } as never);

    await copy.write(async () => ({ id: 'c', columnId: 'x', boardVersion: 7, tags: ['new'] }));

    expect(client.getQueryData(key)).toMatchObject({ card: { tags: ['new'] }, ageDays: 3 });
  });
});
