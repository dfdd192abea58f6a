import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { Problem } from '../../api/problem';
import { requestKey } from '../queries';
import { bodyOf, type Kind, type Request } from '../types';

export const ifMatch = (request: { version: number }) => ({ 'If-Match': `"${request.version}"` });

/** The acts of those around a request. Each says which version was seen; after a stale one it is read anew. */
export function useRequestActs(request: Request) {
  const client = useQueryClient();
  const params = { path: { requestId: request.id } };
  const headers = ifMatch(request);
  const readAnew = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: requestKey(request.id) }),
      client.invalidateQueries({ queryKey: ['requests'] }),
    ]);
  const act = async (asked: Promise<unknown>) => {
    try {
      await asked;
      await readAnew();
    } catch (error) {
      if (error instanceof Problem && (error.status === 412 || error.status === 409)) {
        await readAnew();
      }
      throw error;
    }
  };
  return {
    withdraw: (reason: string) =>
      act(dataOf(api.intake.POST('/intake/requests/{requestId}/withdraw', { params, headers, body: { reason } }))),
    reopen: (reason: string) =>
      act(dataOf(api.intake.POST('/intake/requests/{requestId}/reopen', { params, headers, body: { reason } }))),
    edit: (title: string, description: string, kind: Kind) =>
      act(
        dataOf(
          api.intake.PUT('/intake/requests/{requestId}', {
            params,
            headers,
            body: { title, description: description.trim() === '' ? null : description, ...bodyOf(kind) },
          }),
        ),
      ),
  };
}
