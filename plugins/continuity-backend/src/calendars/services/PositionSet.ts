/** A set of positions from 0 up to a size; a bit each, so that a thousand sets are small. */
export class PositionSet {
  readonly size: number;
  readonly #words: Int32Array;

  private constructor(size: number, words: Int32Array) {
    this.size = size;
    this.#words = words;
  }

  static none(size: number): PositionSet {
    return new PositionSet(size, new Int32Array(Math.ceil(size / 32)));
  }

  static where(size: number, test: (position: number) => boolean): PositionSet {
    const set = PositionSet.none(size);
    for (let position = 0; position < size; position++) {
      if (test(position)) {
        set.add(position);
      }
    }
    return set;
  }

  static of(size: number, positions: Iterable<number>): PositionSet {
    const set = PositionSet.none(size);
    for (const position of positions) {
      set.add(position);
    }
    return set;
  }

  add(position: number): void {
    this.#words[position >>> 5] |= 1 << (position & 31);
  }

  has(position: number): boolean {
    return (this.#words[position >>> 5] & (1 << (position & 31))) !== 0;
  }

  /** Positions that are in both. */
  and(other: PositionSet): PositionSet {
    return new PositionSet(
      this.size,
      this.#words.map((word, at) => word & other.#words[at]),
    );
  }

  /** Positions that are in this set and not in the other. */
  without(other: PositionSet): PositionSet {
    return new PositionSet(
      this.size,
      this.#words.map((word, at) => word & ~other.#words[at]),
    );
  }

  /** Positions of this set that pass a test. */
  filter(test: (position: number) => boolean): PositionSet {
    const found = PositionSet.none(this.size);
    for (const position of this) {
      if (test(position)) {
        found.add(position);
      }
    }
    return found;
  }

  /** Positions that are in one of them, or in both. */
  or(other: PositionSet): PositionSet {
    return new PositionSet(
      this.size,
      this.#words.map((word, at) => word | other.#words[at]),
    );
  }

  /** How many positions are in both. */
  countIn(other: PositionSet): number {
    let count = 0;
    for (let at = 0; at < this.#words.length; at++) {
      const both = this.#words[at] & other.#words[at];
      if (both !== 0) {
        count += bitsIn(both);
      }
    }
    return count;
  }

  get count(): number {
    return this.countIn(this);
  }

  /** In ascending order. */
  *[Symbol.iterator](): Iterator<number> {
    for (let at = 0; at < this.#words.length; at++) {
      let word = this.#words[at];
      while (word !== 0) {
        const lowest = 31 - Math.clz32(word & -word);
        yield at * 32 + lowest;
        word &= word - 1;
      }
    }
  }
}

/**
 * Adds up neighbouring bits, pairs, nibbles and bytes, all at once. Every step stays a
 * signed 32-bit number, which is what makes it fast.
 */
function bitsIn(word: number): number {
  const pairs = (word - ((word >>> 1) & 0x55555555)) | 0;
  const nibbles = ((pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)) | 0;
  const bytes = (nibbles + (nibbles >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bytes, 0x01010101) >>> 24;
}
