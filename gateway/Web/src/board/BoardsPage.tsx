import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRights, useSession } from '../app/person';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { CreateBoard } from './CreateBoard';
import { boardsQuery } from './queries';

const t = texts.board;

export function BoardsPage() {
  const query = useQuery(boardsQuery());
  const rights = useRights();
  const session = useSession();
  const [isOpen, dialog] = useDisclosure(false);
  const mayCreate = rights.isAdmin || session.teams.some((team) => team.role === 'lead');
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      {t.create}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={create}>
      <QueryState query={query}>
        {({ items }) => {
          const mine = items.filter((board) => rights.isInTeam(board.teamId));
          const others = items.filter((board) => !rights.isInTeam(board.teamId));
          if (items.length === 0) {
            return (
              <EmptyState title={t.none} icon={<IconLayoutKanban size={40} stroke={1.4} />} action={create}>
                {mayCreate ? t.noneLead : t.noneMember}
              </EmptyState>
            );
          }
          return [
            { title: t.yours, boards: mine },
            { title: t.others, boards: others },
          ]
            .filter((group) => group.boards.length > 0)
            .map((group) => (
              <Panel key={group.title} title={group.title} isFlush>
                <Rows>
                  {group.boards.map((board) => (
                    <Row key={board.id} to={`/boards/${board.id}`} title={board.name} side={board.team} />
                  ))}
                </Rows>
              </Panel>
            ));
        }}
      </QueryState>
      <CreateBoard isOpen={isOpen} onClose={dialog.close} />
    </Page>
  );
}
