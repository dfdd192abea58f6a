import { Textarea } from '@mantine/core';
import { texts } from '../texts';
import { FormDialog } from './FormDialog';
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
export function ReasonDialog({ name, isOptional = false, onSend, ...dialog }: ReasonDialogProps) {
  const [text, setText, clear] = useDraft(`reason:${name}`, '');
  return (
    <FormDialog {...dialog} onSend={() => onSend(text).then(clear)}>
      <Textarea
        label={texts.common.reason}
        required={!isOptional}
        autosize
        minRows={3}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
