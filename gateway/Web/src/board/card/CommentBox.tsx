import { Button, Combobox, Group, Stack, Text, Textarea, useCombobox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/states';
import { useDraft } from '../../ui/useDraft';
import { suggestionsFor, typedMention } from './mentions';

const t = texts.card;
const NOBODY: ReadonlyMap<string, string> = new Map();

interface CommentBoxProps {
  draft: string;
  initial?: string;
  button?: string;
  /** Who can be mentioned with an @. */
  people?: ReadonlyMap<string, string>;
  onSend: (text: string) => Promise<unknown>;
  onCancel?: () => void;
}

/** A comment while it is written; it outlives a reload, and an @ suggests people. */
export function CommentBox({ draft, initial = '', button = t.sendComment, people = NOBODY, ...acts }: CommentBoxProps) {
  const [text, setText, clear] = useDraft(draft, initial);
  const [typed, setTyped] = useState<string | null>(null);
  const ref = useRef<HTMLTextAreaElement>(null);
  const combobox = useCombobox();
  const send = useMutation({ mutationFn: () => acts.onSend(text.trim()), onSuccess: clear });
  const suggested = typed === null ? [] : suggestionsFor(typed, people);
  const look = (value: string, caret: number) => {
    const next = typedMention(value.slice(0, caret));
    setTyped(next);
    combobox.resetSelectedOption();
    if (next !== null && suggestionsFor(next, people).length > 0) {
      combobox.openDropdown();
      combobox.selectFirstOption();
    } else {
      combobox.closeDropdown();
    }
  };
  const choose = (name: string) => {
    const caret = ref.current?.selectionStart ?? text.length;
    const before = text.slice(0, caret - (typed?.length ?? 0));
    setText(`${before}${name} ${text.slice(caret)}`);
    combobox.closeDropdown();
    setTyped(null);
    const at = before.length + name.length + 1;
    requestAnimationFrame(() => ref.current?.setSelectionRange(at, at));
  };
  return (
    <Stack gap="xs">
      {send.isError && <ErrorState error={send.error} />}
      <Combobox store={combobox} onOptionSubmit={choose} position="top-start" shadow="md">
        <Combobox.Target withKeyboardNavigation={suggested.length > 0} withAriaAttributes={false}>
          <Textarea
            ref={ref}
            label={t.comment}
            autosize
            minRows={2}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              look(event.currentTarget.value, event.currentTarget.selectionStart);
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={suggested.length === 0}>
          <Combobox.Options aria-label={t.mentionList}>
            {suggested.map(([id, name]) => (
              <Combobox.Option key={id} value={name}>
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {people.size > 0 ? t.mentionHint : ''}
        </Text>
        <Group gap="xs">
          {acts.onCancel && (
            <Button size="xs" variant="default" onClick={acts.onCancel}>
              {texts.common.cancel}
            </Button>
          )}
          <Button size="xs" disabled={text.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
            {button}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
