import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { useDraft } from '../../ui/useDraft';
import { ActError } from '../parts/ActError';
import { UrgencyFields, WorkFields } from '../parts/KindFields';
import { kindOf, type Request } from '../types';
import { useRequestActs } from './useRequestActs';

const t = texts.requestPage;

interface EditDialogProps {
  request: Request;
  isOpen: boolean;
  onClose: () => void;
}

/** Everything that may be edited until the request is committed. */
export function EditDialog({ request, isOpen, onClose }: EditDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.editTitle} size="lg">
      <EditForm request={request} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ request, onClose }: Omit<EditDialogProps, 'isOpen'>) {
  const known = { title: request.title, description: request.description ?? '', kind: kindOf(request) };
  const [draft, setDraft, clear] = useDraft(`edit:${request.id}`, known);
  const { edit } = useRequestActs(request);
  const save = useMutation({
    mutationFn: () => edit(draft.title.trim(), draft.description, draft.kind),
    onSuccess: () => {
      clear();
      onClose();
      showDone(t.saved);
    },
  });
  const fields = save.error instanceof Problem ? save.error.fields : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        {save.isError && <ActError error={save.error} stale={{ title: t.staleTitle, detail: t.staleDetail }} />}
        <TextInput
          label={texts.request.fields.title}
          required
          maxLength={300}
          data-autofocus
          value={draft.title}
          error={fields.title?.[0]}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <Textarea
          label={texts.request.fields.description}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={20_000}
          value={draft.description}
          error={fields.description?.[0]}
          onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
        />
        <WorkFields kind={draft.kind} onKind={(kind) => setDraft({ ...draft, kind })} />
        <UrgencyFields kind={draft.kind} onKind={(kind) => setDraft({ ...draft, kind })} errors={fields} />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              clear();
              onClose();
            }}
          >
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {texts.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
