import { Text } from '@mantine/core';
import {
  type Icon,
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
import { NoticeFrame, type NoticeTone } from '../parts/NoticeFrame';
import type { Request } from '../types';
import classes from './WhyPanel.module.css';

const t = texts.requestPage;

const LOOKS: Record<Why['mood'], { icon: Icon; tone: NoticeTone }> = {
  waits: { icon: IconHourglass, tone: 'warn' },
  stuck: { icon: IconAlertTriangle, tone: 'danger' },
  moves: { icon: IconPlayerPlay, tone: 'plain' },
  good: { icon: IconCircleCheck, tone: 'good' },
  bad: { icon: IconCircleX, tone: 'danger' },
  ended: { icon: IconCircleDashed, tone: 'quiet' },
};

interface WhyPanelProps {
  request: Request;
  why: Why;
  change: { id: string; key: string } | undefined;
  promise: { by: string; confidence: number } | undefined;
}

/** The one thing a requester wants to know. */
export function WhyPanel({ request, why, change, promise }: WhyPanelProps) {
  const title = why.mood === 'moves' ? t.whyMoving : request.endedAt ? t.whyEnded : t.why;
  return (
    <NoticeFrame {...LOOKS[why.mood]} size={22} label={title}>
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
    </NoticeFrame>
  );
}
