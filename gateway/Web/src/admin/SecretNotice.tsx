import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { texts } from '../texts';

interface SecretNoticeProps {
  title: string;
  note?: string;
  /** Each is named where there are several. */
  values: readonly { name?: string; value: string }[];
  onClose: () => void;
}

/** What is shown this once, to be carried elsewhere. */
export function SecretNotice({ title, note, values, onClose }: SecretNoticeProps) {
  return (
    <Alert color="green" title={title} withCloseButton onClose={onClose}>
      <Stack gap="xs">
        {note && <Text size="sm">{note}</Text>}
        {values.map(({ name, value }) => (
          <Group key={value} gap="sm">
            {name && (
              <Text size="sm" w={70}>
                {name}
              </Text>
            )}
            <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" onClick={copy}>
                  {copied ? texts.common.copied : texts.common.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
