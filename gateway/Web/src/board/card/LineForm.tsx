import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { wordsOf } from '../../api/problem';
import classes from './CardPanel.module.css';

interface LineFormProps {
  label: string;
  button: string;
  initial?: string;
  onSend: (text: string) => Promise<unknown>;
}

/** One line that is sent with Enter; why it was refused stands below it, and the line stays. */
export function LineForm({ label, button, initial = '', onSend }: LineFormProps) {
  const [text, setText] = useState(initial);
  const send = useMutation({ mutationFn: () => onSend(text.trim()), onSuccess: () => setText('') });
  const words = send.isError ? wordsOf(send.error) : null;
  const submit = () => text.trim() !== '' && !send.isPending && send.mutate();
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div className={classes.inline}>
      <TextInput
        size="xs"
        placeholder={label}
        aria-label={label}
        value={text}
        error={words && (words.lines[0] ?? words.title)}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Button size="xs" variant="default" loading={send.isPending} disabled={text.trim() === ''} onClick={submit}>
        {button}
      </Button>
    </div>
  );
}
