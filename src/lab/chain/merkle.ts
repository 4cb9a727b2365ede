/**
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256: a leaf is hashed with the byte 0 before it and an inner node with
 * the byte 1, so that no node can pass for a leaf. Of n leaves any one is shown to be there by at most ⌈log₂ n⌉ hashes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { at } from '../../base/assert.ts';

export type Hash = Uint8Array;

const leafTag = Uint8Array.of(0);
const nodeTag = Uint8Array.of(1);

export function leafHash(data: Uint8Array): Hash {
  return sha256.create().update(leafTag).update(data).digest();
}

function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(nodeTag, left, right));
}

/** Root of the tree over the leaves' hashes; the hash of nothing where there is none. */
export function merkleRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return at(leaves, 0);
  const left = leftLeaves(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, left)), merkleRoot(leaves.slice(left)));
}

/** What lies beside the way from a leaf to the root, lowest first (section 2.1.1, "audit path"). */
export function inclusionPath(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (leaves.length <= 1) return [];
  const left = leftLeaves(leaves.length);
  return index < left
    ? [...inclusionPath(leaves.slice(0, left), index), merkleRoot(leaves.slice(left))]
    : [...inclusionPath(leaves.slice(left), index - left), merkleRoot(leaves.slice(0, left))];
}

/** The root that a path leads to from a leaf; undefined where a tree of that size has no such path. */
export function rootAlong(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  if (size === 1) return path.length === 0 ? leaf : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const left = leftLeaves(size);
  const below = path.slice(0, -1);
  if (index < left) {
    const root = rootAlong(leaf, index, left, below);
    return root === undefined ? undefined : nodeHash(root, beside);
  }
  const root = rootAlong(leaf, index - left, size - left, below);
  return root === undefined ? undefined : nodeHash(beside, root);
}

/** The largest power of two below `size`: so many leaves stand on the left. */
function leftLeaves(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}
