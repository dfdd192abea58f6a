import { Group, Skeleton, Stack } from '@mantine/core';
import { texts } from '../texts';

const COLUMNS = ['a', 'b', 'c', 'd', 'e'];
const CARDS = ['a', 'b', 'c'];

export function BoardSkeleton() {
  return (
    <Stack p="lg" gap="md" role="status" aria-busy="true" aria-label={texts.common.loading}>
      <Skeleton height={32} width={240} />
      <Group align="flex-start" gap="sm" wrap="nowrap" style={{ overflow: 'hidden' }}>
        {COLUMNS.map((column) => (
          <Stack key={column} w={272} gap={8} style={{ flex: '0 0 auto' }}>
            <Skeleton height={40} />
            {CARDS.map((card) => (
              <Skeleton key={card} height={88} />
            ))}
          </Stack>
        ))}
      </Group>
    </Stack>
  );
}
