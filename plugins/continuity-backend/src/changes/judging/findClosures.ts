import {
  mergeIntervals,
  scopeMatches,
  windowTimeline,
  type Closure,
  type Enforcement,
  type IndexedWindow,
  type Interval,
} from '@continuity/engine';
import type { CatalogSnapshot } from '../../catalog';
import type { ChangeSubject } from './changeSubjects';

/** A stretch in which a window closes, and how. */
export interface WindowClosure extends Closure {
  enforcement: Enforcement;
}

/**
 * When windows close for anything that a change deploys, each with all of its stretches.
 *
 * @param subjects - what is not among them is not looked at
 * @param isBound - whether the change has to keep to open windows; else nothing blocks
 * @returns undefined when it is not known: the catalog was not read lately, a calendar
 * that may be for it cannot be read, or the period is beyond the years that are worked out
 */
export function findClosures(
  snapshot: CatalogSnapshot | undefined,
  subjects: readonly ChangeSubject[],
  period: Interval,
  isBound: boolean,
): WindowClosure[] | undefined {
  if (!snapshot || subjects.length === 0 || isUnreadable(snapshot, subjects)) {
    return undefined;
  }
  const stretches = new Map<
    string,
    { indexed: IndexedWindow; spans: Interval[] }
  >();
  for (const { subject } of subjects) {
    const { index, scoped } = snapshot.windowsFor(subject);
    let timeline;
    try {
      timeline = windowTimeline(index, scoped, period);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    for (const { start, end, windows } of timeline.segments) {
      for (const indexed of windows) {
        const key = keyOf(indexed);
        const known = stretches.get(key);
        if (known) known.spans.push({ start, end });
        else stretches.set(key, { indexed, spans: [{ start, end }] });
      }
    }
  }
  return [...stretches].flatMap(([key, { indexed, spans }]) =>
    mergeIntervals(spans).map(span => ({
      ...span,
      window: key,
      title: indexed.window.title,
      kind: kindOf(indexed),
      enforcement: indexed.window.enforcement,
      blocks: isBound && indexed.window.enforcement === 'block',
    })),
  );
}

/** `calendar#window`, as the gate names it. */
function keyOf({ calendarRef, window }: IndexedWindow): string {
  return `${calendarRef}#${window.id}`;
}

function kindOf({ origin, window }: IndexedWindow): Closure['kind'] {
  if (window.effect === 'maintenance') return 'maintenance';
  return origin.kind === 'business-function' ? 'peak' : 'freeze';
}

/** Without windows that were once good, a calendar closes whatever it may be for. */
function isUnreadable(
  { unreadableCalendars }: CatalogSnapshot,
  subjects: readonly ChangeSubject[],
): boolean {
  return unreadableCalendars.some(
    ({ lastGoodAt, scope }) =>
      lastGoodAt === undefined &&
      subjects.some(
        ({ subject }) => scopeMatches(scope ?? {}, subject).matches,
      ),
  );
}
