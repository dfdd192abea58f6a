import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { useDraft } from '../../ui/useDraft';
import { bodyOfDraft, type Draft, keyFor, type Sent } from './draft';

/** Sends a draft; the request that came of it is shown next. */
export function useSubmit(onSent: () => void) {
  const [sent, setSent, forget] = useDraft<Sent | null>('submit:key', null);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ draft, customer }: { draft: Draft; customer: string }) => {
      const body = bodyOfDraft(draft, customer);
      const next = keyFor(body, sent);
      setSent(next);
      return dataOf(api.intake.POST('/intake/requests', { body, headers: { 'Idempotency-Key': next.key } }));
    },
    onError: (error) => {
      // A refusal is an answer: the mended or repeated words are another question. What was lost on the way is the same one.
      if (error instanceof Problem && !error.isNetwork && error.status < 500) {
        forget();
      }
    },
    onSuccess: async (request) => {
      onSent();
      forget();
      void client.invalidateQueries({ queryKey: ['requests'] });
      showDone(texts.submit.sent(request.key));
      await navigate({ to: '/requests/$requestId', params: { requestId: request.id } });
    },
  });
}
