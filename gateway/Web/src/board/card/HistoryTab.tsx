import { Text, Timeline } from '@mantine/core';
import { usePeopleNames } from '../../app/directory';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { useBoardScope } from '../BoardContext';
import type { Transition } from '../types';

const t = texts.card;

/** Their reason is an id, for programs that follow the history. */
const REASONS_FOR_PROGRAMS = new Set<Transition['kind']>([
  'ApprovalRequested',
  'ApprovalGiven',
  'ApprovalLost',
  'HandOverRequested',
  'Commented',
  'ChecklistChanged',
  'AttachmentsChanged',
]);

function detailOf({ kind, reason, note }: Transition): string {
  const shown = REASONS_FOR_PROGRAMS.has(kind) ? [note] : [reason, note];
  return shown.filter(Boolean).join(': ');
}

/** What happened to the card, newest first. None of it can be changed. */
export function HistoryTab({ history }: { history: Transition[] }) {
  const { people } = useBoardScope();
  const others = usePeopleNames([...new Set(history.map((one) => one.by))].filter((by) => !people.has(by)));
  const newest = [...history].reverse();
  if (newest.length === 0) {
    return <Text c="dimmed">{t.noHistory}</Text>;
  }
  return (
    <Timeline bulletSize={12} lineWidth={2}>
      {newest.map((one) => (
        <Timeline.Item
          key={`${one.sequence}-${one.kind}`}
          title={
            <Text size="sm" fw={550}>
              {texts.cardEvents[one.kind]?.(one.fromColumn ?? '', one.toColumn ?? '') ?? one.kind}
            </Text>
          }
        >
          {detailOf(one) && <Text size="sm">{detailOf(one)}</Text>}
          <Text size="xs" c="dimmed">
            {formatInstant(one.at)} {t.by(people.get(one.by) ?? others.get(one.by) ?? '')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
