import { Button, type ButtonProps } from '@mantine/core';
import { texts } from '../texts';

interface MoreButtonProps extends Pick<ButtonProps, 'size'> {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Fetches the next page of a list; nothing where there is none. */
export function MoreButton({ query, size }: MoreButtonProps) {
  return query.hasNextPage ? (
    <Button
      {...(size === undefined ? {} : { size })}
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {texts.common.more}
    </Button>
  ) : null;
}
