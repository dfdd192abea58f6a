import { Skeleton, Stack } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';

/** The place of a chart that is being read. */
export function ChartSkeleton({ height = 320 }: { height?: number }) {
  return (
    <Panel>
      <Stack gap="sm" aria-busy="true" role="status" aria-label={texts.common.loading}>
        <Skeleton height={16} width="38%" radius="sm" />
        <Skeleton height={12} width="62%" radius="sm" />
        <Skeleton height={height} radius="md" />
      </Stack>
    </Panel>
  );
}
