import type { Instant, Interval } from './types';

/** Whether the moment lies in the half-open interval. */
export function contains(interval: Interval, at: Instant): boolean {
  return interval.start <= at && at < interval.end;
}

/** Whether the two half-open intervals share a moment; touching is not sharing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The part both have, or undefined when they share no moment. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

/**
 * The same moments in as few intervals as possible, in order. Intervals that
 * touch become one; empty ones disappear.
 */
export function mergeIntervals(intervals: Iterable<Interval>): Interval[] {
  const ordered = [...intervals]
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const { start, end } of ordered) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
