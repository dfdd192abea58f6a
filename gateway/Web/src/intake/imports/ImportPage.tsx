import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, dataOf } from '../../api/client';
import { usePersonName } from '../../app/directory';
import { useLive } from '../../live/useLive';
import { texts } from '../../texts';
import { showDone, showError } from '../../ui/announce';
import { formatAgo, formatPercent, formatWhole } from '../../ui/format';
import { LiveMark } from '../../ui/LiveMark';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { Tag } from '../../ui/Tag';
import { Figures } from '../parts/Figures';
import { Notice } from '../parts/Notice';
import { importQuery } from '../queries';
import type { Import } from '../types';
import { isEnded, nameOf, STATE_TONES } from './naming';
import { RejectionsPanel } from './RejectionsPanel';

const t = texts.imports;

/** An import while it runs, and what came of it. */
export function ImportPage() {
  const { importId } = useParams({ from: '/shell/imports/$importId' });
  const query = useQuery(importQuery(importId));
  const client = useQueryClient();
  const one = query.data;
  const isRunning = one !== undefined && !isEnded(one);
  const live = useLive(isRunning ? `/api/intake/imports/${importId}/events` : null, ({ name, data }) => {
    if (name === 'progress') {
      client.setQueryData(importQuery(importId).queryKey, JSON.parse(data) as Import);
    }
  });
  useEffect(() => {
    if (!isRunning) {
      void client.invalidateQueries({ queryKey: ['workload'] });
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
    }
  }, [isRunning, client]);
  const by = usePersonName(one?.createdBy);
  return (
    <Page
      title={one ? nameOf(one) : t.title}
      lead={
        one && (
          <Group gap="sm">
            <Tag tone={STATE_TONES[one.state]}>{t.states[one.state]}</Tag>
            <span>{t.by(by, formatAgo(one.createdAt))}</span>
            {isRunning && <LiveMark state={live} />}
          </Group>
        )
      }
      actions={one && <Steer one={one} />}
    >
      <QueryState query={query}>{(found) => <ImportView one={found} />}</QueryState>
    </Page>
  );
}

function ImportView({ one }: { one: Import }) {
  const share = one.bytesTotal > 0 ? one.bytesRead / one.bytesTotal : 0;
  const came = one.imported + one.updated;
  return (
    <Stack gap="md">
      {one.error && (
        <Alert role="alert" color="red" variant="light" title={t.states.Failed}>
          {one.error}
        </Alert>
      )}
      {!isEnded(one) && (
        <Panel>
          <Text size="sm" mb={6} aria-live="polite">
            {t.states[one.state]} · {t.progress(formatPercent(share))}
          </Text>
          <Progress value={share * 100} animated striped size="lg" aria-label={t.progress(formatPercent(share))} />
        </Panel>
      )}
      {one.state === 'Completed' && (
        <Notice
          tone={came === 0 && one.unchanged > 0 ? 'plain' : 'good'}
          role="status"
          title={came === 0 && one.unchanged > 0 ? t.nothingNew : t.done(came)}
        >
          <Group gap="md">
            <Link to="/workload">{t.seeWorkload}</Link>
            <Link to="/requests" search={{ mine: false, customer: one.customerId }}>
              {t.seeRequests}
            </Link>
          </Group>
        </Notice>
      )}
      <Figures
        figures={[
          { name: t.rowsRead, value: formatWhole(one.rowsRead) },
          { name: t.imported, value: formatWhole(one.imported) },
          { name: t.updated, value: formatWhole(one.updated) },
          { name: t.unchanged, value: formatWhole(one.unchanged) },
          { name: t.rejected, value: formatWhole(one.rejected), tone: one.rejected > 0 ? 'danger' : undefined },
        ]}
      />
      <RejectionsPanel one={one} />
    </Stack>
  );
}

function Steer({ one }: { one: Import }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (verb: 'cancel' | 'resume') =>
      dataOf(
        api.intake.POST(verb === 'cancel' ? '/intake/imports/{importId}:cancel' : '/intake/imports/{importId}:resume', {
          params: { path: { importId: one.id } },
        }),
      ),
    onSuccess: (steered, verb) => {
      client.setQueryData(importQuery(one.id).queryKey, steered);
      showDone(verb === 'cancel' ? t.cancelled : t.resumed);
    },
    onError: (error) => showError(error),
  });
  if (!isEnded(one)) {
    return (
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate('cancel')}>
        {t.cancel}
      </Button>
    );
  }
  return one.state === 'Completed' ? (
    <Button variant="default" component={Link} to="/imports/new">
      {t.new}
    </Button>
  ) : (
    <Button loading={act.isPending} onClick={() => act.mutate('resume')}>
      {t.resume}
    </Button>
  );
}
