import type { Interval } from '../../../time';
import { formatWall } from '../../clock/wallTime';
import type { CalendarFinding, FreezeWindow } from '../../types';
import { strictnessOf } from '../../answer/strictness';
import type { LintedOccurrence, LintedWindow } from '../LintedWindow';
import { certainlyOverlap } from '../scopeOverlap';
import type { ScopeCensus } from '../ScopeCensus';
import type { LintSteps } from '../types';
import { count, nameOf, startsOf } from '../words';
import { overlapsAnother } from './overlaps';

/** Some hundredths of a second; thousands of windows at every hour would take minutes. */
const MAX_LOOKS = 1_000_000;

/**
 * `contradicts` and `overlaps-another`: windows of one owner that cannot both be meant.
 *
 * - A freeze covers every occurrence of a maintenance window, so that it never opens.
 * - Two windows at the same times for the same scope are enforced differently.
 * - One says nothing that the other does not say; see {@link overlapsAnother}.
 *
 * Each pair is reported once, at the window that has no effect if it is one of `own`.
 *
 * @param others - Windows that are not themselves looked at.
 */
export function* contradictions(
  own: readonly LintedWindow[],
  others: readonly LintedWindow[],
  census: ScopeCensus | undefined,
): LintSteps {
  const ownWindows = new Set(own);
  const findings: CalendarFinding[] = [];
  let looks = 0;
  for (const [index, one] of own.entries()) {
    for (const other of [...own.slice(index + 1), ...others]) {
      if (one.window.owner !== other.window.owner) continue;
      const found =
        smothered(one, other, census) ??
        smothered(other, one, census, ownWindows.has(other) ? other : one) ??
        unequal(one, other, ownWindows.has(other)) ??
        repeated(one, other, ownWindows.has(other));
      if (found.finding) findings.push(found.finding);
      looks += found.looks;
      if (looks > MAX_LOOKS) {
        findings.push(notAll(one));
        return findings;
      }
      if (found.looks > 0) yield;
    }
    yield;
  }
  return findings;
}

/** What was found, and how many occurrences were looked at for it. */
interface Comparison {
  finding?: CalendarFinding;
  looks: number;
}

function notAll(linted: LintedWindow): CalendarFinding {
  return linted.finding('contradicts', undefined, {
    severity: 'info',
    message: `Its calendar has so many windows that take place so often that not all were held against each other; from ${nameOf(
      linted,
    )} on, contradictions may have been passed over.`,
    remedy:
      'Look at the calendar in parts, or let windows begin less often: one a day with the length that is meant.',
  });
}

/** Undefined: they are not of a kind that could smother each other. */
function smothered(
  maintenance: LintedWindow,
  freeze: LintedWindow,
  census: ScopeCensus | undefined,
  at: LintedWindow = maintenance,
): Comparison | undefined {
  if (
    maintenance.window.effect !== 'maintenance' ||
    freeze.window.effect !== 'freeze' ||
    freeze.window.enforcement === 'warn' ||
    !overlap(maintenance.window, freeze.window, census)
  ) {
    return undefined;
  }
  // Neither is looked at for ever: what lies beyond says nothing.
  const coming: LintedOccurrence[] = [];
  for (const one of maintenance.coming) {
    if (one.end <= freeze.comingUntil) {
      if (!isWithin(one, freeze)) return { looks: coming.length + 1 };
      coming.push(one);
    }
  }
  if (coming.length === 0) return { looks: 1 };
  const [next] = coming;
  const times =
    coming.length === 1
      ? `Its only occurrence to come, at ${formatWall(next.wall)},`
      : `Each of its next ${count(coming.length, 'occurrence')}`;
  const finding = at.finding('contradicts', undefined, {
    severity: 'error',
    message: `${nameOf(maintenance)} opens only while ${nameOf(
      freeze,
    )} closes: ${times.charAt(0).toLocaleLowerCase('en-US')}${times.slice(
      1,
    )} lies within the freeze, so nobody whom both are for can release before ${
      coming.length === 1
        ? 'it'
        : `the last of them, at ${formatWall(coming[coming.length - 1].wall)},`
    } is over.`,
    remedy: `Move one of them, write the services of ${nameOf(
      maintenance,
    )} under except in the scope of ${nameOf(freeze)}, or remove one.`,
    dates: startsOf(coming),
  });
  return { finding, looks: coming.length };
}

function unequal(
  one: LintedWindow,
  other: LintedWindow,
  otherIsOwn: boolean,
): Comparison | undefined {
  if (
    one.window.effect !== other.window.effect ||
    one.window.enforcement === other.window.enforcement ||
    one.scopeKey !== other.scopeKey
  ) {
    return undefined;
  }
  const looks = countAlike(one.coming, other.coming) + 1;
  if (looks === 1 || looks <= one.coming.length) return undefined;
  const [weak, strong] =
    strictnessOf(one.window.enforcement) <
    strictnessOf(other.window.enforcement)
      ? [one, other]
      : [other, one];
  const at = weak === other && !otherIsOwn ? one : weak;
  const finding = at.finding('contradicts', 'enforcement', {
    severity: 'warning',
    message: `${nameOf(weak)} (${weak.window.enforcement}) and ${nameOf(
      strong,
    )} (${
      strong.window.enforcement
    }) take place at the same times for the same scope; the strictest wins, so ${nameOf(
      weak,
    )} has no effect.`,
    remedy: `Keep one of them, with the enforcement that is meant: ${weak.window.enforcement} or ${strong.window.enforcement}.`,
    dates: startsOf(weak.coming),
  });
  return { finding, looks };
}

function repeated(
  one: LintedWindow,
  other: LintedWindow,
  otherIsOwn: boolean,
): Comparison {
  const [first, second] = otherIsOwn ? [one, other] : [other, one];
  return overlapsAnother(first, second, otherIsOwn);
}

/** Other maintenance windows that open for the same scope, whoever owns them. */
export function alternativesOf(
  linted: LintedWindow,
  all: readonly LintedWindow[],
): LintedWindow[] {
  if (linted.window.effect !== 'maintenance') return [];
  return all.filter(
    other =>
      other.window !== linted.window &&
      other.window.effect === 'maintenance' &&
      other.scopeKey === linted.scopeKey,
  );
}

function overlap(
  a: FreezeWindow,
  b: FreezeWindow,
  census: ScopeCensus | undefined,
): boolean {
  return census ? census.overlap(a, b) : certainlyOverlap(a.scope, b.scope);
}

function isWithin(one: Interval, { inForce }: LintedWindow): boolean {
  let low = 0;
  let high = inForce.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inForce[middle].end < one.end) low = middle + 1;
    else high = middle;
  }
  return low < inForce.length && inForce[low].start <= one.start;
}

/** How many of the first are at the same times; none when one list is longer. */
function countAlike(a: readonly Interval[], b: readonly Interval[]): number {
  if (a.length !== b.length) return 0;
  const different = a.findIndex(
    ({ start, end }, index) => start !== b[index].start || end !== b[index].end,
  );
  return different < 0 ? a.length : different;
}
