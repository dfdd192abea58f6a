import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { Row } from '../../ui/Rows';
import { Tag } from '../../ui/Tag';
import type { LastComment, Request } from '../types';
import { PriorityMark, RequestNote } from './Kind';
import classes from './RequestRow.module.css';
import { StatusTag } from './StatusTag';

const t = texts.requests;

interface RequestRowProps {
  request: Request;
  customer: string;
  last: LastComment | undefined;
  personId: string;
}

/** A request in a list: what, for whom, where it stands, and whether somebody waits for an answer. */
export function RequestRow({ request, customer, last, personId }: RequestRowProps) {
  const isWaiting = request.status === 'Submitted' || request.status === 'Triaged';
  const isAsked = isWaiting && last !== undefined && !last.isByRequester;
  const isMine = request.requesterId === personId;
  const ended = request.endedAt
    ? t.since(formatAgo(request.endedAt))
    : texts.request.asked(formatAgo(request.submittedAt));
  const stands = request.card?.isBlocked ? texts.board.filterBlocked : request.card?.column;
  const tags = (
    <>
      {isAsked && <Tag tone="danger">{isMine ? t.asksYou : t.asked}</Tag>}
      <StatusTag status={request.status} />
    </>
  );
  return (
    <Row
      to={`/requests/${request.id}`}
      start={<PriorityMark priority={request.priority} />}
      title={
        <>
          <span className={classes.key}>{request.key}</span> {request.title}
        </>
      }
      note={
        <>
          <span className={classes.below}>{tags}</span>
          <RequestNote request={request} parts={[customer, ended, request.endedAt ? request.statusReason : stands]} />
        </>
      }
      side={<span className={classes.side}>{tags}</span>}
    />
  );
}
