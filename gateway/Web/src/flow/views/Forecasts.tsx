import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDice5 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Definition } from '../chart/Definition';
import { Calibration } from '../forecast/Calibration';
import { HowMany } from '../forecast/HowMany';
import { When } from '../forecast/When';
import { forecastQuery } from '../queries';
import type { Forecast } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.forecast;
const within = (value: number | string, most: number): number =>
  Math.min(most, Math.max(1, Math.round(Number(value) || 1)));

/** Monte Carlo over the daily throughput of the window: how many by then, and when are so many done. */
export default function Forecasts() {
  const { scope, board } = useFlow();
  const open = board?.columns.filter((one) => one.column.kind !== 'Done').reduce((sum, one) => sum + one.occupancy, 0);
  const [days, setDays] = useState(14);
  const [given, setItems] = useState<number | null>(null);
  const [seed, setSeed] = useState<number | undefined>();
  const items = given ?? Math.max(1, open ?? 10);
  const [asked] = useDebouncedValue({ days, items, ...(seed === undefined ? {} : { seed }) }, 350);
  const query = useQuery(forecastQuery(scope, asked));
  return (
    <>
      <Panel title={t.question} note={t.questionNote} actions={<Definition of="monteCarlo" />}>
        <Group align="flex-end">
          <NumberInput
            w={170}
            label={t.days}
            min={1}
            max={730}
            allowDecimal={false}
            value={days}
            onChange={(value) => setDays(within(value, 730))}
          />
          <NumberInput
            w={170}
            label={t.items}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={items}
            onChange={(value) => setItems(within(value, 10_000))}
          />
          <Button
            variant="default"
            leftSection={<IconDice5 size={16} />}
            onClick={() => setSeed(crypto.getRandomValues(new Uint32Array(1))[0])}
          >
            {t.again}
          </Button>
        </Group>
      </Panel>
      <QueryState query={query} skeleton={<ChartSkeleton height={220} />}>
        {(answer) => <Answer answer={answer} days={asked.days} items={asked.items} />}
      </QueryState>
      <Calibration days={asked.days} />
    </>
  );
}

function Answer({ answer, days, items }: { answer: Forecast; days: number; items: number }) {
  if (answer.tooFew) {
    return (
      <Panel title={t.title}>
        <EmptyState title={t.tooFew}>{t.tooFewLead}</EmptyState>
      </Panel>
    );
  }
  return (
    <>
      <HowMany answer={answer} days={days} />
      <When answer={answer} items={items} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t.reproduce(
          formatDay(answer.window.to),
          answer.runs,
          String(answer.seed),
          answer.version,
          answer.inputDigest.slice(0, 12),
        )}
      </Text>
    </>
  );
}
