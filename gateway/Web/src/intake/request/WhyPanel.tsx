import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHourglass,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { formatDate, formatPercent } from '../../ui/format';
import type { Why } from '../model/why';
import type { Request } from '../types';
import classes from './WhyPanel.module.css';

const t = texts.requestPage;

const ICONS = {
  waits: IconHourglass,
  stuck: IconAlertTriangle,
  moves: IconPlayerPlay,
  good: IconCircleCheck,
  bad: IconCircleX,
  ended: IconCircleDashed,
};

interface WhyPanelProps {
  request: Request;
  why: Why;
  change: { id: string; key: string } | undefined;
  promise: { by: string; confidence: number } | undefined;
}

/** The one thing a requester wants to know. */
export function WhyPanel({ request, why, change, promise }: WhyPanelProps) {
  const Icon = ICONS[why.mood];
  const title = why.mood === 'moves' ? t.whyMoving : request.endedAt ? t.whyEnded : t.why;
  return (
    <section className={classes.why} data-mood={why.mood} aria-label={title}>
      <Icon size={22} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text} aria-live="polite">
          {why.text}
        </p>
        {promise && <Text size="sm">{t.expected(formatDate(promise.by), formatPercent(promise.confidence))}</Text>}
        <p className={classes.links}>
          {request.card && (
            <Link to="/boards/$boardId" params={{ boardId: request.card.boardId }} search={{ card: request.id }}>
              {t.card}
            </Link>
          )}
          {change && (
            <Link to="/changes/$changeId" params={{ changeId: change.id }}>
              {t.change(change.key)}
            </Link>
          )}
          {request.duplicateOfId && (
            <Link to="/requests/$requestId" params={{ requestId: request.duplicateOfId }}>
              {t.original}
            </Link>
          )}
        </p>
      </div>
    </section>
  );
}
