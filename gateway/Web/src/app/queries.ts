import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

/** What may help when repeated: the way failed, not the request. The transport has repeated it twice by then. */
function mayHelp(failures: number, error: unknown): boolean {
  return failures < 1 && (!(error instanceof Problem) || error.status >= 500 || error.isNetwork);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 600_000, retry: mayHelp, refetchOnWindowFocus: true, networkMode: 'always' },
    // A write that failed is told to the person, who decides; the transport repeats what never arrived.
    mutations: { retry: false, networkMode: 'always' },
  },
});
