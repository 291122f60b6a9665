import { emptyRoot, isHash, nodeHash } from './merkleHash';

/**
 * Proofs over an RFC 6962 tree. Building them follows section 2.1 there; checking them
 * follows the step-by-step algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which
 * hold for the same tree.
 */

/** Root of the tree over leaf hashes (Merkle Tree Hash, RFC 6962, 2.1). */
export function rootOf(leafHashes: readonly string[]): string {
  return leafHashes.length === 0
    ? emptyRoot
    : subtreeRoot(leafHashes, 0, leafHashes.length);
}

/**
 * The path that proves that a leaf is in the tree: sibling hashes, from the leaf up.
 *
 * @throws RangeError when there is no leaf `index`.
 */
export function inclusionProof(
  index: number,
  leafHashes: readonly string[],
): string[] {
  assertIndex(index, leafHashes.length);
  return path(index, leafHashes, 0, leafHashes.length);
}

/** Whether a proof leads from the leaf at `index` to the root of `treeSize` leaves. */
export function verifyInclusion(claim: {
  index: number;
  treeSize: number;
  leafHash: string;
  proof: readonly string[];
  rootHash: string;
}): boolean {
  const { index, treeSize, proof } = claim;
  if (!isPlace(index, treeSize) || ![claim.leafHash, ...proof].every(isHash)) {
    return false;
  }
  let node = index;
  let last = treeSize - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && hash === claim.rootHash;
}

/**
 * The hashes that prove that the tree of the first `first` leaves is a prefix of the
 * tree of all of them: nothing was changed or taken away, only added.
 *
 * @throws RangeError unless `0 <= first <= leafHashes.length`.
 */
export function consistencyProof(
  first: number,
  leafHashes: readonly string[],
): string[] {
  const second = leafHashes.length;
  if (!Number.isInteger(first) || first < 0 || first > second) {
    throw new RangeError(
      `A tree of ${second} leaves has no earlier tree of ${first} leaves`,
    );
  }
  return first === 0 || first === second
    ? []
    : subproof(first, leafHashes, 0, second, true);
}

/** Whether a proof shows that the second tree only added to the first. */
export function verifyConsistency(claim: {
  first: number;
  second: number;
  firstRoot: string;
  secondRoot: string;
  proof: readonly string[];
}): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!Number.isInteger(first) || first < 0 || !isPlace(first, second + 1)) {
    return false;
  }
  if (first === 0 || first === second) {
    const consistent =
      first === 0 ? firstRoot === emptyRoot : firstRoot === secondRoot;
    return consistent && proof.length === 0;
  }
  // The first tree's root is its own starting point when the tree is complete.
  const steps = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  const [start, ...rest] = steps;
  if (proof.length === 0 || start === undefined || !steps.every(isHash)) {
    return false;
  }
  let node = first - 1;
  let last = second - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  let firstHash = start;
  let secondHash = start;
  for (const step of rest) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      firstHash = nodeHash(step, firstHash);
      secondHash = nodeHash(step, secondHash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = half(last);
      }
    } else {
      secondHash = nodeHash(secondHash, step);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && firstHash === firstRoot && secondHash === secondRoot;
}

function subtreeRoot(
  leaves: readonly string[],
  start: number,
  end: number,
): string {
  if (end - start === 1) {
    return leaves[start];
  }
  const middle = start + splitPoint(end - start);
  return nodeHash(
    subtreeRoot(leaves, start, middle),
    subtreeRoot(leaves, middle, end),
  );
}

function path(
  index: number,
  leaves: readonly string[],
  start: number,
  end: number,
): string[] {
  if (end - start === 1) {
    return [];
  }
  const middle = start + splitPoint(end - start);
  return index < middle
    ? [...path(index, leaves, start, middle), subtreeRoot(leaves, middle, end)]
    : [...path(index, leaves, middle, end), subtreeRoot(leaves, start, middle)];
}

/** SUBPROOF of RFC 6962, 2.1.2; `known`: the verifier holds this subtree's root already. */
function subproof(
  first: number,
  leaves: readonly string[],
  start: number,
  end: number,
  known: boolean,
): string[] {
  if (first === end) {
    return known ? [] : [subtreeRoot(leaves, start, end)];
  }
  const middle = start + splitPoint(end - start);
  return first <= middle
    ? [
        ...subproof(first, leaves, start, middle, known),
        subtreeRoot(leaves, middle, end),
      ]
    : [
        ...subproof(first, leaves, middle, end, false),
        subtreeRoot(leaves, start, middle),
      ];
}

/** The largest power of two below `size`, for `size` of at least 2. */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) {
    split *= 2;
  }
  return split;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  let power = 1;
  while (power < value) {
    power *= 2;
  }
  return power === value;
}

function isPlace(index: number, size: number): boolean {
  return (
    Number.isSafeInteger(index) &&
    Number.isSafeInteger(size) &&
    index >= 0 &&
    index < size
  );
}

function assertIndex(index: number, size: number): void {
  if (!isPlace(index, size)) {
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  }
}
