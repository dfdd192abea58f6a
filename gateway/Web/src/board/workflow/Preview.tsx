import { Text } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { Row, Rows } from '../../ui/Rows';
import type { Board, Workflow } from '../types';
import { consequencesOf } from './consequences';
import type { WorkflowDraft } from './draft';

const COLOURS = {
  good: 'var(--fp-good)',
  neutral: 'var(--fp-text)',
  warn: 'var(--fp-warn)',
  danger: 'var(--fp-danger)',
};

export function Preview({ draft, board, saved }: { draft: WorkflowDraft; board: Board; saved: Workflow }) {
  const consequences = consequencesOf(draft, board, saved);
  return (
    <Panel title={texts.workflow.preview} isFlush>
      <div aria-live="polite">
        {consequences.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {texts.workflow.previewNone}
          </Text>
        ) : (
          <Rows>
            {consequences.map((one) => (
              <Row key={one.text} title={<span style={{ color: COLOURS[one.tone] }}>{one.text}</span>} />
            ))}
          </Rows>
        )}
      </div>
    </Panel>
  );
}
