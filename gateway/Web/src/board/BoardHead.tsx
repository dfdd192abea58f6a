import { Group } from '@mantine/core';
import { useShared } from '../ui/useShared';
import { Meters } from './Meters';
import { type CardFilter, shownOf, tagsOf } from './model/filter';
import { metersOf } from './model/meters';
import { Toolbar } from './Toolbar';
import type { Board, Workflow } from './types';

interface BoardHeadProps {
  board: Board;
  workflow: Workflow | undefined;
  filter: CardFilter;
  onFilter: (filter: CardFilter) => void;
  areLanesShown: boolean;
  onLanes: (areShown: boolean) => void;
}

/** What is shown of the board, and how much runs of each category. A move draws anew only what it changes. */
export function BoardHead({ board, workflow, filter, onFilter, areLanesShown, onLanes }: BoardHeadProps) {
  const counts = useShared(shownOf(board, filter));
  const tags = useShared(tagsOf(board));
  const meters = useShared(metersOf(board, workflow));
  return (
    <Group justify="space-between" gap="sm" className="no-print">
      <Toolbar
        filter={filter}
        onFilter={onFilter}
        areLanesShown={areLanesShown}
        onLanes={onLanes}
        counts={counts}
        tags={tags}
      />
      <Meters meters={meters} />
    </Group>
  );
}
