import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { MoreButton } from '../../ui/MoreButton';
import { Panel } from '../../ui/Panel';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { rejectionsQuery } from '../queries';
import type { Import } from '../types';
import { isEnded } from './naming';
import { RejectionTable } from './RejectionTable';

const t = texts.imports;

/** The rows that were refused, by line, on the page and as a file to mend. */
export function RejectionsPanel({ one }: { one: Import }) {
  const isKnown = one.rejected > 0 && isEnded(one);
  const query = useInfiniteQuery({ ...rejectionsQuery(one.id), enabled: isKnown });
  const rejections = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (one.rejected === 0) {
    return isEnded(one) ? (
      <Panel title={t.rejections}>
        <EmptyState title={t.noRejections} />
      </Panel>
    ) : null;
  }
  return (
    <Panel
      title={t.rejections}
      note={t.rejectionsNote}
      actions={
        <Button
          component="a"
          href={`/api/intake/imports/${one.id}/rejections.csv`}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} />}
        >
          {t.download}
        </Button>
      }
      isFlush
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && !query.isError ? (
        <div style={{ padding: 16 }}>
          <LoadingRows rows={3} height={30} />
        </div>
      ) : (
        <RejectionTable rejections={rejections} />
      )}
      {query.hasNextPage && (
        <Group justify="center" p="sm">
          <MoreButton query={query} size="xs" />
        </Group>
      )}
    </Panel>
  );
}
