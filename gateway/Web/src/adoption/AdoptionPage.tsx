import { Stack, Table, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/ai';
import { texts } from '../texts';
import { Facts } from '../ui/Facts';
import { formatDate, formatPercent, formatWhole } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { ErrorState, LoadingRows } from '../ui/states';
import { Tag } from '../ui/Tag';

const t = texts.adoption;
type Adoption = components['schemas']['AdoptionResponse'];
type Figure = components['schemas']['Figure'];

const adoptionQuery = (group: string) => ({
  queryKey: ['adoption', group],
  queryFn: () => dataOf(api.ai.GET('/ai/adoption', { params: { query: { group } } })),
});

export function AdoptionPage() {
  const teams = useQuery({
    queryKey: ['teams', 'active'],
    queryFn: () => dataOf(api.identity.GET('/identity/teams', { params: { query: { active: true, limit: 100 } } })),
  });
  const all = useQuery(adoptionQuery('organisation'));
  const groups = teams.data?.items ?? [];
  const figures = useQueries({ queries: groups.map((team) => adoptionQuery(`team:${team.id}`)) });
  const lead = all.data
    ? `${t.lead} ${t.window(formatDate(all.data.firstDay), formatDate(all.data.lastDay))}.`
    : t.lead;
  return (
    <Page title={t.title} lead={lead}>
      <Stack gap="md">
        <Panel isFlush>
          {all.isError && <ErrorState error={all.error} onRetry={() => void all.refetch()} />}
          {all.isPending && <LoadingRows />}
          {all.data && (
            <Table miw={640} verticalSpacing={9}>
              <Table.Thead>
                <Table.Tr>
                  {[t.group, t.population, t.active, t.rate, t.passive].map((name) => (
                    <Table.Th key={name}>{name}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                <Line name={t.everyone} adoption={all.data} />
                {groups.map((team, index) => (
                  <Line key={team.id} name={team.name} adoption={figures[index]?.data} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
        <MyUse />
      </Stack>
    </Page>
  );
}

function Line({ name, adoption }: { name: string; adoption: Adoption | undefined }) {
  if (!adoption) {
    return null;
  }
  return (
    <Table.Tr>
      <Table.Td fw={570}>{name}</Table.Td>
      <Table.Td className="numbers">
        {adoption.population == null ? <Suppressed because="GroupTooSmall" /> : formatWhole(adoption.population)}
      </Table.Td>
      <FigureCell figure={adoption.monthlyActive} />
      <Table.Td className="numbers">
        {adoption.adoptionRate == null ? (
          <Suppressed because={adoption.monthlyActive.suppressedBecause ?? 'GroupTooSmall'} />
        ) : (
          formatPercent(adoption.adoptionRate)
        )}
      </Table.Td>
      <FigureCell figure={adoption.passive} />
    </Table.Tr>
  );
}

function FigureCell({ figure }: { figure: Figure }) {
  return (
    <Table.Td className="numbers">
      {figure.value == null ? <Suppressed because={figure.suppressedBecause ?? ''} /> : formatWhole(figure.value)}
    </Table.Td>
  );
}

function Suppressed({ because }: { because: string }) {
  return (
    <>
      <Tag>{t.suppressed}</Tag>
      <Text size="xs" c="dimmed" maw={220}>
        {t.because[because] ?? because}
      </Text>
    </>
  );
}

function MyUse() {
  const query = useQuery({ queryKey: ['ai', 'me'], queryFn: () => dataOf(api.ai.GET('/ai/me')) });
  return (
    <Panel title={t.mine} note={t.mineNote}>
      <QueryState query={query}>
        {(use) =>
          use.acts + use.exposures === 0 ? (
            <Text size="sm" c="dimmed">
              {t.noUse}
            </Text>
          ) : (
            <Facts
              facts={[
                [t.days, formatWhole(use.activeDays)],
                [t.acts, formatWhole(use.acts)],
                [t.exposures, formatWhole(use.exposures)],
              ]}
            />
          )
        }
      </QueryState>
    </Panel>
  );
}
