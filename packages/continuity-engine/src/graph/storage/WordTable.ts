import { inStretches, sortNumbersInSteps, type Steps } from '../../steps';

/**
 * Strings by number and numbers by string. It only ever grows, so that snapshots of a
 * graph share one: a snapshot knows how many of the words were there when it was made.
 */
export class WordTable {
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#words.length;
  }

  /** The number of a word, which is added when it is new. */
  intern(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** The word of a number that {@link WordTable.intern} gave out. */
  word(number: number): string {
    return this.#words[number];
  }

  /**
   * For the first `count` words their place in the order of their UTF-16 code units.
   *
   * @param before - the ranks of fewer words, which saves sorting them again
   */
  *ranks(count: number, before?: Int32Array): Steps<Int32Array> {
    const order = before
      ? yield* this.#mergedOrder(count, before)
      : yield* this.#order(count);
    const ranks = new Int32Array(count);
    yield* inStretches(count, (begin, end) => {
      for (let rank = begin; rank < end; rank++) ranks[order[rank]] = rank;
    });
    return ranks;
  }

  *#order(count: number, from: number = 0): Steps<Int32Array> {
    const words = this.#words;
    return yield* sortNumbersInSteps(
      Int32Array.from({ length: count - from }, (_, index) => from + index),
      (a, b) => (words[a] < words[b] ? -1 : 1),
    );
  }

  *#mergedOrder(count: number, before: Int32Array): Steps<Int32Array> {
    const words = this.#words;
    const known = new Int32Array(before.length);
    before.forEach((rank, word) => {
      known[rank] = word;
    });
    const added = yield* this.#order(count, before.length);
    const order = new Int32Array(count);
    let from = 0;
    let to = 0;
    for (const word of added) {
      const until = placeOf(words, known, words[word]);
      order.set(known.subarray(from, until), to);
      to += until - from;
      from = until;
      order[to++] = word;
    }
    order.set(known.subarray(from), to);
    return order;
  }
}

/** How many of the sorted words come before `word`. */
function placeOf(
  words: readonly string[],
  sorted: Int32Array,
  word: string,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[sorted[middle]] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
