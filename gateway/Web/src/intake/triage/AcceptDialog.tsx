import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useRights, useSession } from '../../app/person';
import { texts } from '../../texts';
import { ActError } from '../parts/ActError';
import { UrgencyFields, WorkFields } from '../parts/KindFields';
import { teamsQuery } from '../queries';
import { kindOf, type Request } from '../types';
import type { Triage } from './useTriage';

const t = texts.triage;

interface AcceptDialogProps {
  request: Request;
  triage: Triage;
  isOpen: boolean;
  onClose: () => void;
}

/** The team that a person decides for: the one that is named, else the person's own. */
export function useDeciding() {
  const session = useSession();
  return (request: Request): string => request.teamId ?? session.teams[0]?.teamId ?? '';
}

/** Accepts a request, and corrects what its requester said of it. */
export function AcceptDialog({ request, triage, isOpen, onClose }: AcceptDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.acceptTitle(request.key)} size="lg">
      <AcceptForm key={request.id} request={request} triage={triage} onClose={onClose} />
    </Modal>
  );
}

function AcceptForm({ request, triage, onClose }: Omit<AcceptDialogProps, 'isOpen'>) {
  const deciding = useDeciding();
  const rights = useRights();
  const teams = useQuery(teamsQuery);
  const [kind, setKind] = useState(kindOf(request));
  const [team, setTeam] = useState(deciding(request));
  const accept = useMutation({
    mutationFn: () => triage.accept(request, team, kind),
    onSuccess: onClose,
  });
  const fields = accept.error instanceof Problem ? accept.error.fields : {};
  const mine = (teams.data?.items ?? []).filter((one) => rights.isAdmin || rights.isInTeam(one.id) || one.id === team);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t.acceptLead}
        </Text>
        {accept.isError && <ActError error={accept.error} stale={{ title: t.staleTitle, detail: t.staleDetail }} />}
        <Text fw={600}>{request.title}</Text>
        <Select
          label={texts.request.fields.team}
          required
          allowDeselect={false}
          data={mine.map(({ id, name }) => ({ value: id, label: name }))}
          value={team}
          onChange={(value) => setTeam(value ?? '')}
        />
        <WorkFields kind={kind} onKind={setKind} />
        <UrgencyFields kind={kind} onKind={setKind} errors={fields} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={accept.isPending} disabled={team === ''} data-autofocus>
            {t.accept}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
