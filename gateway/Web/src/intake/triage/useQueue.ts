import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { keepPlace } from '../model/queue';
import { filterOfQueue, type TriageSearch } from '../model/triageSearch';
import { lastCommentsQuery, requestsQuery } from '../queries';
import type { Request } from '../types';
import { useRequestsLive } from '../useIntakeLive';

/** The queue, and the place in it. When the request that is looked at leaves, the next one takes its place. */
export function useQueue() {
  const search: TriageSearch = useSearch({ from: '/shell/triage' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(requestsQuery(filterOfQueue(search, Date.now())));
  useRequestsLive();
  const requests: Request[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = requests.map((one) => one.id);
  const words = useQuery(lastCommentsQuery(ids));
  const [current, setCurrent] = useState<string | null>(null);
  const before = useRef<string[]>([]);
  // The one that the address asks for may stand on a later page.
  const [wanted, setWanted] = useState(search.request ?? null);
  const list = ids.join();
  useEffect(() => {
    const now = list === '' ? [] : list.split(',');
    const was = before.current;
    before.current = now;
    setCurrent((place) => keepPlace(was, now, place));
  }, [list]);
  const isThere = wanted !== null && ids.includes(wanted);
  useEffect(() => {
    if (wanted !== null && isThere) {
      setCurrent(wanted);
      setWanted(null);
    }
  }, [wanted, isThere]);
  // Near the end the next page comes by itself, so that the keyboard never stops.
  const place = current === null ? -1 : ids.indexOf(current);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const isNearEnd = place >= ids.length - 5 || (wanted !== null && !isThere);
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    search,
    onSearch: (next: TriageSearch) => void navigate({ to: '/triage', search: next, replace: true }),
    query,
    requests,
    ids,
    place,
    lastWords: new Map((words.data ?? []).map((one) => [one.requestId, one])),
    current: requests[place] ?? null,
    setCurrent,
  };
}

export type Queue = ReturnType<typeof useQueue>;
