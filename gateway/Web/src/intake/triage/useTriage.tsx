import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf } from '../../api/client';
import type { components } from '../../api/generated/intake';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { announce, showDone, showError } from '../../ui/announce';
import { requestKey, requestQuery } from '../queries';
import { ifMatch } from '../request/useRequestActs';
import { bodyOf, type Kind, type Request } from '../types';

const t = texts.triage;
const UNDO = 'triage-undo';

interface Undoable {
  key: string;
  undo: () => Promise<unknown>;
}

/** The decisions of triage, each about the version that was seen; the last one can be taken back where that is possible. */
export function useTriage() {
  const client = useQueryClient();
  const last = useRef<Undoable | null>(null);
  const readAnew = (requestId: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['requests'] }),
      client.invalidateQueries({ queryKey: requestKey(requestId) }),
      client.invalidateQueries({ queryKey: ['workload'] }),
      client.invalidateQueries({ queryKey: ['duplicates'] }),
    ]);
  const act = async (request: Request, asked: Promise<unknown>) => {
    try {
      await asked;
      void readAnew(request.id);
    } catch (error) {
      if (error instanceof Problem && [404, 409, 412].includes(error.status)) {
        await readAnew(request.id);
        await tellIfGone(request);
      }
      throw error;
    }
  };
  // Decided by somebody else: it leaves the queue with the dialog that stood over it, so this is said beside them.
  const tellIfGone = async (request: Request) => {
    const now = await client.fetchQuery({ ...requestQuery(request.id), staleTime: 0 }).catch(() => null);
    if (now?.request.status !== request.status) {
      showGone(request.key);
    }
  };
  const undo = async () => {
    const undoable = last.current;
    if (!undoable) {
      announce(t.nothingToUndo);
      return;
    }
    last.current = null;
    notifications.hide(UNDO);
    try {
      await undoable.undo();
      await client.invalidateQueries({ queryKey: ['requests'] });
      showDone(t.undone(undoable.key));
    } catch (error) {
      showError(error);
    }
  };
  const offer = (text: string, undoable: Undoable) => {
    last.current = undoable;
    notifications.hide(UNDO);
    notifications.show({
      id: UNDO,
      color: 'green',
      withBorder: true,
      autoClose: 12_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{text}</Text>
          <Button size="compact-sm" variant="light" onClick={() => void undo()}>
            {t.undo}
          </Button>
        </Group>
      ),
    });
  };
  const decide = (request: Request, body: components['schemas']['TriageRequestRequest']) =>
    act(
      request,
      dataOf(
        api.intake.POST('/intake/requests/{requestId}/triage', {
          params: { path: { requestId: request.id } },
          headers: ifMatch(request),
          body,
        }),
      ),
    );
  return {
    undo,
    accept: async (request: Request, team: string, kind?: Kind) => {
      await decide(request, { decision: 'Accept', teamId: team, ...(kind ? bodyOf(kind) : {}) });
      last.current = null;
    },
    decline: async (request: Request, reason: string, isOffered = true) => {
      await decide(request, { decision: 'Decline', reason });
      if (isOffered) {
        offer(t.declined(request.key), { key: request.key, undo: () => reopen(request.id) });
      }
    },
    link: async (request: Request, original: { id: string; key: string }) => {
      await decide(request, { decision: 'Link', duplicateOfId: original.id });
      offer(t.linked(request.key, original.key), { key: request.key, undo: () => unlink(request.id) });
    },
    ask: async (request: Request, text: string) => {
      await act(
        request,
        dataOf(
          api.intake.POST('/intake/requests/{requestId}/comments', {
            params: { path: { requestId: request.id } },
            body: { text },
          }),
        ),
      );
      await client.invalidateQueries({ queryKey: ['comments'] });
      showDone(t.asked);
    },
  };
}

export type Triage = ReturnType<typeof useTriage>;
function showGone(key: string): void {
  notifications.show({
    color: 'orange',
    title: key,
    message: t.gone,
    autoClose: 12_000,
    withBorder: true,
    role: 'alert',
  });
}

const reopen = (requestId: string) =>
  dataOf(
    api.intake.POST('/intake/requests/{requestId}/reopen', {
      params: { path: { requestId } },
      body: { reason: t.undoReason },
    }),
  );

const unlink = (requestId: string) =>
  dataOf(api.intake.DELETE('/intake/requests/{requestId}/links', { params: { path: { requestId } } }));
