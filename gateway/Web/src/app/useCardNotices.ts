import { useQueries, useQueryClient } from '@tanstack/react-query';
import { boardsQuery, cardQuery } from '../board/queries';
import type { Transition } from '../board/types';
import type { LiveEvent } from '../live/eventParser';
import { useLives } from '../live/useLive';
import { texts } from '../texts';
import { announce } from '../ui/announce';
import { noticeStore } from './noticeStore';
import { useSession } from './person';

const TOLD = texts.board.notices as Partial<Record<string, (card: string, to: string) => string>>;

/** A browser has six lines for all its tabs where the gateway is reached without HTTP/2; requests need some of them. */
const MOST_LINES = 3;

/** Follows the boards of the person's teams, and tells what others did to the person's cards and to those they watch. */
export function useCardNotices(): void {
  const session = useSession();
  const client = useQueryClient();
  const boards = useQueries({
    queries: session.teams.map((team) => boardsQuery(team.teamId)),
    combine: (results) => results.flatMap(({ data }) => data?.items.map((board) => board.id) ?? []),
  });
  const onEvent = async ({ name, data: text }: LiveEvent) => {
    const tell = TOLD[name];
    if (!tell) {
      return;
    }
    const happened = JSON.parse(text) as Transition;
    if (happened.cardId == null || happened.by === session.personId) {
      return;
    }
    const { card, notes } = await client.fetchQuery({ ...cardQuery(happened.cardId), staleTime: 0 });
    const comment = notes.comments.find((one) => name === 'Commented' && one.id === happened.reason);
    const isMentioned = comment?.mentions.includes(session.personId) ?? false;
    const isMine = card.owners.includes(session.personId) || happened.owners?.includes(session.personId);
    if (!isMine && !isMentioned && !notes.isWatched) {
      return;
    }
    const about = `${card.key} ${card.title}`;
    const words = isMentioned ? texts.board.mentioned(about) : tell(about, happened.toColumn ?? '');
    noticeStore.add({
      id: `${card.boardId}:${happened.sequence}`,
      text: words,
      at: happened.at,
      to: `/boards/${card.boardId}?card=${card.id}`,
    });
    announce(words);
  };
  const urls = boards.slice(0, MOST_LINES).map((boardId) => `/api/board/boards/${boardId}/events`);
  useLives(urls, (event) => void onEvent(event).catch(() => {}));
}
