import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { PriorityMark, RequestNote } from '../parts/Kind';
import type { LastComment, Request } from '../types';
import classes from './QueueList.module.css';

const t = texts.triage;

interface QueueListProps {
  requests: readonly Request[];
  currentId: string | null;
  selected: ReadonlySet<string>;
  lastWords: ReadonlyMap<string, LastComment>;
  customerOf: (customerId: string) => string;
  onChoose: (requestId: string) => void;
  onSelect: (requestId: string) => void;
}

/** The queue, the oldest first. The one that is looked at is in sight. */
export function QueueList(props: QueueListProps) {
  const { requests, currentId, selected, lastWords, customerOf, onChoose, onSelect } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (currentId) {
      list.current?.querySelector(`[data-request="${currentId}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [currentId]);
  return (
    <ol ref={list} className={classes.list} aria-label={t.queue}>
      {requests.map((request) => (
        <li
          key={request.id}
          className={classes.item}
          data-request={request.id}
          data-current={request.id === currentId || undefined}
          data-selected={selected.has(request.id) || undefined}
        >
          <Checkbox
            size="xs"
            className={classes.check ?? ''}
            aria-label={t.select(request.key)}
            checked={selected.has(request.id)}
            onChange={() => onSelect(request.id)}
          />
          <button
            type="button"
            className={classes.choose}
            aria-current={request.id === currentId ? 'true' : undefined}
            onClick={() => onChoose(request.id)}
          >
            <span className={classes.top}>
              <PriorityMark priority={request.priority} />
              <span className={classes.key}>{request.key}</span>
              <span className={classes.age}>{formatAgo(request.submittedAt)}</span>
            </span>
            <span className={classes.title}>{request.title}</span>
            <span className={classes.note}>
              <RequestNote request={request} parts={[customerOf(request.customerId)]} />
            </span>
            <LastWord last={lastWords.get(request.id)} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function LastWord({ last }: { last: LastComment | undefined }) {
  return (
    last && (
      <span className={classes.tags}>
        <Tag tone={last.isByRequester ? 'accent' : 'warn'}>
          {last.isByRequester ? texts.requests.answered : texts.requests.asked}
        </Tag>
      </span>
    )
  );
}
