import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { Problem } from '../api/problem';
import type { Category, ClassOfService } from '../board/types';
import type { ItemSet, TimeClass } from './types';

/** What measures are asked with; equal questions have equal answers. */
export interface MeasureScope {
  boardId: string;
  query: { from: string; to?: string; zone: string; category?: Category; classOfService?: ClassOfService };
}

/** A figure that is to be opened to the items behind it. */
export interface ItemsQuestion {
  title: string;
  of: ItemSet;
  from?: string;
  to?: string;
  category?: Category;
  column?: string;
  reason?: string;
  cause?: TimeClass;
}

type Asked<Query> = { params: { path: { boardId: string }; query: Query }; signal: AbortSignal };

const PATH = '/board/boards/{boardId}/metrics';
const FRESH = 60_000;
/** While an imported history is being taken into the measures, and there is no answer yet. */
const NOT_YET = 3_000;
export const MOST_POINTS = 20_000;

/** A measure; the former answer stays until the next is there, so that a filter does not make the page jump. */
function measure<T, More extends object>(
  name: string,
  { boardId, query }: MeasureScope,
  more: More,
  ask: (asked: Asked<MeasureScope['query'] & More>) => Parameters<typeof dataOf<T>>[0],
) {
  return queryOptions({
    queryKey: ['flow', boardId, name, query, more],
    queryFn: ({ signal }) => dataOf<T>(ask({ params: { path: { boardId }, query: { ...query, ...more } }, signal })),
    staleTime: FRESH,
    refetchInterval: ({ state: { error } }) =>
      error instanceof Problem && error.code === 'history-being-taken' ? NOT_YET : false,
    placeholderData: (former, query) => (query?.queryKey[1] === boardId ? keepPreviousData(former) : undefined),
  });
}

export const cfdQuery = (scope: MeasureScope) =>
  measure('cfd', scope, {}, (asked) => api.board.GET(`${PATH}/cfd`, asked));
export const cycleTimeQuery = (scope: MeasureScope, items = MOST_POINTS) =>
  measure('cycle-time', scope, { items }, (asked) => api.board.GET(`${PATH}/cycle-time`, asked));
export const serviceLevelsQuery = (scope: MeasureScope) =>
  measure('sle', scope, {}, (asked) => api.board.GET('/board/boards/{boardId}/sle', asked));
export const agingQuery = (scope: MeasureScope) =>
  measure('aging-wip', scope, {}, (asked) => api.board.GET(`${PATH}/aging-wip`, asked));
export const throughputQuery = (scope: MeasureScope) =>
  measure('throughput', scope, {}, (asked) => api.board.GET(`${PATH}/throughput`, asked));
export const wipQuery = (scope: MeasureScope) =>
  measure('wip', scope, {}, (asked) => api.board.GET(`${PATH}/wip`, asked));
export const efficiencyQuery = (scope: MeasureScope) =>
  measure('flow-efficiency', scope, {}, (asked) => api.board.GET(`${PATH}/flow-efficiency`, asked));
export const blockedQuery = (scope: MeasureScope) =>
  measure('blocked', scope, {}, (asked) => api.board.GET(`${PATH}/blocked`, asked));
export const limitUseQuery = (scope: MeasureScope) =>
  measure('limit-use', scope, {}, (asked) => api.board.GET(`${PATH}/limit-use`, asked));
export const categoriesQuery = (scope: MeasureScope) =>
  measure('categories', scope, {}, (asked) => api.board.GET(`${PATH}/categories`, asked));
export const debtQuery = (scope: MeasureScope) =>
  measure('technical-debt', scope, {}, (asked) => api.board.GET(`${PATH}/technical-debt`, asked));
export const forecastQuery = (scope: MeasureScope, more: { days?: number; items?: number; seed?: number }) =>
  measure('forecast', scope, more, (asked) => api.board.GET(`${PATH}/forecast`, asked));
export const calibrationQuery = (scope: MeasureScope, days: number) =>
  measure('calibration', scope, { days }, (asked) => api.board.GET(`${PATH}/forecast/calibration`, asked));

export const benefitQuery = (boardId: string, at: string, days: number) =>
  queryOptions({
    queryKey: ['flow', boardId, 'benefit', at, days],
    queryFn: ({ signal }) =>
      dataOf(
        api.board.GET('/board/boards/{boardId}/metrics/benefit', {
          params: { path: { boardId }, query: { at, days } },
          signal,
        }),
      ),
    staleTime: FRESH,
  });

/** The items behind a figure, page by page. */
export const itemsQuery = ({ boardId, query }: MeasureScope, { title: _title, ...asked }: ItemsQuestion) =>
  infiniteQueryOptions({
    queryKey: ['flow', boardId, 'items', query, asked],
    queryFn: ({ signal, pageParam }) =>
      dataOf(
        api.board.GET('/board/boards/{boardId}/metrics/items', {
          params: {
            path: { boardId },
            query: { ...query, ...asked, limit: 100, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: FRESH,
  });

export const experimentsKey = (boardId: string) => ['experiments', boardId] as const;

/** Experiments of a board, latest first. */
export const experimentsQuery = (boardId: string) =>
  queryOptions({
    queryKey: experimentsKey(boardId),
    queryFn: () => dataOf(api.board.GET('/board/experiments', { params: { query: { boardId, limit: 100 } } })),
  });

export const experimentQuery = (boardId: string, experimentId: string) =>
  queryOptions({
    queryKey: [...experimentsKey(boardId), experimentId],
    queryFn: () => dataOf(api.board.GET('/board/experiments/{experimentId}', { params: { path: { experimentId } } })),
  });
