import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconDownload, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRights } from '../../app/person';
import { texts } from '../../texts';
import { timeZone } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { EmptyState, LoadingRows } from '../../ui/states';
import { csvOf, saveCsv } from '../model/csv';
import { tableOf } from '../model/pivot';
import { instantOf, WEEKS, type WorkloadSearch } from '../model/workloadSearch';
import { workloadQuery } from '../queries';
import type { Workload } from '../types';
import { AgeBars } from './AgeBars';
import { FlowBars } from './FlowBars';
import { PivotTable } from './PivotTable';
import { Rates } from './Rates';

const t = texts.workload;

/** The work that nobody saw while it was in a ticket tool. */
export function WorkloadPage() {
  const search: WorkloadSearch = useSearch({ from: '/shell/workload' });
  const navigate = useNavigate();
  const change = (next: WorkloadSearch) => void navigate({ to: '/workload', search: next, replace: true });
  const weeks = search.weeks ?? 12;
  const instant = instantOf(search.asOf, Date.now());
  const query = useQuery(workloadQuery(instant, weeks, timeZone));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        query.data && (
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconDownload size={16} />}
            onClick={() => query.data && save(query.data)}
          >
            {t.exportCsv}
          </Button>
        )
      }
    >
      <Group gap="sm" align="flex-end" className="no-print">
        <TextInput
          type="date"
          size="xs"
          label={t.asOf}
          value={search.asOf ?? ''}
          onChange={(event) => {
            const asOf = event.currentTarget.value;
            const { asOf: _, ...rest } = search;
            change(asOf === '' ? rest : { ...rest, asOf });
          }}
        />
        {search.asOf && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              const { asOf: _, ...rest } = search;
              change(rest);
            }}
          >
            {t.now}
          </Button>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t.weeks}
          data={WEEKS.map((count) => ({ value: String(count), label: t.weeksOf(count) }))}
          value={String(weeks)}
          onChange={(value) => change({ ...search, weeks: Number(value) })}
        />
      </Group>
      <QueryState query={query} skeleton={<LoadingRows rows={4} height={110} />}>
        {(workload) => <WorkloadView workload={workload} search={search} onSearch={change} instant={instant} />}
      </QueryState>
    </Page>
  );
}

function save(workload: Workload): void {
  saveCsv(`workload-${workload.asOf.slice(0, 10)}.csv`, csvOf(tableOf(workload)));
}

interface WorkloadViewProps {
  workload: Workload;
  search: WorkloadSearch;
  onSearch: (search: WorkloadSearch) => void;
  instant: string | undefined;
}

function WorkloadView({ workload, search, onSearch, instant }: WorkloadViewProps) {
  const side = search.by ?? 'customer';
  return (
    <Stack gap="md">
      <Rates workload={workload} />
      {workload.open === 0 ? (
        <Nothing />
      ) : (
        <>
          <Panel title={t.age} note={t.ageNote}>
            <AgeBars workload={workload} instant={instant} />
          </Panel>
          <PivotTable workload={workload} side={side} onSide={(by) => onSearch({ ...search, by })} instant={instant} />
        </>
      )}
      <Panel title={t.flow} note={t.flowNote}>
        <FlowBars weeks={workload.weeks} />
      </Panel>
    </Stack>
  );
}

function Nothing() {
  const rights = useRights();
  return (
    <Panel>
      <EmptyState
        title={t.none}
        icon={<IconStack2 size={40} stroke={1.4} />}
        action={
          (rights.isInSomeTeam || rights.isAdmin) && (
            <Button component={Link} to="/imports/new">
              {t.import}
            </Button>
          )
        }
      >
        {t.noneLead}
      </EmptyState>
    </Panel>
  );
}
