import { Table } from '@mantine/core';
import { texts } from '../../texts';
import classes from './Columns.module.css';

const t = texts.imports;

interface RejectionTableProps {
  rejections: readonly { line: number; column?: string | null; reason: string }[];
}

/** Rows that were refused: where, and why. */
export function RejectionTable({ rejections }: RejectionTableProps) {
  return (
    <Table className={classes.table ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.line}</Table.Th>
          <Table.Th>{t.column}</Table.Th>
          <Table.Th>{t.reason}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rejections.map((one) => (
          <Table.Tr key={one.line}>
            <Table.Td className="numbers">{one.line}</Table.Td>
            <Table.Td className={classes.nowrap ?? ''}>{one.column}</Table.Td>
            <Table.Td>{one.reason}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
