import { Text } from '@mantine/core';

/** Why a part of the definition was refused, below the part. */
export function Reason({ text }: { text: string | undefined }) {
  return text ? (
    <Text size="sm" c="var(--fp-danger)" px="md" py="xs" role="alert">
      {text}
    </Text>
  ) : null;
}
