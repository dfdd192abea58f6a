export type Raw = string | number | null | undefined;

export interface DataColumn<T> {
  name: string;
  /** What an export holds: numbers and instants unrounded. */
  value: (row: T) => Raw;
  /** What people read, where it differs. */
  show?: (row: T) => string;
  isNumber?: boolean;
}

/** What a chart shows, as rows: the table beside it and the export are made of the same. */
export interface ChartData<T> {
  rows: readonly T[];
  columns: readonly DataColumn<T>[];
  open?: (row: T) => void;
}

/** Text that begins like a formula is made harmless for the spreadsheet that opens the file. */
function cell(value: Raw): string {
  if (value == null) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: a header, then a line a row. */
export function csvOf<T>({ rows, columns }: ChartData<T>): string {
  const lines = [columns.map((column) => cell(column.name)).join(',')];
  for (const row of rows) {
    lines.push(columns.map((column) => cell(column.value(row))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

export const shown = <T>(column: DataColumn<T>, row: T): string => {
  const value = column.show ? column.show(row) : column.value(row);
  return value == null ? '–' : String(value);
};

/** A name that every file system takes. */
export function fileNameOf(parts: readonly string[], ending: string): string {
  const name = parts.map((part) =>
    part
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return `${name.filter((part) => part !== '').join('_')}.${ending}`;
}
