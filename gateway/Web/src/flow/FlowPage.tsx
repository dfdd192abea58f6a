import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { NotFoundScreen } from '../app/ScreenError';
import { boardQuery, boardsQuery } from '../board/queries';
import { texts } from '../texts';
import { timeZone } from '../ui/format';
import { Page } from '../ui/Page';
import { ErrorState, LoadingRows } from '../ui/states';
import { FilterBar } from './FilterBar';
import { FlowNavigation } from './FlowNavigation';
import classes from './FlowPage.module.css';
import { ItemsDrawer } from './items/ItemsDrawer';
import { lastBoard } from './model/lastBoard';
import { daysOf, type FlowSearch, windowOf } from './model/window';
import type { ItemsQuestion, MeasureScope } from './queries';
import { type Flow, FlowContext } from './useFlow';
import { viewOf } from './views';

const t = texts.flow;
const from = '/shell/flow/$boardId/$view';

/** What views range over: the address says it, so that it can be sent to somebody. */
function useScope(boardId: string, search: FlowSearch) {
  return useMemo(() => {
    const now = new Date();
    const window = windowOf(search, now);
    const query: MeasureScope['query'] = {
      ...window,
      zone: timeZone,
      ...(search.category ? { category: search.category } : {}),
      ...(search.class ? { classOfService: search.class } : {}),
    };
    return { window, days: daysOf(search, now), scope: { boardId, query } };
  }, [boardId, search]);
}

export function FlowPage() {
  const { boardId, view: viewId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate();
  const boards = useQuery(boardsQuery());
  const board = useQuery(boardQuery(boardId));
  const [question, setQuestion] = useState<ItemsQuestion | null>(null);
  const range = useScope(boardId, search);
  const isReading = useIsFetching({ queryKey: ['flow', boardId] }) > 0;
  useEffect(() => lastBoard.write(boardId), [boardId]);
  const boardName = board.data?.name ?? boards.data?.items.find((one) => one.id === boardId)?.name ?? '';
  const flow = useMemo<Flow>(
    () => ({
      boardId,
      boardName,
      board: board.data,
      search,
      zone: timeZone,
      ...range,
      openCard: (card) => void navigate({ to: '/boards/$boardId', params: { boardId }, search: { card } }),
      openItems: setQuestion,
    }),
    [boardId, boardName, board.data, search, range, navigate],
  );
  const view = viewOf(viewId);
  if (!view) {
    return <NotFoundScreen />;
  }
  const View = view.component;
  return (
    <FlowContext value={flow}>
      <Page title={view.name} lead={boardName ? t.of(boardName) : t.title}>
        <div className={classes.layout}>
          <FlowNavigation />
          <div className={classes.content} data-busy={isReading || undefined}>
            <FilterBar boards={boards.data?.items ?? []} isUnfiltered={view.isUnfiltered ?? false} />
            {board.isError ? (
              <ErrorState error={board.error} onRetry={() => void board.refetch()} />
            ) : (
              <Suspense fallback={<LoadingRows rows={3} height={120} />}>
                <View />
              </Suspense>
            )}
          </div>
        </div>
      </Page>
      {question && <ItemsDrawer question={question} onClose={() => setQuestion(null)} />}
    </FlowContext>
  );
}
