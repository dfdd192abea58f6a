import { useQueryClient } from '@tanstack/react-query';
import { changeQuery } from './queries';

/** After an act: the change, and the lists it stands in. */
export function useReadAnew(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: changeQuery(id).queryKey });
    await client.invalidateQueries({ queryKey: ['changes'] });
  };
}
