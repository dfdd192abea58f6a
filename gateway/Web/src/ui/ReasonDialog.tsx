import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { texts } from '../texts';
import { ErrorState } from './states';
import { useDraft } from './useDraft';

interface ReasonDialogProps {
  /** Names the draft, so that what was typed is there again. */
  name: string;
  title: string;
  lead?: string;
  button: string;
  isOptional?: boolean;
  isDanger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  onSend: (reason: string) => Promise<unknown>;
}

/** Asks for the reason of an act, and sends both. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { name, title, lead, button, isOptional, isDanger, isOpen, onClose, onSend } = props;
  const [text, setText, clear] = useDraft(`reason:${name}`, '');
  const act = useMutation({
    mutationFn: () => onSend(text),
    onSuccess: () => {
      clear();
      onClose();
    },
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <Stack>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
          {act.isError && <ErrorState error={act.error} />}
          <Textarea
            label={texts.common.reason}
            required={!isOptional}
            autosize
            minRows={3}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" color={isDanger ? 'red' : undefined} loading={act.isPending}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
