import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { Row, Rows } from '../../ui/Rows';
import { ActError } from '../parts/ActError';
import { duplicatesQuery } from '../queries';
import type { Request } from '../types';
import type { Triage } from './useTriage';

const t = texts.triage;

interface Candidate {
  id: string;
  key: string;
  title: string;
  note: string;
}

interface LinkDialogProps {
  request: Request;
  triage: Triage;
  isOpen: boolean;
  onClose: () => void;
}

/** Links a request to the one that it duplicates: among those that are alike, or any that is found. */
export function LinkDialog({ request, triage, isOpen, onClose }: LinkDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.linkTitle(request.key)} size="lg">
      <Candidates key={request.id} request={request} triage={triage} onClose={onClose} />
    </Modal>
  );
}

function useCandidates(request: Request, text: string): Candidate[] {
  const alike = useQuery(duplicatesQuery(request.id));
  const found = useQuery({
    queryKey: ['requests', 'search', text],
    queryFn: () => dataOf(api.intake.GET('/intake/requests', { params: { query: { q: text, limit: 10 } } })),
    enabled: text !== '',
  });
  if (text === '') {
    return (alike.data ?? []).map((one) => ({ ...one, note: texts.submit.alike(formatPercent(one.similarity)) }));
  }
  return (found.data?.items ?? [])
    .filter((one) => one.id !== request.id)
    .map((one) => ({ ...one, note: texts.status[one.status] ?? one.status }));
}

function Candidates({ request, triage, onClose }: Omit<LinkDialogProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const candidates = useCandidates(request, asked);
  const link = useMutation({
    mutationFn: (original: Candidate) => triage.link(request, original),
    onSuccess: onClose,
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t.linkLead}
      </Text>
      {link.isError && <ActError error={link.error} stale={{ title: t.staleTitle, detail: t.staleDetail }} />}
      <TextInput
        leftSection={<IconSearch size={15} />}
        aria-label={t.linkSearch}
        placeholder={t.linkSearch}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && candidates[0] && asked === text.trim()) {
            link.mutate(candidates[0]);
          }
        }}
      />
      {candidates.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.linkNone}
        </Text>
      ) : (
        <Rows>
          {candidates.map((one, index) => (
            <Row
              key={one.id}
              title={`${one.key}  ${one.title}`}
              note={one.note}
              side={
                <Button
                  size="xs"
                  variant={index === 0 ? 'filled' : 'default'}
                  loading={link.isPending && link.variables.id === one.id}
                  aria-label={`${t.link}: ${one.key}`}
                  onClick={() => link.mutate(one)}
                >
                  {t.link}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
    </Stack>
  );
}
