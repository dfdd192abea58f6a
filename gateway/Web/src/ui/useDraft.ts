import { useCallback, useState } from 'react';

function read<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) {
      sessionStorage.removeItem(key);
    } else {
      sessionStorage.setItem(key, JSON.stringify(value));
    }
  } catch {
    // No storage: the text lives as long as the form.
  }
}

/** What somebody typed outlives a reload and a lost connection, until it is sent or thrown away. */
export function useDraft<T>(name: string, empty: T): [T, (value: T) => void, () => void] {
  const key = `draft:${name}`;
  const [value, setValue] = useState<T>(() => read<T>(key) ?? empty);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      write(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setValue(empty);
    write(key, null);
  }, [key, empty]);
  return [value, change, clear];
}
