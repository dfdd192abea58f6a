import { networkProblem, problemFrom, problemOf } from '../../api/problem';
import { signInAgain } from '../../api/session';
import { send } from '../../api/transport';
import type { Import } from '../types';

/** As the gateway takes them. */
export const LARGEST = 200 * 1024 * 1024;
/** Enough for the first rows of any file, and small for a slow line. */
const SAMPLE = 256 * 1024;
const LINE_FEED = 10;

export const formatOf = (name: string): 'Csv' | 'Ndjson' => (/\.(ndjson|jsonl)$/i.test(name) ? 'Ndjson' : 'Csv');

const typeOf = (format: string): string => (format === 'Ndjson' ? 'application/x-ndjson' : 'text/csv');

/** The beginning of a file, cut where a line ends. */
export async function sampleOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  const end = bytes.lastIndexOf(LINE_FEED);
  return file.size <= SAMPLE || end < 0 ? bytes : bytes.subarray(0, end + 1);
}

/** Sends a sample to one of the two endpoints that look and store nothing. */
export async function look<T>(path: string, sample: Uint8Array<ArrayBuffer>, query: URLSearchParams): Promise<T> {
  const type = typeOf(query.get('format') ?? 'Csv');
  const response = await send(
    new Request(`${window.location.origin}/api/intake/${path}?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: new Blob([sample], { type }),
    }),
  );
  if (!response.ok) {
    throw await problemOf(response);
  }
  return (await response.json()) as T;
}

/** Sends a whole file, and says how far it is: fetch cannot, XMLHttpRequest can. */
export async function upload(file: File, query: URLSearchParams, onShare: (share: number) => void): Promise<Import> {
  const { status, body } = await post(file, query, onShare);
  if (status === 401) {
    await signInAgain();
    return upload(file, query, onShare);
  }
  if (status < 200 || status > 299) {
    throw problemFrom(status, body);
  }
  return body as Import;
}

function post(file: File, query: URLSearchParams, onShare: (share: number) => void) {
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', `/api/intake/imports?${query}`);
    request.setRequestHeader('X-Requested-With', 'FlowPlatform');
    request.responseType = 'json';
    request.upload.onprogress = (event) => onShare(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(networkProblem());
    request.send(form);
  });
}
