import { Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { customersQuery } from '../../app/directory';
import { texts } from '../../texts';
import { MoreButton } from '../../ui/MoreButton';
import { Page } from '../../ui/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { type TriageCommand, toggled } from '../model/queue';
import { BatchBar } from './BatchBar';
import { DecisionPane } from './DecisionPane';
import { KeyHints } from './KeyHints';
import { QueueList } from './QueueList';
import { TriageDialogs } from './TriageDialogs';
import { TriageFilter } from './TriageFilter';
import classes from './TriagePage.module.css';
import { useCommands } from './useCommands';
import { type Queue, useQueue } from './useQueue';
import { type Triage, useTriage } from './useTriage';

const t = texts.triage;

/** The queue beside the request that is looked at; everything by keyboard. */
export function TriagePage() {
  const queue = useQueue();
  const triage = useTriage();
  const filter = useRef<HTMLInputElement>(null);
  const { query, requests } = queue;
  const isFiltered = Object.keys(queue.search).some((name) => name !== 'request' && name !== 'state');
  return (
    <Page title={t.title} lead={t.lead} isWide>
      <TriageFilter search={queue.search} onSearch={queue.onSearch} firstRef={filter} />
      {query.isPending && <LoadingRows rows={6} height={64} />}
      {query.isError && requests.length === 0 && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && requests.length === 0 && (
        <EmptyState
          title={isFiltered ? t.noneFound : t.none}
          icon={<IconCircleCheck size={40} stroke={1.4} />}
          action={
            isFiltered && (
              <Button variant="default" onClick={() => queue.onSearch({})}>
                {texts.requests.clear}
              </Button>
            )
          }
        >
          {isFiltered ? null : t.noneLead}
        </EmptyState>
      )}
      {requests.length > 0 && <Panes queue={queue} triage={triage} filter={filter} />}
      <KeyHints />
    </Page>
  );
}

interface PanesProps {
  queue: Queue;
  triage: Triage;
  filter: React.RefObject<HTMLInputElement | null>;
}

function Panes({ queue, triage, filter }: PanesProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const customers = useQuery(customersQuery);
  const head = useRef<HTMLHeadingElement>(null);
  const names = new Map((customers.data ?? []).map((one) => [one.id, one.name]));
  const toggle = (id: string) => setSelected((before) => toggled(before, id));
  const navigate = useNavigate();
  const commands = useCommands({
    queue,
    triage,
    onSelect: toggle,
    onFilter: () => filter.current?.focus(),
    onRead: () => head.current?.focus(),
    onPage: (requestId) => void navigate({ to: '/requests/$requestId', params: { requestId } }),
  });
  const run = (command: TriageCommand) => commands.run(command);
  const chosen = queue.requests.filter((one) => selected.has(one.id));
  return (
    <div className={classes.panes} data-reading={commands.isReading || undefined}>
      <div className={`${classes.pane} ${classes.queue}`}>
        {chosen.length > 0 && (
          <BatchBar
            requests={chosen}
            triage={triage}
            onDecided={(ids) => setSelected((before) => new Set([...before].filter((id) => !ids.includes(id))))}
            onClear={() => setSelected(new Set())}
          />
        )}
        <div className={classes.scroll}>
          <QueueList
            requests={queue.requests}
            currentId={queue.current?.id ?? null}
            selected={selected}
            lastWords={queue.lastWords}
            customerOf={(id) => names.get(id) ?? ''}
            onChoose={(id) => {
              queue.setCurrent(id);
              commands.read();
            }}
            onSelect={toggle}
          />
          {queue.query.hasNextPage && (
            <Group justify="center" p="sm">
              <MoreButton query={queue.query} size="xs" />
            </Group>
          )}
        </div>
      </div>
      <div className={`${classes.pane} ${classes.detail}`}>
        {queue.current && (
          <>
            <DecisionPane
              key={queue.current.id}
              request={queue.current}
              headRef={head}
              onBack={commands.back}
              onCommand={run}
            />
            <TriageDialogs
              request={commands.about ?? queue.current}
              triage={triage}
              open={commands.open}
              onClose={commands.close}
            />
          </>
        )}
      </div>
    </div>
  );
}
