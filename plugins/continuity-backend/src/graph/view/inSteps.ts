import type { Steps } from '@continuity/engine';

/** Elements that are looked at in one step; a look may ask for what is known of an entity. */
const STRETCH = 512;

/** Visits each element, and gives way after every stretch of them. */
export function* eachInSteps<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
): Steps<void> {
  let visited = 0;
  for (const item of items) {
    visit(item);
    if (++visited % STRETCH === 0) yield;
  }
}

/** Like `Array.prototype.filter`, bit by bit. */
export function* filterInSteps<T>(
  items: Iterable<T>,
  keeps: (item: T) => boolean,
): Steps<T[]> {
  const kept: T[] = [];
  yield* eachInSteps(items, item => {
    if (keeps(item)) kept.push(item);
  });
  return kept;
}

/** What is made of each, one after the other as it is asked for. */
export function* mapped<T, R>(
  items: Iterable<T>,
  of: (item: T) => R,
): IterableIterator<R> {
  for (const item of items) yield of(item);
}
