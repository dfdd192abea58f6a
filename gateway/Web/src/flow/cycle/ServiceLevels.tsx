import { Button, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Category, ClassOfService } from '../../board/types';
import { texts } from '../../texts';
import { formatPercent, formatWhole } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { Definition } from '../chart/Definition';
import { formatLength } from '../model/length';
import type { Attainment, ServiceLevel } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.sle;

interface Levels {
  probability: number;
  expectations: readonly Attainment[];
  history: readonly ServiceLevel[];
}

const ofWhat = (one: { category?: Category | null; classOfService?: ClassOfService | null }): string =>
  [one.category && texts.words.category[one.category], one.classOfService && texts.words.class[one.classOfService]]
    .filter(Boolean)
    .join(' · ') || t.all;

/** What the team promises, how far it was kept, and what the history would support. */
export function ServiceLevels({ levels }: { levels: Levels }) {
  const { boardId } = useFlow();
  const known = levels.history.filter((row) => row.days != null || (!row.category && !row.classOfService));
  const few = levels.history.length - known.length;
  return (
    <Panel title={t.title} note={t.note} actions={<Definition of="sle" />} isFlush>
      {levels.expectations.length === 0 ? (
        <Group p="md" justify="space-between">
          <Text size="sm" c="dimmed" maw={560}>
            {t.none}
          </Text>
          <Button
            variant="default"
            size="xs"
            renderRoot={(props) => <Link to="/boards/$boardId/workflow" params={{ boardId }} {...props} />}
          >
            {t.set}
          </Button>
        </Group>
      ) : (
        <Table verticalSpacing={7}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.work}</Table.Th>
              <Table.Th>{t.promise}</Table.Th>
              <Table.Th ta="right">{t.kept}</Table.Th>
              <Table.Th ta="right">{t.items}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {levels.expectations.map((one) => (
              <Table.Tr key={`${ofWhat(one)} ${one.days} ${one.probability}`}>
                <Table.Td>{ofWhat(one)}</Table.Td>
                <Table.Td>{t.within(formatLength(one.days), formatPercent(one.probability))}</Table.Td>
                <Table.Td ta="right">
                  {one.attained == null ? (
                    '–'
                  ) : (
                    <Tag tone={one.attained >= one.probability ? 'good' : 'danger'}>{formatPercent(one.attained)}</Tag>
                  )}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {texts.common.of(one.within, one.finished)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Table verticalSpacing={7}>
        <Table.Caption className="visually-hidden">{t.history}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.history}</Table.Th>
            <Table.Th ta="right">{t.days(formatPercent(levels.probability))}</Table.Th>
            <Table.Th ta="right">{t.items}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {known.map((row) => (
            <Table.Tr key={ofWhat(row)}>
              <Table.Td>{ofWhat(row)}</Table.Td>
              <Table.Td ta="right" className="numbers">
                {row.days == null ? t.tooFew : formatLength(row.days)}
              </Table.Td>
              <Table.Td ta="right" className="numbers">
                {formatWhole(row.count)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {few > 0 && (
        <Text size="xs" c="dimmed" px="md" py="xs">
          {t.others(few)}
        </Text>
      )}
    </Panel>
  );
}
