import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { EmptyState, ErrorState, LoadingRows } from '../ui/states';
import { Tag } from '../ui/Tag';
import { useWaiting } from './useWaiting';

export function WaitingPanel() {
  const { waiting, isPending, error } = useWaiting();
  return (
    <Panel title={texts.myWork.waiting} isFlush>
      {error ? <ErrorState error={error} /> : null}
      {isPending && !error && <LoadingRows rows={2} />}
      {!isPending && waiting.length === 0 && <EmptyState title={texts.myWork.waitingNone} />}
      <Rows>
        {waiting.map((one) => (
          <Row
            key={one.id}
            to={one.to}
            start={<Tag tone={one.isUrgent ? 'danger' : 'accent'}>{one.kind}</Tag>}
            title={one.title}
            side={formatAgo(one.since)}
          />
        ))}
      </Rows>
    </Panel>
  );
}
