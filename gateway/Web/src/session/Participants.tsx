import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { Tag } from '../ui/Tag';
import type { Room } from './queries';

const t = texts.session;

export function Participants({ room }: { room: Room }) {
  return (
    <Panel title={t.participants} isFlush>
      <Rows>
        {room.participants.map((one) => {
          const speaker = one.speakerId === one.deputyId ? one.deputyName : one.representativeName;
          const isRanking = room.state === 'Open';
          const isDone = isRanking ? one.hasBallot : one.hasConsented;
          const words = isRanking ? (isDone ? t.hasBallot : t.waits) : isDone ? t.hasConsented : t.thinks;
          return (
            <Row
              key={one.customerId}
              title={one.customerName}
              note={one.speakerId ? t.speaker(speaker ?? '') : t.nobody}
              side={<Tag tone={isDone ? 'good' : 'neutral'}>{words}</Tag>}
            />
          );
        })}
      </Rows>
    </Panel>
  );
}
