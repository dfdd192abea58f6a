import { useQuery, useQueryClient } from '@tanstack/react-query';
import { boardsQuery, cardQuery } from '../board/queries';
import type { Transition } from '../board/types';
import type { LiveEvent } from '../live/eventParser';
import { useLive } from '../live/useLive';
import { texts } from '../texts';
import { announce } from '../ui/announce';
import { noticeStore } from './noticeStore';
import { useSession } from './person';

const TOLD = texts.board.notices as Partial<Record<string, (card: string, to: string) => string>>;

/** Follows the board of the person's team, and tells what others did to the person's cards. */
export function useCardNotices(): void {
  const session = useSession();
  const client = useQueryClient();
  const team = session.teams[0]?.teamId;
  const { data } = useQuery({ ...boardsQuery(team), enabled: team !== undefined });
  const boardId = data?.items[0]?.id;
  const onEvent = async ({ name, data: text }: LiveEvent) => {
    const tell = TOLD[name];
    if (!tell) {
      return;
    }
    const happened = JSON.parse(text) as Transition;
    if (happened.cardId == null || happened.by === session.personId) {
      return;
    }
    const { card } = await client.fetchQuery({ ...cardQuery(happened.cardId), staleTime: 0 });
    if (!card.owners.includes(session.personId) && !happened.owners?.includes(session.personId)) {
      return;
    }
    const words = tell(`${card.key} ${card.title}`, happened.toColumn ?? '');
    noticeStore.add({
      id: `${card.boardId}:${happened.sequence}`,
      text: words,
      at: happened.at,
      to: `/boards/${card.boardId}?card=${card.id}`,
    });
    announce(words);
  };
  useLive(boardId ? `/api/board/boards/${boardId}/events` : null, (event) => void onEvent(event).catch(() => {}));
}
