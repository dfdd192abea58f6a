import { replaceEqualDeep } from '@tanstack/react-query';
import { useState } from 'react';

/** A value that was computed anew, as the same object as before where it is equal: what takes it is not drawn again. */
export function useShared<T>(value: T): T {
  const [known, know] = useState(value);
  const shared = replaceEqualDeep(known, value) as T;
  if (shared !== known) {
    know(shared);
  }
  return shared;
}
