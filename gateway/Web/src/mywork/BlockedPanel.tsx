import { useQueries, useQuery } from '@tanstack/react-query';
import { boardsQuery, standupQuery } from '../board/queries';
import { texts } from '../texts';
import { formatDays } from '../ui/format';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';

/** What stands still on the boards of the person's teams. */
export function BlockedPanel({ teamIds }: { teamIds: string[] }) {
  const boards = useQuery(boardsQuery());
  const mine = (boards.data?.items ?? []).filter((board) => teamIds.includes(board.teamId));
  const standups = useQueries({ queries: mine.map((board) => standupQuery(board.id)) });
  const blocked = standups.flatMap(({ data }) =>
    (data?.walk ?? [])
      .filter((step) => step.reason === 'Blocked')
      .map((step) => ({ ...step, boardId: data?.boardId ?? '' })),
  );
  return (
    <Panel title={texts.myWork.blocked} isFlush>
      <QueryState query={boards}>
        {() => (
          <Rows>
            {blocked.map((step) => (
              <Row
                key={step.cardId}
                to={`/boards/${step.boardId}?card=${step.cardId}`}
                title={`${step.key}  ${step.title}`}
                note={step.column}
                side={formatDays(step.ageDays)}
              />
            ))}
          </Rows>
        )}
      </QueryState>
      {boards.data && blocked.length === 0 && <EmptyState title={texts.myWork.blockedNone} />}
    </Panel>
  );
}
