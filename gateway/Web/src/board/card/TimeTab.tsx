import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { Facts } from '../../ui/Facts';
import { formatDate, formatDays, formatPercent, timeZone } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';
import { Section } from './Section';
import { Waste } from './Waste';

const t = texts.card;
const days = (value: number | null | undefined) => (value == null ? null : formatDays(value));

/** Where the card's time went, and when it may be finished. */
export function TimeTab({ detail }: { detail: CardDetail }) {
  const isOpen = detail.card.finishedAt == null && detail.card.abandonedAt == null;
  return (
    <>
      <Section>
        <Facts
          facts={[
            [t.age('').trim(), days(detail.ageDays)],
            [t.cycleTime, days(detail.cycleTimeDays)],
            [t.leadTime, days(detail.leadTimeDays)],
            [t.customerLeadTime, days(detail.customerLeadTimeDays)],
          ]}
        />
      </Section>
      {isOpen && <Forecast cardId={detail.card.id} />}
      <Waste card={detail.card} />
    </>
  );
}

/** When this one card will be done, if the work goes on as it did. */
function Forecast({ cardId }: { cardId: string }) {
  const { boardId } = useBoardScope();
  const path = { boardId, cardId };
  const query = useQuery({
    queryKey: ['card-forecast', boardId, cardId],
    queryFn: () =>
      dataOf(
        api.board.GET('/board/boards/{boardId}/metrics/forecast/cards/{cardId}', {
          params: { path, query: { zone: timeZone } },
        }),
      ),
  });
  return (
    <Section title={t.forecast}>
      <QueryState query={query}>
        {(forecast) => (
          <>
            <Text size="sm" c="dimmed" mb={4}>
              {forecast.tooFew ? t.tooFew : t.forecastLead(forecast.itemsAhead, forecast.basis)}
            </Text>
            <Facts
              facts={(forecast.done ?? []).map((one) => [
                t.forecastBy(formatPercent(one.confidence)),
                `${formatDate(one.by)} (${t.forecastIn(formatDays(one.days))})`,
              ])}
            />
          </>
        )}
      </QueryState>
    </Section>
  );
}
