import { createHash } from 'node:crypto';
import type { FreezeWindow, IndexedWindow } from '@continuity/engine';
import type { WindowBook } from '../catalog';
import { createTurns } from '../calendars';
import type { WatchedWindow } from './FreezeWatchStore';

/** Every window of a book, and a hash of all of them. */
export interface BookPrint {
  hash: string;
  windows: ReadonlyMap<string, { indexed: IndexedWindow; hash: string }>;
}

/** A calendar that did not change keeps its windows, and they keep their hashes. */
const hashes = new WeakMap<FreezeWindow, string>();
const prints = new WeakMap<WindowBook, Promise<BookPrint>>();

/** The windows of a book by {@link windowKey}; worked out once for each. */
export function printOf(book: WindowBook): Promise<BookPrint> {
  let print = prints.get(book);
  if (!print) {
    print = makePrint(book);
    prints.set(book, print);
  }
  return print;
}

/** Tells the windows of all calendars apart. */
export function windowKey({
  calendarRef,
  windowId,
}: Pick<WatchedWindow, 'calendarRef' | 'windowId'>): string {
  return JSON.stringify([calendarRef, windowId]);
}

/** A window as it is remembered until the next look. */
export function watched(
  { indexed, hash }: { indexed: IndexedWindow; hash: string },
  owners: ReadonlyMap<string, string>,
): WatchedWindow {
  const { calendarRef, calendarTitle, window } = indexed;
  return {
    calendarRef,
    windowId: window.id,
    hash,
    calendarTitle,
    answering: answeringFor(indexed, owners),
    window,
  };
}

/**
 * Who answers for a window: its own owner, and that of the calendar.
 *
 * @param owners - of the calendars, by ref
 */
export function answeringFor(
  { calendarRef, window }: Pick<IndexedWindow, 'calendarRef' | 'window'>,
  owners: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([window.owner, owners.get(calendarRef) ?? window.owner])];
}

async function makePrint(book: WindowBook): Promise<BookPrint> {
  const turn = createTurns();
  const windows = new Map<string, { indexed: IndexedWindow; hash: string }>();
  for (const indexed of book.windows) {
    const { calendarRef, window } = indexed;
    const hash = hashOf(window);
    windows.set(windowKey({ calendarRef, windowId: window.id }), {
      indexed,
      hash,
    });
    await turn();
  }
  const all = createHash('sha256');
  for (const key of [...windows.keys()].sort()) {
    all.update(`${key}\n${windows.get(key)?.hash}\n`);
  }
  return { hash: all.digest('hex'), windows };
}

function hashOf(window: FreezeWindow): string {
  let hash = hashes.get(window);
  if (hash === undefined) {
    hash = createHash('sha256').update(JSON.stringify(window)).digest('hex');
    hashes.set(window, hash);
  }
  return hash;
}
