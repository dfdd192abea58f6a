import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { Facts } from '../../ui/Facts';
import { formatDate, formatDays, formatPercent, timeZone } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';

const t = texts.card;
const days = (value: number | null | undefined) => (value == null ? null : formatDays(value));

/** Where the card's time went, and when it may be finished. */
export function TimeTab({ detail }: { detail: CardDetail }) {
  const isOpen = detail.card.finishedAt == null && detail.card.abandonedAt == null;
  return (
    <Stack gap="lg">
      <Facts
        facts={[
          [t.age('').trim(), days(detail.ageDays)],
          [t.cycleTime, days(detail.cycleTimeDays)],
          [t.leadTime, days(detail.leadTimeDays)],
          [t.customerLeadTime, days(detail.customerLeadTimeDays)],
        ]}
      />
      {isOpen ? <Forecast cardId={detail.card.id} /> : <Waste detail={detail} />}
    </Stack>
  );
}

function Forecast({ cardId }: { cardId: string }) {
  const { boardId, actions } = useBoardScope();
  const open = [...(actions.board()?.columns ?? [])].filter((one) => one.column.kind !== 'Done').reverse();
  const items = open.flatMap((one) => one.cards).findIndex((card) => card.id === cardId) + 1;
  const query = useQuery({
    queryKey: ['forecast', boardId, items],
    queryFn: () =>
      dataOf(
        api.board.GET('/board/boards/{boardId}/metrics/forecast', {
          params: { path: { boardId }, query: { items, zone: timeZone } },
        }),
      ),
    enabled: items > 0,
  });
  return (
    <QueryState query={query}>
      {(forecast) =>
        forecast.tooFew ? (
          <Text size="sm" c="dimmed">
            {t.tooFew}
          </Text>
        ) : (
          <div>
            <Text size="sm" mb={6}>
              {t.forecastLead(items)}
            </Text>
            <Facts facts={(forecast.when ?? []).map((one) => [formatPercent(one.confidence), formatDate(one.by)])} />
          </div>
        )
      }
    </QueryState>
  );
}

function Waste({ detail }: { detail: CardDetail }) {
  const { boardId } = useBoardScope();
  const { id, finishedAt } = detail.card;
  const end = new Date(new Date(finishedAt ?? 0).getTime() + 1000);
  const start = new Date(end.getTime() - 86_400_000);
  const query = useQuery({
    queryKey: ['waste', boardId, id],
    queryFn: () =>
      dataOf(
        api.board.GET('/board/boards/{boardId}/metrics/flow-efficiency', {
          params: { path: { boardId }, query: { from: start.toISOString(), to: end.toISOString() } },
        }),
      ),
    enabled: finishedAt != null,
  });
  return (
    <QueryState query={query}>
      {(answer) => {
        const account = answer.accounts.find((one) => one.cardId === id);
        const sums = new Map<string, number>();
        for (const piece of account?.pieces ?? []) {
          const name = t.causes[piece.class] ?? piece.class;
          const length = (new Date(piece.to).getTime() - new Date(piece.from).getTime()) / 86_400_000;
          sums.set(name, (sums.get(name) ?? 0) + length);
        }
        return (
          <div>
            <Text size="sm" mb={6}>
              {t.wasteLead}
            </Text>
            <Facts
              facts={[
                ...[...sums].map(([name, length]): [string, string] => [name, formatDays(length)]),
                [t.efficiency, account?.efficiency == null ? null : formatPercent(account.efficiency)],
              ]}
            />
          </div>
        );
      }}
    </QueryState>
  );
}
