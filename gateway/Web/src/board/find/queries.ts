import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { components } from '../../api/generated/board';

export type CardSummary = components['schemas']['CardSummary'];
export const CARD_STATES = ['All', 'Open', 'Finished', 'Abandoned', 'Archived'] as const;
export type CardState = (typeof CARD_STATES)[number];

interface Asked {
  boardId: string;
  words: string;
  state: CardState;
  tag: string | null;
}

export const foundCardsQuery = ({ boardId, words, state, tag }: Asked) =>
  infiniteQueryOptions({
    queryKey: ['card', 'found', boardId, words, state, tag],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        BoardId: boardId,
        State: state,
        limit: 30,
        ...(words ? { Q: words } : {}),
        ...(tag ? { Tag: tag } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return dataOf(api.board.GET('/board/cards', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
