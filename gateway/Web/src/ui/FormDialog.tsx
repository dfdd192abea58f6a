import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { ErrorState } from './states';

interface FormDialogProps {
  title: string;
  button: string;
  isOpen: boolean;
  onClose: () => void;
  onSend: () => Promise<unknown>;
  children: ReactNode;
}

/** A form over the page: what is refused is explained above the fields, which keep what was typed. */
export function FormDialog({ title, button, isOpen, onClose, onSend, children }: FormDialogProps) {
  const send = useMutation({ mutationFn: onSend, onSuccess: onClose });
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          {send.isError && <ErrorState error={send.error} />}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
