import { Button, Group, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts';
import { type ChartData, shown } from '../model/csv';
import classes from './DataTable.module.css';

const STEP = 100;

interface DataTableProps<T> {
  data: ChartData<T>;
  caption: string;
}

/** The same as the chart, in rows; a row that leads somewhere does it by its first cell. */
export function DataTable<T>({ data: { rows, columns, open }, caption }: DataTableProps<T>) {
  const [most, setMost] = useState(STEP);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is too wide scrolls, also by keyboard. */}
      <section className={classes.scroll} tabIndex={0} aria-label={caption}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Caption className="visually-hidden">{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.name} ta={column.isNumber ? 'right' : 'left'} scope="col">
                  {column.name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, most).map((row, index) => (
              <Table.Tr key={index}>
                {columns.map((column, place) => (
                  <Table.Td key={column.name} ta={column.isNumber ? 'right' : 'left'} className="numbers">
                    {place === 0 && open ? (
                      <UnstyledButton className={classes.open} onClick={() => open(row)}>
                        {shown(column, row)}
                      </UnstyledButton>
                    ) : (
                      shown(column, row)
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {rows.length > most && (
        <Group justify="center">
          <Button variant="default" size="xs" onClick={() => setMost(most + 10 * STEP)}>
            {texts.common.more}
          </Button>
        </Group>
      )}
    </>
  );
}
