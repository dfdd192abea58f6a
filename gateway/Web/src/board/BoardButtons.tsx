import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartAreaLine, IconPresentation, IconSearch, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, memo, Suspense } from 'react';
import { texts } from '../texts';
import { Attention } from './Attention';
import { useBoardScope } from './BoardContext';
import { TeamStrip } from './TeamStrip';
import type { Standup } from './types';

const FindDrawer = lazy(() => import('./find/FindDrawer').then((m) => ({ default: m.FindDrawer })));
const t = texts.board;

interface BoardButtonsProps {
  team: Standup['people'] | undefined;
  limit: number;
}

/** What can be done with the whole board, and the team's avatars. */
export const BoardButtons = memo(function BoardButtons({ team, limit }: BoardButtonsProps) {
  const { boardId } = useBoardScope();
  const [isFinding, finding] = useDisclosure(false);
  const link = { params: { boardId } };
  return (
    <>
      {team && <TeamStrip people={team} limit={limit} />}
      <Attention />
      <Button size="xs" variant="default" leftSection={<IconSearch size={16} />} onClick={finding.open}>
        {t.find}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPresentation size={16} />}
        renderRoot={(props) => <Link to="/boards/$boardId/standup" {...link} {...props} />}
      >
        {t.standup}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconChartAreaLine size={16} />}
        renderRoot={(props) => <Link to="/flow/$boardId/overview" {...link} {...props} />}
      >
        {t.flow}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconSettings size={16} />}
        renderRoot={(props) => <Link to="/boards/$boardId/workflow" {...link} {...props} />}
      >
        {t.definition}
      </Button>
      <Suspense fallback={null}>{isFinding && <FindDrawer onClose={finding.close} />}</Suspense>
    </>
  );
});
