import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { texts } from '../texts';
import { LiveMark } from '../ui/LiveMark';
import { Page } from '../ui/Page';
import { ErrorState } from '../ui/states';
import { BatchBar } from './BatchBar';
import { BoardButtons } from './BoardButtons';
import { BoardContext } from './BoardContext';
import { BoardHead } from './BoardHead';
import { BoardSkeleton } from './BoardSkeleton';
import { BoardView } from './BoardView';
import { CardDialogs } from './CardDialogs';
import { CardMenu } from './CardMenu';
import { NO_FILTER } from './model/filter';
import { useBoard } from './useBoard';

const CardPanel = lazy(() => import('./card/CardPanel').then((m) => ({ default: m.CardPanel })));

export function BoardPage() {
  const { boardId } = useParams({ from: '/shell/boards/$boardId' });
  const { card: openCardId } = useSearch({ from: '/shell/boards/$boardId' });
  const { board, workflow, team, live, scope } = useBoard(boardId);
  const [filter, setFilter] = useState(NO_FILTER);
  const [areLanesShown, setLanes] = useState(false);
  const deferred = useDeferredValue(filter);
  if (!board.data) {
    return board.isError ? (
      <Page title={texts.board.title}>
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      </Page>
    ) : (
      <BoardSkeleton />
    );
  }
  return (
    <BoardContext value={scope}>
      <Page
        isWide
        title={board.data.name}
        lead={<LiveMark state={live} />}
        actions={<BoardButtons team={team} limit={board.data.personalLimit} />}
      >
        <BoardHead
          board={board.data}
          workflow={workflow}
          filter={filter}
          onFilter={setFilter}
          areLanesShown={areLanesShown}
          onLanes={setLanes}
        />
        <BoardView board={board.data} filter={deferred} areLanesShown={areLanesShown} />
      </Page>
      <CardMenu />
      <CardDialogs />
      <BatchBar board={board.data} />
      <Suspense fallback={null}>
        {openCardId && <CardPanel cardId={openCardId} onClose={() => scope.openCard(null)} />}
      </Suspense>
    </BoardContext>
  );
}
