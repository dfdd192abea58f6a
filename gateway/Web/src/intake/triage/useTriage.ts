import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { components } from '../../api/generated/intake';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { announce, showDone, showError } from '../../ui/announce';
import { requestKey, requestQuery } from '../queries';
import { bodyOf, type Kind, type Request } from '../types';
import { postDecision, postQuestion, reopen, undoAcceptance, unlink } from './decisions';
import { hideUndo, showGone, showUndo } from './notices';

const t = texts.triage;

/** A decision, and what takes it back. */
export interface Undoable {
  /** Of the request, or what several are called together. */
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
    hideUndo();
    try {
      await undoable.undo();
      showDone(t.undone(undoable.key));
    } catch (error) {
      showError(error);
    } finally {
      await client.invalidateQueries({ queryKey: ['requests'] });
    }
  };
  const offer = (text: string, undoable: Undoable) => {
    last.current = undoable;
    showUndo(text, () => void undo());
  };
  // Each is taken back by itself: one that cannot be any more keeps no other from it, and is told at the end.
  const offerAll = (decided: readonly Undoable[]) =>
    offer(t.batchDone(decided.length), {
      key: t.several(decided.length),
      undo: async () => {
        const refused: unknown[] = [];
        for (const one of decided) {
          await one.undo().catch((error: unknown) => refused.push(error));
        }
        if (refused.length > 0) {
          throw refused[0];
        }
      },
    });
  const decide = (request: Request, body: components['schemas']['TriageRequestRequest']) =>
    act(request, postDecision(request, body));
  const acceptOne = async (request: Request, team: string, kind?: Kind): Promise<Undoable> => {
    await decide(request, { decision: 'Accept', teamId: team, ...(kind ? bodyOf(kind) : {}) });
    return { key: request.key, undo: () => undoAcceptance(request.id) };
  };
  const declineOne = async (request: Request, reason: string): Promise<Undoable> => {
    await decide(request, { decision: 'Decline', reason });
    return { key: request.key, undo: () => reopen(request.id) };
  };
  return {
    undo,
    /** Decisions of a batch, to be offered together. */
    acceptOne,
    declineOne,
    offerAll,
    accept: async (request: Request, team: string, kind?: Kind) =>
      offer(t.accepted(request.key), await acceptOne(request, team, kind)),
    decline: async (request: Request, reason: string) =>
      offer(t.declined(request.key), await declineOne(request, reason)),
    link: async (request: Request, original: { id: string; key: string }) => {
      await decide(request, { decision: 'Link', duplicateOfId: original.id });
      offer(t.linked(request.key, original.key), { key: request.key, undo: () => unlink(request.id) });
    },
    ask: async (request: Request, text: string) => {
      await act(request, postQuestion(request.id, text));
      await client.invalidateQueries({ queryKey: ['comments'] });
      showDone(t.asked);
    },
  };
}

export type Triage = ReturnType<typeof useTriage>;
