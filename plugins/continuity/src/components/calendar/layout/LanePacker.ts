/**
 * Puts intervals side by side into a few lanes, first come first served: whoever is asked
 * for first gets a lane, so that asking in the order of importance leaves out the least
 * important. Each question takes time in the logarithm of what its lanes hold.
 */
export class LanePacker {
  /** Starts and ends in turn, ascending, of what each lane holds. */
  readonly #lanes: number[][];

  constructor(lanes: number) {
    this.#lanes = Array.from({ length: lanes }, () => []);
  }

  /** How many lanes hold something. */
  get used(): number {
    return this.#lanes.filter(lane => lane.length > 0).length;
  }

  /** The lane that takes the half-open interval; -1 when it overlaps something in each. */
  place(start: number, end: number): number {
    for (const [index, lane] of this.#lanes.entries()) {
      const at = countUpTo(lane, start);
      // An even position lies outside of every interval; the next start is beyond.
      if (at % 2 === 0 && (at === lane.length || lane[at] >= end)) {
        lane.splice(at, 0, start, end);
        return index;
      }
    }
    return -1;
  }
}

/** How many of the ascending values are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
