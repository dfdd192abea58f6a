import type { Request } from '../types';

export type StepName = 'intake' | 'agreement' | 'board' | 'change' | 'done';
export type StepState = 'past' | 'now' | 'ahead' | 'out';

export interface FlowStep {
  name: StepName;
  state: StepState;
  /** Milliseconds spent in it, so far for the present one; null where it is not known. */
  length: number | null;
}

const at = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null);

/** Which step a request is in: the last one that it entered, also when it ended there. */
function present(request: Request): StepName {
  if (request.status === 'Done') {
    return 'done';
  }
  if (request.committedAt || request.startedAt || request.status === 'Committed' || request.status === 'InProgress') {
    return 'board';
  }
  return request.acceptedAt ? 'agreement' : 'intake';
}

/** The way of a request through the platform, with how long each part took. */
export function stepsOf(request: Request, isAtTheGate: boolean, now: number): FlowStep[] {
  const names: StepName[] = [
    'intake',
    'agreement',
    'board',
    ...(request.isRegulated ? (['change'] as const) : []),
    'done',
  ];
  const current = isAtTheGate && request.isRegulated ? 'change' : present(request);
  const index = names.indexOf(current);
  const isEnded = request.endedAt != null && request.status !== 'Done';
  const end = at(request.endedAt) ?? now;
  const [submitted, accepted, committed] = [at(request.submittedAt), at(request.acceptedAt), at(request.committedAt)];
  const begin = committed ?? at(request.startedAt);
  const lengths: Record<StepName, number | null> = {
    intake: between(submitted, accepted ?? (index === 0 ? end : null)),
    agreement: between(accepted, begin ?? (current === 'agreement' ? end : null)),
    board: between(begin, at(request.finishedAt) ?? end),
    change: null,
    done: null,
  };
  return names.map((name, place) => ({
    name,
    state:
      place < index || current === 'done'
        ? 'past'
        : place > index
          ? isEnded
            ? 'out'
            : 'ahead'
          : isEnded
            ? 'out'
            : 'now',
    length: place <= index ? lengths[name] : null,
  }));
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}
