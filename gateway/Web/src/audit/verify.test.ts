import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, rootOf } from './verify';

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaves = Array.from({ length: 7 }, (_, i) => sha(Buffer.from([0]), Buffer.from(`fact ${i}`)));

/** The tree and its paths by the recursive definition of RFC 6962, which the code under test does not use. */
function root(of: Buffer[]): Buffer {
  if (of.length === 1) {
    return of[0] as Buffer;
  }
  const half = 2 ** Math.floor(Math.log2(of.length - 1));
  return sha(Buffer.from([1]), root(of.slice(0, half)), root(of.slice(half)));
}

function path(index: number, of: Buffer[]): Buffer[] {
  if (of.length === 1) {
    return [];
  }
  const half = 2 ** Math.floor(Math.log2(of.length - 1));
  return index < half
    ? [...path(index, of.slice(0, half)), root(of.slice(half))]
    : [...path(index - half, of.slice(half)), root(of.slice(0, half))];
}

const proofOf = (leafIndex: number, size: number) => ({
  leafIndex,
  size,
  leafHash: (leaves[leafIndex] as Buffer).toString('hex'),
  path: path(leafIndex, leaves.slice(0, size)).map((hash) => hash.toString('hex')),
});

describe('inclusion proofs', () => {
  it('lead to the root, for every leaf of every size', async () => {
    for (let size = 1; size <= leaves.length; size++) {
      for (let index = 0; index < size; index++) {
        expect(await rootOf(proofOf(index, size))).toBe(root(leaves.slice(0, size)).toString('hex'));
      }
    }
  });

  it('do not lead there with another leaf, a shorter path or another index', async () => {
    const proof = proofOf(3, 7);
    const expected = root(leaves).toString('hex');
    expect(await rootOf({ ...proof, leafHash: proofOf(2, 7).leafHash })).not.toBe(expected);
    expect(await rootOf({ ...proof, path: proof.path.slice(1) })).not.toBe(expected);
    expect(await rootOf({ ...proof, leafIndex: 2 })).not.toBe(expected);
    expect(await rootOf({ ...proof, leafIndex: 7 })).toBeNull();
  });
});

describe('signed heads', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const head = { size: 7, rootHash: root(leaves).toString('hex'), signedAt: '2026-01-01T00:00:00Z', keyId: 'k' };
  const text = Buffer.from(`${head.size}|${head.rootHash}|${head.signedAt}`);
  const signature = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
  const signed = {
    ...head,
    signature,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };

  it('are valid as they were signed, and not when anything differs', async () => {
    expect(await isSigned(signed)).toBe(true);
    expect(await isSigned({ ...signed, size: 8 })).toBe(false);
    expect(await isSigned({ ...signed, rootHash: '00' })).toBe(false);
  });
});
