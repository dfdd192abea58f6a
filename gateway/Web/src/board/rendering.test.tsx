// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardActions } from './actions/CardActions';
import { BoardContext, type BoardScope } from './BoardContext';
import { BoardView } from './BoardView';
import { moveCard } from './model/boardEdits';
import { NO_FILTER } from './model/filter';
import { shareBoard } from './model/sharing';
import { toFocus } from './stores';
import type { Board, BoardCard } from './types';

/** A tile asks for the age of its card each time it is drawn. */
const drawn = vi.hoisted(() => [] as string[]);
vi.mock('./model/expectations', async (original) => ({
  ...(await original<typeof import('./model/expectations')>()),
  ageDays: (card: BoardCard) => {
    drawn.push(card.id);
    return null;
  },
}));

// It looks at styles that there are none of without a browser.
vi.mock('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element', () => ({ autoScrollForElements: () => () => {} }));

const card = (id: string): BoardCard => ({
  id,
  key: `FS-${id}`,
  title: `Card ${id}`,
  category: 'Support',
  classOfService: 'Standard',
  customerId: 'c',
  isRegulated: false,
  hasApprovedChange: false,
  isBlocked: false,
  owners: [],
  tags: [],
  isAiAssisted: false,
  openParts: 0,
  committedAt: '2026-01-01T00:00:00Z',
  version: 1,
});

function boardWith(counts: number[]): Board {
  const columns = counts.map((count, at) => ({
    column: {
      id: `c${at}`,
      name: `C${at}`,
      kind: 'InProgress' as const,
      isQueue: false,
      wipLimit: null,
      isGate: false,
    },
    occupancy: count,
    cards: Array.from({ length: count }, (_, index) => card(`${at}-${index}`)),
  }));
  const limits = { personalLimit: 2, expediteLimit: 1 };
  return { id: 'b', teamId: 't', name: 'B', version: 1, workflowVersion: 1, ...limits, columns };
}

const scope: BoardScope = {
  boardId: 'b',
  teamId: 't',
  actions: { personId: 'me', board: () => undefined } as unknown as CardActions,
  workflow: undefined,
  people: new Map(),
  absent: new Set(),
  mayWork: true,
  mayLead: false,
  openCard: () => {},
};

/** The board as the service answers it anew: equal, and not one object the same. */
const readAnew = (board: Board, change: (cards: BoardCard[]) => void = () => {}): Board => {
  const copy = structuredClone(board);
  change(copy.columns.flatMap((one) => one.cards));
  return copy;
};

let root: Root;
const show = (board: Board) =>
  act(async () =>
    root.render(
      <MantineProvider>
        <BoardContext value={scope}>
          <BoardView board={board} filter={NO_FILTER} areLanesShown={false} />
        </BoardContext>
      </MantineProvider>,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

describe('a board that is read anew', () => {
  const before = boardWith([10, 10, 3]);

  it('draws each card once at first, and none again where nothing has changed', async () => {
    drawn.length = 0;
    await show(before);
    expect(drawn.length).toBe(23);

    drawn.length = 0;
    await show(shareBoard(before, readAnew(before)) as Board);

    expect(drawn).toEqual([]);
  });

  it('draws the one card that somebody changed, and no other', async () => {
    await show(before);
    drawn.length = 0;

    const after = readAnew(before, (cards) => {
      const changed = cards.find((one) => one.id === '0-4');
      if (changed) {
        changed.isBlocked = true;
      }
    });
    await show(shareBoard(before, after) as Board);

    expect(drawn).toEqual(['0-4']);
  });

  it('draws the card that moved in its new place, and none of those that made room', async () => {
    await show(before);
    drawn.length = 0;

    const after = readAnew(moveCard(before, '0-0', { columnId: 'c1', position: 0 }, null));
    await show(shareBoard(before, after) as Board);

    expect(drawn).toEqual(['0-0']);
    expect(document.querySelectorAll('[data-card]').length).toBe(23);
  });
});

describe('a card that moves with the focus on it', () => {
  const before = boardWith([3, 3]);
  const buttonOf = (id: string) => document.querySelector<HTMLElement>(`[data-card-button="${id}"]`);
  const after = moveCard(before, '0-0', { columnId: 'c1' }, null);

  it('takes the focus along', async () => {
    await show(before);
    buttonOf('0-0')?.focus();

    toFocus.set('0-0');
    await show(after);

    expect(buttonOf('0-0')?.closest('[data-card]')?.getAttribute('data-column')).toBe('c1');
    expect(document.activeElement).toBe(buttonOf('0-0'));
  });

  it('goes alone where the person is elsewhere by then', async () => {
    await show(before);
    buttonOf('0-1')?.focus();

    toFocus.set('0-0');
    await show(after);

    expect(document.activeElement).toBe(buttonOf('0-1'));
    expect(toFocus.get()).toBeNull();
  });
});
