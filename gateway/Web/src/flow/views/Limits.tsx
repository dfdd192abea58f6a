import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatWhole } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { UseRow } from '../capacity/UseRow';
import classes from '../capacity/UseRow.module.css';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Definition } from '../chart/Definition';
import { ExportMenu } from '../chart/ExportMenu';
import { Figures } from '../chart/Figures';
import { Tools } from '../chart/Tools';
import type { ChartData } from '../model/csv';
import { limitUseQuery } from '../queries';
import type { LimitUse } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.limits;
type Limit = LimitUse['limits'][number];
type Person = LimitUse['persons'][number];

export default function Limits() {
  const { scope } = useFlow();
  const query = useQuery(limitUseQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Summary answer={answer} />
          <Uses limits={answer.limits} />
          <Persons persons={answer.persons} />
        </>
      )}
    </QueryState>
  );
}

function Summary({ answer }: { answer: LimitUse }) {
  const { openItems } = useFlow();
  const full = [...answer.limits].sort((one, other) => (other.shareOfTimeFull ?? 0) - (one.shareOfTimeFull ?? 0))[0];
  return (
    <Figures
      figures={[
        {
          name: t.tightest,
          value: full?.shareOfTimeFull ? full.scope : '–',
          note: full?.shareOfTimeFull ? t.fullFor(formatPercent(full.shareOfTimeFull)) : t.neverFull,
          measure: 'limitUse',
        },
        {
          name: t.withoutAvatar,
          value: formatWhole(answer.withoutAvatar),
          note: t.withoutAvatarNote,
          tone: answer.withoutAvatar > 0 ? 'warn' : undefined,
          measure: 'avatarLoad',
          open: () => openItems({ title: t.inProgress, of: 'InProgress' }),
          openLabel: texts.flow.wip.openNow(answer.withoutAvatar),
        },
      ]}
    />
  );
}

const kindOf = ({ kind }: Limit): string => (t.kinds as Record<string, string>)[kind] ?? kind;
const scopeOf = ({ kind, scope }: Limit): string => {
  const names: Record<string, string> = { ...texts.words.class, ...texts.words.category };
  const [name = scope, where] = scope.split(' within ');
  if (kind === 'Column' || kind === 'Group') {
    return scope;
  }
  const kinds: Record<string, string> = texts.words.kind;
  return where ? t.within(names[name] ?? name, kinds[where] ?? where) : (names[name] ?? name);
};

const limitData = (rows: readonly Limit[]): ChartData<Limit> => ({
  rows,
  columns: [
    { name: t.kind, value: kindOf },
    { name: t.scope, value: (row) => row.scope },
    { name: t.limit, value: (row) => row.presentLimit },
    { name: t.use, value: (row) => row.use, isNumber: true },
    { name: t.full, value: (row) => row.shareOfTimeFull, isNumber: true },
    { name: t.average, value: (row) => row.averageOccupancy, isNumber: true },
  ],
});

/** Each limit: how much of it was taken on average, and how long nothing more could enter. */
function Uses({ limits }: { limits: readonly Limit[] }) {
  const actions = (
    <Tools>
      <Definition of="limitUse" />
      {limits.length > 0 && <ExportMenu name="limit-use" data={limitData(limits)} />}
    </Tools>
  );
  return (
    <Panel title={t.title} note={t.note} actions={actions}>
      {limits.length === 0 ? (
        <EmptyState title={texts.flow.chart.nothing}>{t.empty}</EmptyState>
      ) : (
        <ul className={classes.rows}>
          {limits.map((limit) => (
            <UseRow
              key={`${limit.kind} ${limit.scope}`}
              name={scopeOf(limit)}
              note={kindOf(limit)}
              use={limit.use}
              full={limit.shareOfTimeFull}
              detail={
                limit.presentLimit == null
                  ? t.gone(formatNumber(limit.averageOccupancy))
                  : t.ofLimit(formatNumber(limit.averageOccupancy), limit.presentLimit)
              }
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Load of the avatars. It is no measure of anybody's work: two items at a time is the most, on purpose. */
function Persons({ persons }: { persons: readonly Person[] }) {
  if (persons.length === 0) {
    return null;
  }
  return (
    <Panel title={t.persons} note={t.personsNote} actions={<Definition of="avatarLoad" />}>
      <ul className={classes.rows}>
        {persons.map((person, index) => (
          <UseRow
            key={person.personId}
            name={person.name ?? t.formerPerson(index + 1)}
            use={person.use}
            full={person.shareOfTimeFull}
            detail={t.avatars(formatNumber(person.averageAvatars))}
          />
        ))}
      </ul>
    </Panel>
  );
}
