import { Button, CloseButton, Group, Kbd, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useRights } from '../../app/person';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import type { TriageCommand } from '../model/queue';
import { PriorityMark } from '../parts/Kind';
import { StatusTag } from '../parts/StatusTag';
import { teamsQuery } from '../queries';
import type { Request } from '../types';
import { DecisionFacts } from './DecisionFacts';
import classes from './TriagePage.module.css';

const t = texts.triage;

interface DecisionPaneProps {
  request: Request;
  headRef: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  onCommand: (command: TriageCommand) => void;
}

/** Whether this person decides about a request; the service has the last word. */
export function useMayDecide() {
  const rights = useRights();
  return (request: Request): boolean =>
    rights.isAdmin || (request.teamId ? rights.isInTeam(request.teamId) : rights.isInSomeTeam);
}

/** One request with all that a decision needs, and the decisions. */
export function DecisionPane({ request, headRef, onBack, onCommand }: DecisionPaneProps) {
  const mayDecide = useMayDecide()(request);
  const teams = useQuery(teamsQuery);
  const team = teams.data?.items.find((one) => one.id === request.teamId)?.name ?? '';
  return (
    <>
      <div className={classes.detailHead}>
        <Group gap="xs" wrap="nowrap" mb={4}>
          <CloseButton className={classes.back ?? ''} aria-label={t.backToQueue} onClick={onBack} />
          <PriorityMark priority={request.priority} />
          <Text size="sm" fw={600} c="dimmed" className={`numbers ${classes.nowrap}`}>
            {request.key}
          </Text>
          <StatusTag status={request.status} />
          <Text size="xs" c="dimmed" ml="auto" visibleFrom="xs">
            {texts.request.asked(formatAgo(request.submittedAt))}
          </Text>
        </Group>
        <h2 ref={headRef} tabIndex={-1} className={classes.title}>
          {request.title}
        </h2>
      </div>
      <div className={classes.detailBody}>
        <DecisionFacts request={request} />
      </div>
      <div className={classes.decisions}>
        {mayDecide ? (
          <Decisions request={request} onCommand={onCommand} />
        ) : (
          <Text size="sm" c="dimmed">
            {t.otherTeam(team)}
          </Text>
        )}
        <Link className={classes.page} to="/requests/$requestId" params={{ requestId: request.id }}>
          {t.openPage}
        </Link>
      </div>
    </>
  );
}

function Decisions({ request, onCommand }: Pick<DecisionPaneProps, 'request' | 'onCommand'>) {
  const isNew = request.status === 'Submitted';
  return (
    <Group gap="xs">
      {isNew && <Decision text={t.accept} letter="a" isFirst onClick={() => onCommand('accept')} />}
      <Decision text={t.decline} letter="d" onClick={() => onCommand('decline')} />
      <Decision text={t.ask} letter="q" onClick={() => onCommand('ask')} />
      <Decision text={t.link} letter="l" onClick={() => onCommand('link')} />
    </Group>
  );
}

function Decision(props: { text: string; letter: string; isFirst?: boolean; onClick: () => void }) {
  return (
    <Button
      size="sm"
      variant={props.isFirst ? 'filled' : 'default'}
      rightSection={
        <Kbd size="xs" visibleFrom="sm" aria-hidden>
          {props.letter}
        </Kbd>
      }
      aria-keyshortcuts={props.letter}
      onClick={props.onClick}
    >
      {props.text}
    </Button>
  );
}
