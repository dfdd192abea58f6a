import { Problem } from '../api/problem';

export type ErrorOf = (field: string) => string | undefined;

/** What the service said about one field of a form: fields are named as the body names them, groups by their beginning. */
export function errorsOf(error: unknown): ErrorOf {
  const fields = error instanceof Problem ? Object.entries(error.fields) : [];
  return (field) => {
    const wanted = field.toLowerCase();
    const found = fields.find(([name]) => name.toLowerCase() === wanted);
    return found?.[1].join(' ');
  };
}

/** Whether everything that the service said stands beside a field that the form shows. */
export function isToldByFields(error: unknown, shown: readonly string[]): boolean {
  const names = error instanceof Problem ? Object.keys(error.fields) : [];
  return names.length > 0 && names.every((name) => shown.some((field) => field.toLowerCase() === name.toLowerCase()));
}
