import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { type ErrorOf, errorsOf, isToldByFields } from './fields';
import { ErrorState } from './states';

interface FormDialogProps {
  title: string;
  lead?: string | undefined;
  button: string;
  isDanger?: boolean | undefined;
  size?: string | undefined;
  isOpen: boolean;
  onClose: () => void;
  onSend: () => Promise<unknown>;
  /** Fields that show by themselves what was wrong with them. */
  fields?: readonly string[];
  children: ReactNode | ((errorOf: ErrorOf) => ReactNode);
}

const NONE: readonly string[] = [];

/** A form over the page: what is refused is explained above the fields or beside them, and they keep what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, button, isDanger, size, isOpen, onClose, onSend, fields = NONE, children } = props;
  const send = useMutation({ mutationFn: onSend, onSuccess: onClose });
  const close = () => {
    send.reset();
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={title} {...(size ? { size } : {})}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
          {send.isError && !isToldByFields(send.error, fields) && <ErrorState error={send.error} />}
          {typeof children === 'function' ? children(errorsOf(send.error)) : children}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={send.isPending} {...(isDanger ? { color: 'red' } : {})}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
