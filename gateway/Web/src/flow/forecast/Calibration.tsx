import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatPercent, formatShortDate, formatWhole, locale } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Figures } from '../chart/Figures';
import { useColours } from '../chart/useColours';
import { calibrationQuery } from '../queries';
import type { Calibration as Answer } from '../types';
import { useFlow } from '../useFlow';
import { pastOption } from './pastOption';

const t = texts.flow.forecast;
const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
/** A promise of 85 % that came true in fewer than 70 % of the cases was none. */
const SLACK = 0.15;

/** How good past forecasts would have been: each from the days before it alone, against what happened. */
export function Calibration({ days }: { days: number }) {
  const { scope } = useFlow();
  const query = useQuery(calibrationQuery(scope, Math.min(days, 180)));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton height={220} />}>
      {(answer) => (
        <>
          {answer.brierScore != null && <Bands answer={answer} />}
          <Past answer={answer} />
        </>
      )}
    </QueryState>
  );
}

function Bands({ answer }: { answer: Answer }) {
  return (
    <section>
      <Title order={2} size="sm" fw={650} mb="xs">
        {t.calibration}
      </Title>
      <Figures
        figures={[
          ...answer.bands.map((band) => ({
            name: t.promisedAt(formatPercent(band.confidence)),
            value: formatPercent(band.share),
            note: t.cameTrue(band.cameTrue, band.promises),
            tone: band.share < band.confidence - SLACK ? ('warn' as const) : ('good' as const),
            measure: 'calibration' as const,
          })),
          {
            name: t.brier,
            value: answer.brierScore == null ? '–' : score.format(answer.brierScore),
            note: t.brierNote,
            measure: 'calibration' as const,
          },
        ]}
      />
    </section>
  );
}

function Past({ answer }: { answer: Answer }) {
  const colours = useColours();
  const { forecasts, bands, days } = answer;
  const option = useMemo(() => pastOption(answer, colours), [answer, colours]);
  const confidences = bands.map((band) => formatPercent(band.confidence));
  const usual = bands.find((band) => band.confidence === 0.85);
  return (
    <ChartPanel
      name="calibration"
      title={t.past(days)}
      measure="calibration"
      summary={usual ? t.pastSummary(usual.promises, formatPercent(usual.share)) : ''}
      legend={[
        { name: t.happened, colour: colours.text },
        { name: t.promisedBand, colour: colours.accent },
      ]}
      empty={t.noPast(days)}
      data={{
        rows: forecasts,
        columns: [
          { name: t.on, value: (row) => row.on, show: (row) => formatShortDate(row.on) },
          ...confidences.map((name, place) => ({
            name: t.promisedAt(name),
            value: (row: Answer['forecasts'][number]) => row.promised[place],
            isNumber: true,
          })),
          { name: t.happened, value: (row) => row.happened, isNumber: true },
        ],
      }}
      drawing={{
        option,
        height: 260,
        stops: {
          count: forecasts.length,
          at: (index) => {
            const one = forecasts[index];
            const promised = one?.promised.map((items, place) => `${confidences[place]}: ${items}`).join(', ') ?? '';
            const text = t.pastPoint(one ? formatShortDate(one.on) : '', promised, formatWhole(one?.happened ?? 0));
            return { x: index, y: one?.happened ?? 0, text };
          },
        },
      }}
    />
  );
}
