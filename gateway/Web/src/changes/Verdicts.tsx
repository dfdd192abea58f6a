import { usePeopleNames } from '../app/directory';
import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import type { Change, Facet } from './queries';

const t = texts.changes;
const wordsOf = (facets: readonly Facet[]) => facets.map((facet) => t.facets[facet].toLowerCase()).join(', ');

/** Who judged it, what they saw, and whether that still holds. */
export function Verdicts({ change }: { change: Change }) {
  const names = usePeopleNames([...new Set(change.verdicts.map((verdict) => verdict.personId))]);
  return (
    <Panel title={t.verdicts} isFlush>
      {change.verdicts.length === 0 && <EmptyState title={t.noVerdicts} />}
      <Rows>
        {change.verdicts.map((one) => {
          const isApproval = one.verdict === 'Approve';
          const lapsed = one.differingFacets.length > 0 ? t.lapsed(wordsOf(one.differingFacets)) : null;
          return (
            <Row
              key={one.id}
              start={
                <Tag tone={!one.isInForce ? 'neutral' : isApproval ? 'good' : 'danger'}>
                  {isApproval ? t.approved : t.rejected}
                </Tag>
              }
              title={`${names.get(one.personId) ?? ''}${one.reason ? `: ${one.reason}` : ''}`}
              note={`${formatAgo(one.givenAt)} · ${t.revision(one.revision)} · ${lapsed ?? (one.facets.length > 0 ? t.saw(wordsOf(one.facets)) : t.carried)}`}
            />
          );
        })}
      </Rows>
    </Panel>
  );
}
