import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { inclusionPath, leafHash, merkleRoot, rootAlong } from './merkle.ts';

/** Leaves and roots of the reference implementation of RFC 6962 (google/certificate-transparency, merkle tree tests). */
const leafData = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = leafData.map((hex) => leafHash(hexToBytes(hex)));

describe('the Merkle tree of RFC 6962', () => {
  it('has the published roots', () => {
    expect(roots.map((_, size) => bytesToHex(merkleRoot(leaves.slice(0, size))))).toEqual(roots);
  });

  it('has the published audit path', () => {
    expect(inclusionPath(leaves, 0).map(bytesToHex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('shows any leaf by at most ⌈log₂ n⌉ hashes, and no other leaf, place or size by them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, anyIndex, anyOther) => {
        const many = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i)));
        const index = anyIndex % size;
        const path = inclusionPath(many, index);
        const root = bytesToHex(merkleRoot(many));
        const reached = (leaf: Uint8Array, place: number) => {
          const along = rootAlong(leaf, place, size, path);
          return along === undefined ? 'none' : bytesToHex(along);
        };
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(reached(at(many, index), index)).toBe(root);
        const other = anyOther % size;
        if (other !== index) {
          expect(reached(at(many, other), index)).not.toBe(root);
          expect(reached(at(many, index), other)).not.toBe(root);
        }
        expect(
          rootAlong(
            at(many, index),
            index,
            size,
            [...path, root].map((hash) => (typeof hash === 'string' ? hexToBytes(hash) : hash)),
          ),
        ).not.toEqual(hexToBytes(root));
        expect(reached(at(many, index), size)).toBe('none');
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
