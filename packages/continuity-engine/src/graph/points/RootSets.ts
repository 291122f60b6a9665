import { release } from '../storage/release';

/**
 * A set of roots for each component, a bit a root, in blocks of words that stand side by
 * side. It answers for all roots of a block with one operation on each word.
 */
export class RootSets {
  readonly words: number;
  readonly #bits: Int32Array;

  constructor(rows: number, roots: number) {
    this.words = Math.max(1, Math.ceil(roots / 32));
    this.#bits = new Int32Array(rows * this.words);
  }

  /** Gives its room back at once, after which nobody may ask it. */
  release(): void {
    release(this.#bits);
  }

  add(row: number, root: number): void {
    this.#bits[row * this.words + (root >>> 5)] |= 1 << (root & 31);
  }

  has(row: number, root: number): boolean {
    const word = this.#bits[row * this.words + (root >>> 5)];
    return ((word >>> (root & 31)) & 1) === 1;
  }

  isEmpty(row: number): boolean {
    const begin = row * this.words;
    for (let word = 0; word < this.words; word++) {
      if (this.#bits[begin + word] !== 0) return false;
    }
    return true;
  }

  /** Adds all of `from` to `to`; whether that added any. */
  include(to: number, from: number): boolean {
    const bits = this.#bits;
    const target = to * this.words;
    const source = from * this.words;
    let grown = 0;
    for (let word = 0; word < this.words; word++) {
      const before = bits[target + word];
      const after = before | bits[source + word];
      bits[target + word] = after;
      grown |= before ^ after;
    }
    return grown !== 0;
  }

  /** Whether a row has all that a row of `other` has. */
  covers(row: number, other: RootSets, otherRow: number): boolean {
    const begin = row * this.words;
    const otherBegin = otherRow * this.words;
    for (let word = 0; word < this.words; word++) {
      if ((other.#bits[otherBegin + word] & ~this.#bits[begin + word]) !== 0) {
        return false;
      }
    }
    return true;
  }

  count(row: number): number {
    let count = 0;
    const begin = row * this.words;
    for (let word = 0; word < this.words; word++) {
      count += bitsIn(this.#bits[begin + word]);
    }
    return count;
  }
}

/** Warren, Hacker's Delight (2nd ed.), 5-1. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}
