import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { texts } from '../../texts';
import { Facts } from '../../ui/Facts';
import { DAY, formatAgo } from '../../ui/format';
import { LiveMark } from '../../ui/LiveMark';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { stepsOf } from '../model/steps';
import { whyOf } from '../model/why';
import { formatLength } from '../parts/length';
import { RequestFacts } from '../parts/RequestFacts';
import { StatusTag } from '../parts/StatusTag';
import { requestQuery } from '../queries';
import type { RequestDetail } from '../types';
import { useRequestLive } from '../useIntakeLive';
import { Conversation } from './Conversation';
import { FlowSteps } from './FlowSteps';
import { HistoryPanel } from './HistoryPanel';
import { RequestActions } from './RequestActions';
import { useAround } from './useAround';
import { WhyPanel } from './WhyPanel';

const t = texts.requestPage;

/** A request as those around it see it: where it stands, why it waits, and what was said. */
export function RequestPage() {
  const { requestId } = useParams({ from: '/shell/requests/$requestId' });
  const query = useQuery(requestQuery(requestId));
  const live = useRequestLive(requestId);
  const request = query.data?.request;
  return (
    <Page
      title={request ? request.title : texts.requests.title}
      lead={
        request && (
          <Group gap="sm">
            <Text component="span" fw={600} size="sm" className="numbers">
              {request.key}
            </Text>
            <StatusTag status={request.status} />
            <span>{texts.request.asked(formatAgo(request.submittedAt))}</span>
            <LiveMark state={live} />
          </Group>
        )
      }
      actions={request && <RequestActions request={request} />}
    >
      <QueryState query={query}>{(detail) => <RequestView detail={detail} />}</QueryState>
    </Page>
  );
}

function RequestView({ detail }: { detail: RequestDetail }) {
  const { request } = detail;
  const { around, change, promise, isAtTheGate } = useAround(detail);
  return (
    <Stack gap="md">
      <WhyPanel request={request} why={whyOf(request, around)} change={change} promise={promise} />
      <Panel title={t.flow} note={request.reopenCount > 0 ? t.reopenedTimes(request.reopenCount) : undefined}>
        <FlowSteps steps={stepsOf(request, isAtTheGate, Date.now())} />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          <Panel title={texts.request.fields.description}>
            <Text
              size="sm"
              c={request.description ? undefined : 'dimmed'}
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {request.description ?? texts.request.noDescription}
            </Text>
          </Panel>
          <Conversation requestId={request.id} requesterId={request.requesterId} />
        </Stack>
        <Stack gap="md">
          {request.leadTimeSeconds != null && <Times request={request} />}
          <Panel title={t.facts}>
            <RequestFacts detail={detail} />
          </Panel>
          <HistoryPanel history={detail.history} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function Times({ request }: { request: RequestDetail['request'] }) {
  const length = (seconds: number | null | undefined) =>
    seconds == null ? null : formatLength((seconds * 1000) / DAY);
  return (
    <Panel title={t.times}>
      <Facts
        facts={[
          [t.leadTime, withHelp(length(request.leadTimeSeconds), t.leadTimeHelp)],
          [t.cycleTime, withHelp(length(request.cycleTimeSeconds), t.cycleTimeHelp)],
        ]}
      />
    </Panel>
  );
}

function withHelp(length: string | null, help: string) {
  return (
    length && (
      <>
        <b className="numbers">{length}</b> <span style={{ color: 'var(--fp-muted)' }}>{help.toLowerCase()}</span>
      </>
    )
  );
}
