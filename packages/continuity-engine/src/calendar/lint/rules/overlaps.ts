import type { Interval } from '../../../time';
import { strictnessOf } from '../../answer/strictness';
import type { CalendarFinding } from '../../types';
import type { LintedWindow } from '../LintedWindow';
import { count, nameOf, startsOf } from '../words';

/** What was found, and how many occurrences were looked at for it. */
interface Overlap {
  finding?: CalendarFinding;
  looks: number;
}

/** The stretch in which a window is in force that has a moment in common with an occurrence. */
function meeting(
  { inForce }: LintedWindow,
  { start, end }: Interval,
): Interval | undefined {
  let low = 0;
  let high = inForce.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inForce[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const found = inForce.at(low);
  return found && found.start < end ? found : undefined;
}

/** Compares, stops at the first difference, and counts what that takes. */
class Eyes {
  looks = 0;

  sameTimes(one: LintedWindow, other: LintedWindow): boolean {
    return (
      one.coming.length === other.coming.length &&
      one.coming.every(({ start, end }, index) => {
        this.looks += 1;
        const { coming } = other;
        return start === coming[index].start && end === coming[index].end;
      })
    );
  }

  /** Whether one is in force, as strictly, whenever the other is. */
  covers(outer: LintedWindow, inner: LintedWindow): boolean {
    const [mild, strict] = [inner, outer].map(({ window }) =>
      strictnessOf(window.enforcement),
    );
    // A maintenance window closes outside of itself, so a milder one is another matter.
    if (inner.window.effect === 'freeze' ? mild > strict : mild !== strict) {
      return false;
    }
    return this.#every(inner, outer, (at, { start, end }) => {
      return at.start <= start && end <= at.end;
    });
  }

  /** Whether two recurring windows overlap at every occurrence of both. */
  alwaysMeet(one: LintedWindow, other: LintedWindow): boolean {
    return (
      Math.min(one.coming.length, other.coming.length) > 1 &&
      this.#every(one, other, () => true) &&
      this.#every(other, one, () => true)
    );
  }

  /** Of the occurrences that are over before the other was looked at for the last time. */
  #every(
    window: LintedWindow,
    other: LintedWindow,
    fits: (stretch: Interval, occurrence: Interval) => boolean,
  ): boolean {
    let seen = false;
    for (const occurrence of window.coming) {
      if (occurrence.end > other.comingUntil) break;
      this.looks += 1;
      seen = true;
      const stretch = meeting(other, occurrence);
      if (!stretch || !fits(stretch, occurrence)) return false;
    }
    return seen;
  }
}

/**
 * `overlaps-another`: a window says nothing that another of the same owner and scope does
 * not say already.
 *
 * - Two windows take place at the same times.
 * - Two recurring windows overlap each time, e.g. 22:00 to 08:00 and 23:00 to 09:00:
 *   probably two drafts of one.
 * - One lies within the other every time; that may be meant, so it is only mentioned.
 *
 * Nothing is said of windows that overlap now and then, as a weekend and a month end do,
 * nor of those that differ in what they do.
 *
 * @param oneIsOwn - Whether a finding may stand at the first; at the second it always may.
 */
export function overlapsAnother(
  one: LintedWindow,
  other: LintedWindow,
  oneIsOwn: boolean,
): Overlap {
  if (
    one.coming.length === 0 ||
    other.coming.length === 0 ||
    one.scopeKey !== other.scopeKey ||
    one.window.effect !== other.window.effect ||
    one.window.rollbacksExempt !== other.window.rollbacksExempt ||
    one.window.onRunning !== other.window.onRunning
  ) {
    return { looks: 0 };
  }
  const eyes = new Eyes();
  const finding = findingOf(one, other, oneIsOwn, eyes);
  return { looks: eyes.looks, ...(finding && { finding }) };
}

function findingOf(
  one: LintedWindow,
  other: LintedWindow,
  oneIsOwn: boolean,
  eyes: Eyes,
): CalendarFinding | undefined {
  const alike = one.window.enforcement === other.window.enforcement;
  if (alike && eyes.sameTimes(one, other)) {
    return other.finding('overlaps-another', undefined, {
      severity: 'warning',
      message: `${nameOf(one)} and ${nameOf(
        other,
      )} take place at the same times for the same scope, and do the same.`,
      remedy: 'Remove one of them.',
      dates: startsOf(other.coming),
    });
  }
  if (eyes.covers(one, other)) return within(other, one);
  if (oneIsOwn && eyes.covers(other, one)) return within(one, other);
  if (alike && eyes.alwaysMeet(one, other)) {
    return other.finding('overlaps-another', undefined, {
      severity: 'warning',
      message: `${nameOf(one)} and ${nameOf(
        other,
      )} overlap every time for the same scope, so what is in force is both together, from the first start to the last end.`,
      remedy:
        'Write one window from the first start to the last end, or move one of them.',
      dates: startsOf(other.coming),
    });
  }
  return undefined;
}

function within(inner: LintedWindow, outer: LintedWindow): CalendarFinding {
  return inner.finding('overlaps-another', undefined, {
    severity: 'info',
    message: `${nameOf(inner)} lies within ${nameOf(outer)} ${
      inner.coming.length === 1
        ? 'altogether'
        : `each of the next ${count(inner.coming.length, 'time')}`
    }, for the same scope, so it changes nothing.`,
    remedy:
      'Remove it, or say in what it differs: its times, its scope or its enforcement.',
    dates: startsOf(inner.coming),
  });
}
