import { Text } from '@mantine/core';
import { texts } from '../../texts';
import { formatPercent, formatShortDay, locale } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { verdictOf } from '../model/experiments';
import type { Analysis, Direction, Metric } from '../types';
import classes from './Experiment.module.css';
import { IntervalBar } from './IntervalBar';
import { signed, unitOf } from './units';

const t = texts.flow.experiments;
const chance = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
const TONES = {
  None: 'neutral',
  NotShown: 'neutral',
  SmallerThanMatters: 'warn',
  Improved: 'good',
  Worsened: 'danger',
} as const;

interface EvidencePanelProps {
  analysis: Analysis;
  metric: Metric;
  direction: Direction;
}

/** What the data say, and what speaks against believing them. The team decides. */
export function EvidencePanel({ analysis, metric, direction }: EvidencePanelProps) {
  const { effect, evidence, warnings, before, after } = analysis;
  const facts: [string, string][] = [];
  if (effect) {
    facts.push([t.before, unitOf(metric, effect.before)], [t.after, unitOf(metric, effect.after)]);
    facts.push([t.difference, signed(metric, effect.difference)]);
    if (effect.low != null && effect.high != null) {
      facts.push([t.interval, `${signed(metric, effect.low)} … ${signed(metric, effect.high)}`]);
    }
  }
  if (analysis.pValue != null) {
    facts.push([t.pValue, chance.format(analysis.pValue)]);
  }
  if (analysis.power != null) {
    facts.push([t.power, formatPercent(analysis.power)]);
  }
  const span = (window: { from: string; to: string }) =>
    texts.flow.between(formatShortDay(window.from), formatShortDay(window.to));
  return (
    <div className={classes.evidence}>
      <div>
        <Tag tone={TONES[evidence]}>{t.evidence[evidence]}</Tag>
        <Text size="sm" component="span" ml={8}>
          {t.evidenceLong[evidence]}
        </Text>
      </div>
      {effect && <IntervalBar effect={effect} verdict={verdictOf(effect, direction)} />}
      {facts.length > 0 && (
        <dl className={classes.figures}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {warnings.length > 0 && (
        <ul className={classes.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{t.warnings[warning]}</li>
          ))}
        </ul>
      )}
      <Text size="xs" c="dimmed">
        {before.from === before.to ? t.notYet : t.compared(span(before), span(after))}
      </Text>
    </div>
  );
}
