import { Table, Text } from '@mantine/core';
import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import type { Room } from './queries';

const t = texts.session;

/** The pooled order beside the spread of the ballots: where the customers agree, and where they do not. */
export function Comparison({ room, comparison }: { room: Room; comparison: NonNullable<Room['comparison']> }) {
  const titles = new Map(room.options.map((option) => [option.id, `${option.key}  ${option.title}`]));
  const spreads = new Map(comparison.spread.map((spread) => [spread.optionId, spread]));
  return (
    <Panel title={t.comparison} isFlush>
      {comparison.cycles.length > 0 && (
        <Text size="sm" p="md" c="var(--fp-warn)">
          {t.cycle} {comparison.cycles.map((cycle) => cycle.map((id) => titles.get(id)).join(' → ')).join('; ')}
        </Text>
      )}
      <Table verticalSpacing={7}>
        <Table.Tbody>
          {comparison.schulze.map(({ optionId, place }) => {
            const spread = spreads.get(optionId);
            return (
              <Table.Tr key={optionId}>
                <Table.Td w={44} fw={650} className="numbers">
                  {place}
                </Table.Td>
                <Table.Td>
                  {titles.get(optionId)}
                  {spread && (
                    <Text size="xs" c="dimmed">
                      {t.spread(spread.bestPlace, spread.worstPlace)}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
