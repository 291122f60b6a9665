/** Work that gives way between its steps, none of which takes long. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** So many elements of a list take some tenths of a millisecond to some milliseconds. */
export const STRETCH = 4096;

/**
 * Goes through a list by its indices, and gives way after every stretch of it.
 *
 * @param work - does all from `begin` to before `end`
 * @param length - of a stretch; shorter where an element takes long
 */
export function* inStretches(
  count: number,
  work: (begin: number, end: number) => void,
  length: number = STRETCH,
): Steps<void> {
  for (let begin = 0; begin < count; begin += length) {
    work(begin, Math.min(count, begin + length));
    yield;
  }
}

/** Length of a stretch of which each element may be put into words. */
export const WORDY = 256;

/** A sorted copy, like that of `Array.prototype.toSorted`: stable. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<T[]> {
  const runs: T[] = [];
  yield* inStretches(items.length, (begin, end) => {
    for (const item of items.slice(begin, end).sort(compare)) runs.push(item);
  });
  return yield* mergeRuns(runs, new Array<T>(runs.length), compare);
}

/** {@link sortInSteps} of a list of whole numbers, in half of the room. */
export function* sortNumbersInSteps(
  items: Int32Array,
  compare: (a: number, b: number) => number,
): Steps<Int32Array> {
  const runs = new Int32Array(items.length);
  yield* inStretches(items.length, (begin, end) => {
    runs.set(Array.from(items.subarray(begin, end)).sort(compare), begin);
  });
  return yield* mergeRuns(runs, new Int32Array(runs.length), compare);
}

interface List<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Merges stretches that are sorted into one.
 *
 * @param spare - as long as `runs`; either of them is given back
 */
function* mergeRuns<T, L extends List<T>>(
  runs: L,
  spare: L,
  compare: (a: T, b: T) => number,
): Steps<L> {
  let from = runs;
  let to = spare;
  for (let width = STRETCH; width < runs.length; width *= 2) {
    for (let begin = 0; begin < runs.length; begin += 2 * width) {
      yield* mergeTwo(from, to, begin, width, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Merges the sorted run at `begin` with the one that follows it after `width`. */
function* mergeTwo<T>(
  from: List<T>,
  to: List<T>,
  begin: number,
  width: number,
  compare: (a: T, b: T) => number,
): Steps<void> {
  const middle = Math.min(from.length, begin + width);
  const end = Math.min(from.length, middle + width);
  let left = begin;
  let right = middle;
  yield* inStretches(end - begin, (first, last) => {
    for (let at = begin + first; at < begin + last; at++) {
      const takesLeft =
        right >= end ||
        (left < middle && compare(from[left], from[right]) <= 0);
      to[at] = takesLeft ? from[left++] : from[right++];
    }
  });
}
