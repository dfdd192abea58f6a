import { Alert, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconScaleOutline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { formatShortDay } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ErrorState } from '../../ui/states';
import { BenefitReport } from '../benefit/BenefitReport';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Definition } from '../chart/Definition';
import { addDays, dayOf, dayStart } from '../model/window';
import { benefitQuery, experimentsQuery } from '../queries';
import { useFlow } from '../useFlow';

const t = texts.flow.benefit;
const [LEAST, MOST, USUAL] = [7, 730, 42];

/** What became of the team since a day: two windows of one length, and the differences with their intervals. */
export default function Benefit() {
  const { boardId } = useFlow();
  const today = dayOf(new Date());
  const [at, setAt] = useState(addDays(today, -USUAL));
  const [days, setDays] = useState(USUAL);
  const experiments = useQuery(experimentsQuery(boardId));
  const [asked] = useDebouncedValue({ at, days }, 350);
  const query = useQuery(benefitQuery(boardId, dayStart(asked.at).toISOString(), asked.days));
  return (
    <>
      <Panel title={t.question} note={t.questionNote} actions={<Definition of="benefit" />}>
        <Group align="flex-end">
          <TextInput
            type="date"
            w={170}
            label={t.at}
            max={today}
            value={at}
            onChange={(event) => event.currentTarget.value && setAt(event.currentTarget.value)}
          />
          <NumberInput
            w={170}
            label={t.days}
            min={LEAST}
            max={MOST}
            allowDecimal={false}
            value={days}
            onChange={(value) => setDays(Math.min(MOST, Math.max(1, Number(value) || LEAST)))}
          />
          <Select
            w={260}
            label={t.since}
            placeholder={t.sinceNone}
            clearable
            data={(experiments.data?.items ?? []).map((one) => ({
              value: one.id,
              label: `${formatShortDay(one.startsAt)} · ${one.hypothesis.slice(0, 60)}`,
            }))}
            onChange={(id) => {
              const found = experiments.data?.items.find((one) => one.id === id);
              if (found) {
                setAt(dayOf(new Date(found.startsAt)));
              }
            }}
          />
        </Group>
      </Panel>
      {query.isPending && <ChartSkeleton height={260} />}
      {query.isError &&
        (query.error instanceof Problem && query.error.isRefusal ? (
          <Alert color="yellow" variant="light" title={t.refused} icon={<IconScaleOutline size={20} />}>
            <p style={{ marginTop: 0 }}>{query.error.detail || query.error.message}</p>
            {t.refusedLead}
          </Alert>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ))}
      {query.data && <BenefitReport report={query.data} />}
    </>
  );
}
