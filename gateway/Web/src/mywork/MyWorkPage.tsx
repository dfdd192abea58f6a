import { SimpleGrid, Stack } from '@mantine/core';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { Invitation } from '../tour/Invitation';
import { Page } from '../ui/Page';
import { AvatarsPanel } from './AvatarsPanel';
import { BlockedPanel } from './BlockedPanel';
import { MentionsPanel } from './MentionsPanel';
import { RequestsPanel } from './RequestsPanel';
import { WaitingPanel } from './WaitingPanel';
import { WatchedPanel } from './WatchedPanel';

export function MyWorkPage() {
  const session = useSession();
  const isInTeam = session.teams.length > 0;
  return (
    <Page title={texts.myWork.title} lead={texts.myWork.greeting(session.name.split(' ')[0] ?? session.name)}>
      <Invitation />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" verticalSpacing="md">
        <Stack gap="md">
          {isInTeam && <AvatarsPanel />}
          <WaitingPanel />
          {isInTeam && <MentionsPanel />}
        </Stack>
        <Stack gap="md">
          {isInTeam && <BlockedPanel teamIds={session.teams.map((team) => team.teamId)} />}
          {session.customers.length > 0 && <RequestsPanel />}
          {isInTeam && <WatchedPanel />}
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
