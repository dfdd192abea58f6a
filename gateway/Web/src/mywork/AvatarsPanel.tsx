import { useQuery } from '@tanstack/react-query';
import { useSession } from '../app/person';
import { avatarsQuery } from '../board/queries';
import { texts } from '../texts';
import { formatAgo, formatDay, initialsOf } from '../ui/format';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { Absence } from './Absence';
import classes from './AvatarsPanel.module.css';

/** The person's two magnets: where they stand, and which are free. */
export function AvatarsPanel() {
  const session = useSession();
  const query = useQuery(avatarsQuery(session.personId));
  const initials = initialsOf(session.name);
  const { data } = query;
  const isAbsent = data?.absentSince != null;
  const note = isAbsent
    ? texts.myWork.away(data.absentUntil ? formatDay(data.absentUntil) : null)
    : data && texts.myWork.avatarsNote(data.free, data.total);
  return (
    <Panel title={texts.myWork.avatars} note={note} actions={data && <Absence isAbsent={isAbsent} />} isFlush>
      <QueryState query={query}>
        {({ placed, free }) => (
          <Rows>
            {placed.map((one) => (
              <Row
                key={one.ordinal}
                to={`/boards/${one.boardId}?card=${one.cardId}`}
                start={<span className={classes.placed}>{initials}</span>}
                title={`${one.key}  ${one.title}`}
                side={formatAgo(one.placedAt)}
              />
            ))}
            {Array.from({ length: isAbsent ? 0 : free }, (_, index) => (
              <Row
                key={`free-${index}`}
                to="/boards"
                start={<span className={classes.free}>{initials}</span>}
                title={<span className={classes.muted}>{texts.myWork.freeAvatar}</span>}
              />
            ))}
          </Rows>
        )}
      </QueryState>
    </Panel>
  );
}
