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
  let runs: T[] = [];
  yield* inStretches(items.length, (begin, end) => {
    for (const item of items.slice(begin, end).sort(compare)) runs.push(item);
  });
  let merged = new Array<T>(runs.length);
  for (let width = STRETCH; width < items.length; width *= 2) {
    for (let begin = 0; begin < items.length; begin += 2 * width) {
      yield* mergeRuns(runs, merged, begin, width, compare);
    }
    [runs, merged] = [merged, runs];
  }
  return runs;
}

/** Merges the sorted run at `begin` with the one that follows it after `width`. */
function* mergeRuns<T>(
  from: readonly T[],
  to: T[],
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
