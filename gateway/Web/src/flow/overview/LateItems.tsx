import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { Row, Rows } from '../../ui/Rows';
import { Tag } from '../../ui/Tag';
import { agingPoints } from '../model/aging';
import { formatLength } from '../model/length';
import type { AgingWip } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.overview;
const MOST = 6;

/** What is older than most items were when they left its column: here a word today is worth most. */
export function LateItems({ answer }: { answer: AgingWip }) {
  const { boardId } = useFlow();
  const late = agingPoints(answer)
    .filter((point) => point.pace === 'late' || point.pace === 'slow')
    .sort((one, other) => other.item.ageDays - one.item.ageDays);
  if (late.length === 0) {
    return null;
  }
  return (
    <Panel title={t.late} note={t.lateNote} isFlush>
      <Rows>
        {late.slice(0, MOST).map(({ item, column, pace }) => (
          <Row
            key={item.cardId}
            to={`/boards/${boardId}?card=${item.cardId}`}
            title={item.key}
            note={`${column} · ${texts.words.category[item.category]}`}
            side={<Tag tone={pace === 'late' ? 'danger' : 'warn'}>{formatLength(item.ageDays)}</Tag>}
          />
        ))}
      </Rows>
    </Panel>
  );
}
