import type { Interval } from '../../../time';
import { formatWall } from '../../clock/wallTime';
import type { CalendarFinding, FreezeWindow } from '../../types';
import { strictnessOf } from '../../answer/strictness';
import type { LintedWindow } from '../LintedWindow';
import { certainlyOverlap, scopeKey } from '../scopeOverlap';
import type { ScopeCensus } from '../ScopeCensus';
import { count, startsOf } from '../words';

/**
 * `contradicts`: windows of one owner that cannot both be meant.
 *
 * - A freeze covers every occurrence of a maintenance window, so that it never opens.
 * - Two windows at the same times for the same scope are enforced differently.
 *
 * Each pair is reported once, at the window that has no effect if it is one of `own`.
 *
 * @param others - Windows that are not themselves looked at.
 */
export function contradictions(
  own: readonly LintedWindow[],
  others: readonly LintedWindow[],
  census: ScopeCensus | undefined,
): CalendarFinding[] {
  const ownWindows = new Set(own);
  return own.flatMap((one, index) =>
    [...own.slice(index + 1), ...others].flatMap(other => {
      if (one.window.owner !== other.window.owner) return [];
      return (
        smothered(one, other, census) ??
        smothered(other, one, census, ownWindows.has(other) ? other : one) ??
        unequal(one, other, ownWindows.has(other)) ??
        []
      );
    }),
  );
}

function smothered(
  maintenance: LintedWindow,
  freeze: LintedWindow,
  census: ScopeCensus | undefined,
  at: LintedWindow = maintenance,
): CalendarFinding | undefined {
  if (
    maintenance.window.effect !== 'maintenance' ||
    freeze.window.effect !== 'freeze' ||
    freeze.window.enforcement === 'warn' ||
    !overlap(maintenance.window, freeze.window, census)
  ) {
    return undefined;
  }
  // Neither is looked at for ever: what lies beyond says nothing.
  const coming = maintenance.coming.filter(
    ({ end }) => end <= freeze.comingUntil,
  );
  if (coming.length === 0 || !coming.every(one => isWithin(one, freeze))) {
    return undefined;
  }
  const [next] = coming;
  const times =
    coming.length === 1
      ? `Its only occurrence to come, at ${formatWall(next.wall)},`
      : `Each of its ${count(coming.length, 'occurrence')} in the next years`;
  return at.finding('contradicts', undefined, {
    severity: 'error',
    message: `${nameOf(maintenance)} opens only while ${nameOf(
      freeze,
    )} closes: ${times.charAt(0).toLocaleLowerCase('en-US')}${times.slice(
      1,
    )} lies within the freeze, so nobody whom both are for can ever release.`,
    remedy: `Move one of them, write the services of ${nameOf(
      maintenance,
    )} under except in the scope of ${nameOf(freeze)}, or remove one.`,
    dates: startsOf(coming),
  });
}

function unequal(
  one: LintedWindow,
  other: LintedWindow,
  otherIsOwn: boolean,
): CalendarFinding | undefined {
  if (
    one.window.effect !== other.window.effect ||
    one.window.enforcement === other.window.enforcement ||
    scopeKey(one.window.scope) !== scopeKey(other.window.scope) ||
    !sameTimes(one.coming, other.coming)
  ) {
    return undefined;
  }
  const [weak, strong] =
    strictnessOf(one.window.enforcement) <
    strictnessOf(other.window.enforcement)
      ? [one, other]
      : [other, one];
  const at = weak === other && !otherIsOwn ? one : weak;
  return at.finding('contradicts', 'enforcement', {
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
}

/** Other maintenance windows that open for the same scope, whoever owns them. */
export function alternativesOf(
  { window }: LintedWindow,
  all: readonly LintedWindow[],
): LintedWindow[] {
  if (window.effect !== 'maintenance') return [];
  const key = scopeKey(window.scope);
  return all.filter(
    other =>
      other.window !== window &&
      other.window.effect === 'maintenance' &&
      scopeKey(other.window.scope) === key,
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

function sameTimes(a: readonly Interval[], b: readonly Interval[]): boolean {
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every(
      ({ start, end }, index) =>
        start === b[index].start && end === b[index].end,
    )
  );
}

function nameOf({ window, calendarRef }: LintedWindow): string {
  const name = JSON.stringify(window.id);
  return calendarRef === undefined ? name : `${name} of ${calendarRef}`;
}
