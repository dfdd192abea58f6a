import { Alert, Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { texts } from '../texts';
import { formatAgo, formatNumber, formatTime } from '../ui/format';
import { LiveMark } from '../ui/LiveMark';
import { Page } from '../ui/Page';
import { QueryState } from '../ui/QueryState';
import { Tag } from '../ui/Tag';
import { Ballot } from './Ballot';
import { Comparison } from './Comparison';
import { FacilitatorBar } from './FacilitatorBar';
import { Objections } from './Objections';
import { Options } from './Options';
import { Outcome } from './Outcome';
import { Participants } from './Participants';
import { Proposal } from './Proposal';
import { type Room, roomQuery } from './queries';
import { STATE_TONES } from './stateTones';
import { useRoomLive } from './useRoom';

const t = texts.session;

export function SessionPage() {
  const { sessionId } = useParams({ from: '/shell/sessions/$sessionId' });
  const query = useQuery(roomQuery(sessionId));
  const room = query.data;
  const live = useRoomLive(sessionId, room);
  return (
    <Page
      title={room?.boardName ?? t.title}
      lead={
        room && (
          <Group gap="sm">
            <Tag tone={STATE_TONES[room.state]}>{t.states[room.state]}</Tag>
            <span>{t.slots(room.slots)}</span>
            <span>{t.facilitator(room.facilitatorName)}</span>
            {!room.endedAt && <LiveMark state={live} />}
            <span>{room.endedAt ? t.opened(formatAgo(room.openedAt)) : t.closes(formatTime(room.closesAt))}</span>
          </Group>
        )
      }
      actions={room?.iAmFacilitator && !room.endedAt && <FacilitatorBar room={room} />}
    >
      <QueryState query={query}>{(data) => <RoomView room={data} />}</QueryState>
    </Page>
  );
}

function RoomView({ room }: { room: Room }) {
  const mine = room.participants.filter((one) => room.iCanSpeakFor.includes(one.customerId));
  return (
    <Stack gap="md">
      {room.iAmRecused && (
        <Alert role="note" color="gray">
          {t.recused}
        </Alert>
      )}
      {!room.iAmRecused && mine.length === 0 && !room.iAmFacilitator && (
        <Alert role="note" color="gray">
          {t.watching}
        </Alert>
      )}
      {room.endedAt && <Outcome room={room} />}
      {room.costOfDelayPerDay != null && !room.endedAt && (
        <Alert role="note" color="orange">
          {t.cost(formatNumber(room.costOfDelayPerDay))}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          {room.state === 'Open' && mine.map((one) => <Ballot key={one.customerId} room={room} participant={one} />)}
          {room.proposals.length > 0 && <Proposal room={room} />}
          {room.state === 'Deliberating' && <Objections room={room} />}
          {(room.state !== 'Open' || mine.length === 0) && <Options room={room} />}
        </Stack>
        <Stack gap="md">
          <Participants room={room} />
          {room.comparison && <Comparison room={room} comparison={room.comparison} />}
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}
