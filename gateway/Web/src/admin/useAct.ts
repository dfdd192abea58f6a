import { useMutation, useQueryClient } from '@tanstack/react-query';
import { texts } from '../texts';
import { showDone, showError } from '../ui/announce';

/** A write of the administration: says that it is done or why not, and reads the named things anew. */
export function useAct<T, R>(act: (value: T) => Promise<R>, reads: string[], said: string | null = texts.admin.saved) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all(reads.map((key) => client.invalidateQueries({ queryKey: [key] })));
      if (said !== null) {
        showDone(said);
      }
    },
    onError: (error) => showError(error),
  });
}
