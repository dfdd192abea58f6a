import type { InclusionProof, TreeHead } from '../changes/queries';

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** RFC 6962: the hash of an inner node, which no leaf can be passed off as. */
async function hashNode(left: Uint8Array, right: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** The root that a leaf and its path lead to, as RFC 9162 section 2.1.3.2 computes it; null: the path does not fit. */
export async function rootOf(
  proof: Pick<InclusionProof, 'leafIndex' | 'size' | 'leafHash' | 'path'>,
): Promise<string | null> {
  if (proof.leafIndex < 0 || proof.leafIndex >= proof.size) {
    return null;
  }
  let index = BigInt(proof.leafIndex);
  let last = BigInt(proof.size) - 1n;
  let hash: Uint8Array<ArrayBuffer> = fromHex(proof.leafHash);
  for (const step of proof.path.map(fromHex)) {
    if (last === 0n) {
      return null;
    }
    if (index % 2n === 1n || index === last) {
      hash = await hashNode(step, hash);
      while (index % 2n === 0n && index !== 0n) {
        index /= 2n;
        last /= 2n;
      }
    } else {
      hash = await hashNode(hash, step);
    }
    index /= 2n;
    last /= 2n;
  }
  return last === 0n ? toHex(hash) : null;
}

/** Whether the head was signed by its key: ES256 over "size|rootHash|signedAt" exactly as written. */
export async function isSigned(head: TreeHead): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', fromBase64(head.publicKey), algorithm, false, ['verify']);
  const text = new TextEncoder().encode(`${head.size}|${head.rootHash}|${head.signedAt}`);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(head.signature), text);
}

export const canVerify = (): boolean => typeof crypto.subtle !== 'undefined';
