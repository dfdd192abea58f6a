import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { texts } from '../../texts';
import { useDraft } from '../../ui/useDraft';
import { ActError } from './ActError';

interface WordsDialogProps {
  /** Names the draft, so that what was typed is there again. */
  name: string;
  title: string;
  lead: string;
  label: string;
  button: string;
  isDanger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  onSend: (text: string) => Promise<unknown>;
}

/** Asks for the words of an act. A refusal is explained inside, and the words stay. */
export function WordsDialog(props: WordsDialogProps) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={props.title}>
      <Form key={props.name} {...props} />
    </Modal>
  );
}

function Form({ name, lead, label, button, isDanger, onClose, onSend }: WordsDialogProps) {
  const [text, setText, clear] = useDraft(`words:${name}`, '');
  const act = useMutation({
    mutationFn: () => onSend(text.trim()),
    onSuccess: () => {
      clear();
      onClose();
    },
  });
  const send = () => {
    if (text.trim() !== '' && !act.isPending) {
      act.mutate();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
        {act.isError && (
          <ActError
            error={act.error}
            stale={{ title: texts.requestPage.staleTitle, detail: texts.requestPage.staleDetail }}
          />
        )}
        <Textarea
          label={label}
          description={texts.request.sendHint}
          required
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              send();
            }
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button
            type="submit"
            color={isDanger ? 'red' : undefined}
            loading={act.isPending}
            disabled={text.trim() === ''}
          >
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
