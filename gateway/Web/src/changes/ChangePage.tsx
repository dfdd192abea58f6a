import { Code, Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { usePersonName } from '../app/directory';
import { cardQuery } from '../board/queries';
import { texts } from '../texts';
import { Facts } from '../ui/Facts';
import { formatAgo, formatInstant } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { ChangeActs } from './ChangeActs';
import { type Change, changeQuery, STAGE_TONES } from './queries';
import { useChangeLive } from './useChangesLive';
import { Verdicts } from './Verdicts';

const t = texts.changes;

export function ChangePage() {
  const { changeId } = useParams({ from: '/shell/changes/$changeId' });
  const query = useQuery(changeQuery(changeId));
  useChangeLive(changeId);
  const change = query.data?.change;
  const raiser = usePersonName(change?.raisedBy);
  return (
    <Page
      title={change ? `${change.key} ${change.title}` : t.title}
      lead={
        change && (
          <Group gap="sm">
            <Tag tone={STAGE_TONES[change.stage]}>{t.stage[change.stage]}</Tag>
            <span>{change.category}</span>
            <span>{t.revision(change.revision)}</span>
            <span>{t.raised(formatAgo(change.raisedAt), raiser)}</span>
          </Group>
        )
      }
      actions={query.data && <ChangeActs change={query.data} />}
    >
      <QueryState query={query}>{(data) => <ChangeView change={data} />}</QueryState>
    </Page>
  );
}

function ChangeView({ change }: { change: Change }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Stack gap="md">
        <Content change={change} />
        <Evidence change={change} />
      </Stack>
      <Stack gap="md">
        <Panel title={t.next} isFlush>
          {change.next.length === 0 && <EmptyState title={t.nextNothing} />}
          <Rows>
            {change.next.map((step) => (
              <Row
                key={step.act + step.to}
                title={t.nextBy(t.acts[step.act], step.by.map((party) => t.parties[party]).join(', '))}
                side={step.to}
              />
            ))}
          </Rows>
        </Panel>
        <Verdicts change={change} />
        <Panel
          title={t.people}
          note={change.refusedAttempts > 0 ? t.refused(change.refusedAttempts) : t.peopleNote}
          isFlush
        >
          <Rows>
            {change.duties.map((duty) => (
              <Row key={duty.duty + duty.personId} title={duty.name ?? ''} side={t.duties[duty.duty]} />
            ))}
          </Rows>
        </Panel>
      </Stack>
    </SimpleGrid>
  );
}

/** Leads to the card where it stands, as soon as it is known where that is. */
function CardLink({ card }: { card: NonNullable<Change['card']> }) {
  const { data } = useQuery(cardQuery(card.workItemId));
  const name = `${card.key ?? ''} ${card.title ?? ''}`;
  return data ? (
    <Link
      to="/boards/$boardId"
      params={{ boardId: data.card.boardId }}
      search={{ card: card.workItemId }}
      style={{ color: 'var(--fp-accent)' }}
    >
      {name}
    </Link>
  ) : (
    name
  );
}

function Content({ change: { content, card } }: { change: Change }) {
  const { window } = content;
  return (
    <Panel title={t.content}>
      <Facts
        facts={[
          [t.card, card && <CardLink key="card" card={card} />],
          [t.purpose, content.purpose],
          [t.scope, content.scope],
          [t.systems, content.systems.join(', ')],
          [t.risk, t.risks[content.riskClass]],
          [t.digest, content.implementationDigest && <Code>{content.implementationDigest}</Code>],
          [t.tests, content.testEvidence],
          [t.window, window && `${formatInstant(window.from)} – ${formatInstant(window.to)}`],
          [t.backOut, content.backOutPlan],
        ]}
      />
    </Panel>
  );
}

function Evidence({ change }: { change: Change }) {
  return (
    <Panel title={t.evidence} isFlush>
      {change.evidence.length === 0 && <EmptyState title={t.noEvidence} />}
      <Rows>
        {change.evidence.map((one) => (
          <Row
            key={one.id}
            title={one.kind}
            note={one.reference}
            side={<Tag tone={one.passed ? 'good' : 'danger'}>{t.revision(one.revision)}</Tag>}
          />
        ))}
      </Rows>
    </Panel>
  );
}
