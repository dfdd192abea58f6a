import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { useMe } from '../app/person';
import { texts } from '../texts';
import { ErrorState } from '../ui/states';

const t = texts.board;

export function CreateBoard({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const led = (me.data?.teams ?? []).filter((team) => team.role === 'lead');
  const [name, setName] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const teamId = team ?? led[0]?.id ?? null;
  const create = useMutation({
    mutationFn: () => dataOf(api.board.POST('/board/boards', { body: { teamId, name: name.trim() } })),
    onSuccess: async (board) => {
      await client.invalidateQueries({ queryKey: ['boards'] });
      onClose();
      await navigate({ to: `/boards/${board.id}` });
    },
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.create}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t.createLead}
          </Text>
          {create.isError && <ErrorState error={create.error} />}
          <Select
            label={t.team}
            data={led.map((one) => ({ value: one.id, label: one.name }))}
            value={teamId}
            onChange={setTeam}
            allowDeselect={false}
          />
          <TextInput
            label={texts.common.name}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
