import type { Instant } from '../../time';
import { createScopeBook, type ScopeBook } from '../scope/ScopeBook';
import { scopeMatches } from '../scope/scopeMatches';
import type {
  FreezeCalendar,
  WindowConsideration,
  WindowScope,
  WindowSubject,
} from '../types';
import {
  createWindowIndex,
  type IndexedWindow,
  type WindowIndex,
} from '../occurrences/WindowIndex';

/** A window and whether it is for a subject. Does not depend on the moment. */
export interface ScopedWindow {
  indexed: IndexedWindow;
  inScope: boolean;
  scopeReason: string;
}

/** The windows that are for a subject, and the index that they are of. */
export interface WindowsForSubject {
  index: WindowIndex;
  scoped: readonly ScopedWindow[];
}

/**
 * Judges every window's scope for a subject. The answer holds for as long as the
 * index and the subject do, at every moment, so it is worth keeping.
 */
export function scopeWindows(
  index: WindowIndex,
  subject: WindowSubject,
): ScopedWindow[] {
  return index.windows.map(indexed => {
    const { matches, reason } = scopeMatches(indexed.window.scope, subject);
    return { indexed, inScope: matches, scopeReason: reason };
  });
}

const books = new WeakMap<WindowIndex, ScopeBook>();

/** Why scopes are for a subject, in words; those that are one and the same are asked once. */
class ScopeReasons {
  readonly #subject: WindowSubject;
  readonly #reasons = new Map<WindowScope, string>();

  constructor(subject: WindowSubject) {
    this.#subject = subject;
  }

  of(scope: WindowScope): string {
    let reason = this.#reasons.get(scope);
    if (reason === undefined) {
      reason = scopeMatches(scope, this.#subject).reason;
      this.#reasons.set(scope, reason);
    }
    return reason;
  }
}

/** A class, because making an object with a getter takes longer than judging it. */
class WindowInScope implements ScopedWindow {
  readonly indexed: IndexedWindow;
  readonly inScope = true;
  readonly #reasons: ScopeReasons;

  constructor(indexed: IndexedWindow, reasons: ScopeReasons) {
    this.indexed = indexed;
    this.#reasons = reasons;
  }

  get scopeReason(): string {
    return this.#reasons.of(this.indexed.window.scope);
  }
}

/**
 * The windows that are for a subject; see {@link scopeWindows}. What they have in common
 * for many subjects is kept with the index, and the words are made when they are read:
 * cheap enough for every question.
 *
 * @param subject - Its entity is known by identity; one that changes is a new object.
 */
export function windowsInScope(
  index: WindowIndex,
  subject: WindowSubject,
): ScopedWindow[] {
  const reasons = new ScopeReasons(subject);
  return Array.from(
    scopeBookOf(index).matching(subject),
    position => new WindowInScope(index.windows[position], reasons),
  );
}

/** The scopes of an index's windows, by their positions; kept with the index. */
export function scopeBookOf(index: WindowIndex): ScopeBook {
  let book = books.get(index);
  if (!book) {
    book = createScopeBook(index.windows.map(({ window }) => window.scope));
    books.set(index, book);
  }
  return book;
}

/**
 * What windows whose scope is judged already say at a moment.
 *
 * @throws RangeError outside the years 1970 to 2199.
 */
export function considerScoped(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  at: Instant,
): WindowConsideration[] {
  return scoped.map(({ indexed, inScope, scopeReason }) => {
    const { active, next } = index.occurrencesAt(indexed, at);
    const consideration: WindowConsideration = {
      calendarRef: indexed.calendarRef,
      calendarTitle: indexed.calendarTitle,
      window: indexed.window,
      inScope,
      scopeReason,
    };
    if (active) consideration.active = active;
    if (next) consideration.next = next;
    return consideration;
  });
}

/**
 * What every window says about a subject at a moment, those that are not for it
 * included, with the reason.
 *
 * @param source - An index where the question is asked often, else the calendars.
 * @throws RangeError outside the years 1970 to 2199.
 */
export function considerWindows(
  source: WindowIndex | readonly FreezeCalendar[],
  subject: WindowSubject,
  at: Instant,
): WindowConsideration[] {
  const index = isIndex(source) ? source : createWindowIndex(source);
  return considerScoped(index, scopeWindows(index, subject), at);
}

/**
 * The first moment after the one considered at which a window that is in scope
 * starts or ends. What holds then has to be considered anew: another window, or the
 * same again, may be in force. Undefined: nothing changes within the lookahead.
 */
export function nextBoundary(
  considerations: readonly WindowConsideration[],
): Instant | undefined {
  let first: Instant | undefined;
  for (const { inScope, active, next } of considerations) {
    if (!inScope) continue;
    for (const at of [active?.end, next?.start]) {
      if (at !== undefined && (first === undefined || at < first)) first = at;
    }
  }
  return first;
}

/** Whether it is an index rather than calendars. */
export function isIndex(
  source: WindowIndex | readonly FreezeCalendar[],
): source is WindowIndex {
  return !Array.isArray(source);
}
