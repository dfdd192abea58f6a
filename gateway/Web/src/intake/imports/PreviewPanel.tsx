import { Table } from '@mantine/core';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ErrorState, LoadingRows } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { CategoryMark, PriorityMark } from '../parts/Kind';
import { Notice } from '../parts/Notice';
import type { Preview } from '../types';
import classes from './Columns.module.css';
import { RejectionTable } from './RejectionTable';
import type { Wizard } from './useWizard';

const t = texts.imports;

/** What would come of the first rows, before anything is stored. */
export function PreviewPanel({ wizard }: { wizard: Wizard }) {
  const { preview, missing } = wizard;
  if (missing.length > 0) {
    return null;
  }
  if (preview.isError && !preview.isFetching) {
    return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  }
  return preview.data ? <Rows preview={preview.data} /> : <LoadingRows rows={3} />;
}

function Rows({ preview: { rows, rejections } }: { preview: Preview }) {
  const all = rows.length + rejections.length;
  return (
    <Panel title={t.preview} note={t.previewNote(all)} isFlush>
      {rejections.length > 0 && (
        <div className={classes.padded}>
          <Notice tone="warn" title={t.previewBad(rejections.length, all)}>
            <RejectionTable rejections={rejections.slice(0, 8)} />
          </Notice>
        </div>
      )}
      {rows.length > 0 && (
        <Table className={classes.table ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.line}</Table.Th>
              <Table.Th>{t.reference}</Table.Th>
              <Table.Th>{t.requestTitle}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th>{t.opened}</Table.Th>
              <Table.Th>{t.category}</Table.Th>
              <Table.Th>{t.priority}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, 8).map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td className="numbers">{row.line}</Table.Td>
                <Table.Td className={classes.nowrap ?? ''}>{row.reference}</Table.Td>
                <Table.Td className={classes.title ?? ''}>{row.title}</Table.Td>
                <Table.Td className={classes.nowrap ?? ''}>
                  {row.state} <Tag tone={row.outcome === 'Done' ? 'good' : 'neutral'}>{t.outcomes[row.outcome]}</Tag>
                </Table.Td>
                <Table.Td className={classes.nowrap ?? ''}>{formatInstant(row.openedAt)}</Table.Td>
                <Table.Td>
                  <CategoryMark category={row.category} />
                </Table.Td>
                <Table.Td>
                  <PriorityMark priority={row.priority} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
