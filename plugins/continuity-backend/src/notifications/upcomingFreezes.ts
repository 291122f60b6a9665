import type { IndexedWindow, Instant, Interval } from '@continuity/engine';
import type { WindowBook } from '../catalog';
import { createTurns } from '../calendars';

/** The beginning of an occurrence. */
export interface Beginning {
  indexed: IndexedWindow;
  start: Instant;
}

/**
 * Freezes that begin in a stretch of time, earliest first.
 *
 * @param isFor - windows that are asked for
 * @param options.limit - about how many; those that begin at one moment stay together
 * @param options.noticeMs - what takes place again within it is left out
 * @returns also up to where they are all of them
 */
export async function upcomingFreezes(
  book: Pick<WindowBook, 'index' | 'windows'>,
  stretch: Interval,
  isFor: (indexed: IndexedWindow) => boolean,
  options: { limit: number; noticeMs: number },
): Promise<{ found: Beginning[]; to: Instant }> {
  const turn = createTurns();
  const beginnings: Beginning[] = [];
  if (stretch.start < stretch.end) {
    for (const indexed of book.windows) {
      if (isFor(indexed)) {
        book.index.spansBetween(indexed, stretch, start => {
          const begins = start >= stretch.start;
          if (begins && !isRoutine(book, indexed, start, options.noticeMs)) {
            beginnings.push({ indexed, start });
          }
        });
        await turn();
      }
    }
  }
  beginnings.sort((a, b) => a.start - b.start);
  const to = beginnings.at(options.limit)?.start ?? stretch.end;
  const all = beginnings.filter(({ start }) => start < to);
  return all.length > 0 || beginnings.length === 0
    ? { found: all, to: Math.max(to, stretch.start) }
    : {
        found: beginnings.filter(({ start }) => start === to),
        to: to + 1,
      };
}

/**
 * Whether a window took place shortly before an occurrence: what is routine is announced
 * the first time only.
 */
export function isRoutine(
  { index }: Pick<WindowBook, 'index'>,
  indexed: IndexedWindow,
  start: Instant,
  noticeMs: number,
): boolean {
  let found = false;
  index.spansBetween(
    indexed,
    { start: start - noticeMs, end: start },
    earlier => {
      found ||= earlier < start;
    },
  );
  return found;
}
