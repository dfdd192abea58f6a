import { Group, Text } from '@mantine/core';
import { texts } from '../../texts';
import { formatDay, locale } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { EmptyState } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { Definition } from '../chart/Definition';
import { ExportMenu } from '../chart/ExportMenu';
import { IntervalBar } from '../experiments/IntervalBar';
import type { ChartData } from '../model/csv';
import { verdictOf } from '../model/experiments';
import type { Benefit, Direction, Effect } from '../types';
import classes from './BenefitReport.module.css';

const t = texts.flow.benefit;
const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
const TONES = { better: 'good', worse: 'danger', unclear: 'neutral' } as const;

const MEASURES = [
  { name: 'throughputPerDay', direction: 'Increase' },
  { name: 'leadTimeP50Days', direction: 'Decrease' },
  { name: 'leadTimeP85Days', direction: 'Decrease' },
  { name: 'wastePerItemDays', direction: 'Decrease' },
  { name: 'debtNetPaydownPerDay', direction: 'Increase' },
] as const satisfies readonly { name: keyof Benefit; direction: Direction }[];

interface Line {
  name: (typeof MEASURES)[number]['name'];
  direction: Direction;
  /** Nothing where too few items were finished on a side. */
  effect: Effect | null;
}

const reportData = (rows: readonly Line[]): ChartData<Line> => ({
  rows,
  columns: [
    { name: t.measure, value: (row) => t.measures[row.name] },
    { name: t.before, value: (row) => row.effect?.before, isNumber: true },
    { name: t.after, value: (row) => row.effect?.after, isNumber: true },
    { name: t.difference, value: (row) => row.effect?.difference, isNumber: true },
    { name: t.low, value: (row) => row.effect?.low, isNumber: true },
    { name: t.high, value: (row) => row.effect?.high, isNumber: true },
  ],
});

/** Each figure before and after, and whether the difference is more than chance. */
export function BenefitReport({ report }: { report: Benefit }) {
  const lines = MEASURES.map(({ name, direction }): Line => ({ name, direction, effect: report[name] ?? null }));
  const verdicts = lines.map(({ effect, direction }) => (effect ? verdictOf(effect, direction) : 'unclear'));
  const better = verdicts.filter((verdict) => verdict === 'better').length;
  const worse = verdicts.filter((verdict) => verdict === 'worse').length;
  const span = ({ from, to }: { from: string; to: string }) => texts.flow.between(formatDay(from), formatDay(to));
  return (
    <Panel
      title={t.title}
      note={t.compared(span(report.before), span(report.after))}
      actions={
        <Group gap={6} wrap="nowrap">
          <Definition of="benefit" />
          <ExportMenu name="benefit" data={reportData(lines)} />
        </Group>
      }
    >
      {lines.every(({ effect }) => !effect || (effect.before === 0 && effect.after === 0)) ? (
        <EmptyState title={texts.flow.chart.nothing}>{t.empty}</EmptyState>
      ) : (
        <>
          <Text size="sm" mb="sm">
            {t.summary(better, worse, lines.length - better - worse)}
          </Text>
          <ul className={classes.lines}>
            {lines.map((line) =>
              line.effect ? (
                <Row key={line.name} line={line} effect={line.effect} />
              ) : (
                <TooFew key={line.name} name={line.name} />
              ),
            )}
          </ul>
          <Text size="xs" c="dimmed" mt="sm" style={{ overflowWrap: 'anywhere' }}>
            {t.method(report.definitionDigest.slice(0, 12), String(report.seed))}
          </Text>
        </>
      )}
    </Panel>
  );
}

const sign = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number.format(Math.abs(value))}`;

function TooFew({ name }: Pick<Line, 'name'>) {
  return (
    <li className={classes.line}>
      <Name name={name} />
      <span className={classes.values}>–</span>
      <span className={classes.unit}>{t.tooFew}</span>
    </li>
  );
}

function Name({ name }: Pick<Line, 'name'>) {
  return (
    <span className={classes.name}>
      {t.measures[name]}
      <span className={classes.unit}>{t.units[name]}</span>
    </span>
  );
}

function Row({ line: { name, direction }, effect }: { line: Line; effect: Effect }) {
  const verdict = verdictOf(effect, direction);
  const hasInterval = effect.low != null && effect.high != null;
  return (
    <li className={classes.line}>
      <Name name={name} />
      <span className={classes.values}>
        {number.format(effect.before)} <span aria-hidden>→</span>
        <span className="visually-hidden">{t.became}</span> <strong>{number.format(effect.after)}</strong>
      </span>
      <span className={classes.bar}>
        <IntervalBar effect={effect} verdict={verdict} />
        <span className={classes.unit}>
          {sign(effect.difference)} {hasInterval && `(${sign(effect.low ?? 0)} … ${sign(effect.high ?? 0)})`}
        </span>
      </span>
      <span className={classes.verdict}>
        <Tag tone={TONES[verdict]}>{hasInterval ? t.verdicts[verdict] : t.noInterval}</Tag>
      </span>
    </li>
  );
}
