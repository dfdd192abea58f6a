import { texts } from '../texts';

/** One violated rule, as the services name it. */
export interface Violation {
  code: string;
  message: string;
  scope?: string | null;
  limit?: number | null;
  occupancy?: number | null;
  occupants?: string[] | null;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  violations?: Violation[];
  errors?: Record<string, string[]>;
}

/** A refusal or failure in words: RFC 9457 problem details, or what the network did. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly violations: readonly Violation[];
  readonly fields: Readonly<Record<string, string[]>>;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? texts.errors.unknownTitle);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.detail = body.detail ?? '';
    this.violations = body.violations ?? [];
    this.fields = body.errors ?? fieldsOf(body.violations);
  }

  /** Nothing was reached: the request may be repeated as it was. */
  get isNetwork(): boolean {
    return this.status === 0;
  }

  get isRefusal(): boolean {
    return this.status === 409;
  }
}

/** A violation whose scope is a field of the body belongs beside that field. */
function fieldsOf(violations: readonly Violation[] = []): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { code, scope, message } of violations) {
    if (code === 'invalid-field' && scope) {
      fields[scope] = [...(fields[scope] ?? []), message];
    }
  }
  return fields;
}

export function networkProblem(): Problem {
  return new Problem(0, { title: texts.errors.networkTitle, detail: texts.errors.networkDetail, code: 'network' });
}

export function problemFrom(status: number, body: unknown): Problem {
  return typeof body === 'object' && body !== null
    ? new Problem(status, body as ProblemBody)
    : new Problem(status, { title: titleOf(status) });
}

export async function problemOf(response: Response): Promise<Problem> {
  return problemFrom(response.status, await response.json().catch(() => null));
}

function titleOf(status: number): string {
  if (status === 404) {
    return texts.errors.notFoundTitle;
  }
  return status >= 500 ? texts.errors.serverTitle : texts.errors.unknownTitle;
}

/** Title, and below it everything that helps: the detail, each violated rule, each field. */
export function wordsOf(error: unknown): { title: string; lines: string[] } {
  if (!(error instanceof Problem)) {
    return { title: texts.errors.unknownTitle, lines: [error instanceof Error ? error.message : String(error)] };
  }
  const rules = error.violations.map((violation) => violation.message);
  const fields = Object.entries(error.fields).flatMap(([field, messages]) => messages.map((m) => `${field}: ${m}`));
  const lines = [...new Set([error.detail, ...rules, ...(rules.length > 0 ? [] : fields)])].filter(
    (line) => line !== '',
  );
  return { title: error.message, lines: lines.length > 0 ? lines : adviceFor(error.status) };
}

function adviceFor(status: number): string[] {
  if (status >= 500) {
    return [texts.errors.serverDetail];
  }
  return status === 403 ? [texts.errors.forbiddenDetail] : [];
}
