import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { navigation } from '../app/navigation';
import { useRights } from '../app/person';
import { boardsQuery } from '../board/queries';
import { texts } from '../texts';

export interface Found {
  group: string;
  id: string;
  label: string;
  note: string;
  to: string;
}

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** What a few letters may mean: screens and boards at once, work and people as the services find them. */
export function useSearch(text: string): { found: Found[]; isSearching: boolean } {
  const rights = useRights();
  const isAsked = text.trim().length >= 2;
  const boards = useQuery(boardsQuery());
  const work = useQuery({
    queryKey: ['search', 'work', text],
    queryFn: () => dataOf(api.intake.GET('/intake/requests', { params: { query: { q: text, limit: 8 } } })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    queryKey: ['search', 'people', text],
    queryFn: () => dataOf(api.identity.GET('/identity/people', { params: { query: { search: text, limit: 5 } } })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const screens = navigation.filter((item) => (item.isFor?.(rights) ?? true) && contains(item.label, text));
  const found: Found[] = [
    ...screens.map(({ to, label }) => ({ group: texts.search.screens, id: to, label, note: '', to })),
    ...(boards.data?.items ?? [])
      .filter((board) => contains(board.name, text))
      .map((b) => ({ group: texts.search.boards, id: b.id, label: b.name, note: b.team ?? '', to: `/boards/${b.id}` })),
  ];
  if (isAsked) {
    for (const { id, key, title, status, card } of work.data?.items ?? []) {
      const to = card ? `/boards/${card.boardId}?card=${id}` : `/requests/${id}`;
      const note = card?.column ?? texts.status[status] ?? status;
      found.push({ group: texts.search.work, id, label: `${key}  ${title}`, note, to });
    }
    for (const { id, name, function: role } of people.data?.items ?? []) {
      found.push({ group: texts.search.people, id, label: name, note: role ?? '', to: `/people/${id}` });
    }
  }
  return { found, isSearching: isAsked && (work.isFetching || people.isFetching) };
}
