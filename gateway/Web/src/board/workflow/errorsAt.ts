import { Problem } from '../../api/problem';

/** What was refused about a field of the definition; the field is written as the request writes it. */
export type ErrorAt = (path: string) => string | undefined;

/** Rules of the domain name a field in their scope, rules of form in the list of fields. */
function reasonsOf(error: unknown): [string, string][] {
  if (!(error instanceof Problem)) {
    return [];
  }
  const rules = error.violations.map(({ scope, message }): [string, string] => [scope ?? '', message]);
  const form = Object.entries(error.fields).flatMap(([field, all]) => all.map((one): [string, string] => [field, one]));
  return error.violations.length > 0 ? rules : form;
}

export function errorsAt(error: unknown): ErrorAt {
  const reasons = reasonsOf(error);
  return (path) => {
    const found = reasons.filter(([field]) => field.toLowerCase() === path.toLowerCase());
    return found.length === 0 ? undefined : found.map(([, message]) => message).join(' ');
  };
}
