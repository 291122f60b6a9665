import { bytesToHex } from '@noble/hashes/utils';
import { emptyRoot, hashToBytes, nodeHashBytes } from './merkleHash';

/**
 * The right edge of a Merkle tree (RFC 6962): the roots of its complete subtrees, the
 * largest first, one for every bit that is set in the number of leaves. It is all that
 * is needed to append a leaf and to know the root, in O(log n) time and space.
 */
export class MerkleFrontier {
  #size: number;
  readonly #subtrees: Uint8Array[];

  private constructor(size: number, subtrees: Uint8Array[]) {
    this.#size = size;
    this.#subtrees = subtrees;
  }

  /** The frontier of the tree without leaves. */
  static empty(): MerkleFrontier {
    return new MerkleFrontier(0, []);
  }

  /**
   * A frontier as it was saved with {@link MerkleFrontier.hashes}.
   *
   * @throws RangeError when size and hashes cannot belong together.
   */
  static restore(size: number, hashes: readonly string[]): MerkleFrontier {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw new RangeError(`Tree size ${size} is not a whole number from 0`);
    }
    const expected = countOneBits(size);
    if (hashes.length !== expected) {
      throw new RangeError(
        `A tree of ${size} leaves has ${expected} frontier hashes, not ${hashes.length}`,
      );
    }
    return new MerkleFrontier(size, hashes.map(hashToBytes));
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Subtree roots in hex, largest subtree first; with `size`, all there is to save. */
  get hashes(): string[] {
    return this.#subtrees.map(hash => bytesToHex(hash));
  }

  /** An independent copy, e.g. to append in a transaction that may be rolled back. */
  clone(): MerkleFrontier {
    return new MerkleFrontier(this.#size, [...this.#subtrees]);
  }

  /**
   * Adds a leaf and returns the root of the tree with it.
   *
   * @param leaf - an RFC 6962 leaf hash, see `leafHash`
   */
  append(leaf: string): string {
    let carry = hashToBytes(leaf);
    // Two complete subtrees of one height become one, like a carry in binary addition.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#subtrees.pop();
      if (left) {
        carry = nodeHashBytes(left, carry);
      }
    }
    this.#subtrees.push(carry);
    this.#size += 1;
    return this.root();
  }

  /** Root of the tree as it is. */
  root(): string {
    if (this.#size === 0) {
      return emptyRoot;
    }
    return bytesToHex(
      this.#subtrees.reduceRight((right, left) => nodeHashBytes(left, right)),
    );
  }
}

function countOneBits(size: number): number {
  let count = 0;
  // Not bitwise: those operators stop at 32 bits.
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) {
    count += rest % 2;
  }
  return count;
}
