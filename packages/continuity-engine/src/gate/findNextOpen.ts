import { durationMs, type Instant } from '../time';
import { isWindow } from './Finding';
import { judge, type Judgement, type Matter } from './judge';
import { lookingPolicies, matchPolicies } from './matchPolicies';

/** Openings of the windows that are tried: each is held back by checks that may change. */
const MAX_CANDIDATES = 1000;

/**
 * Not allowed now: the next moment at which time alone makes it so. Undefined: it is
 * allowed, or nothing is known to open it within the horizon, or something stands
 * against it that time does not mend.
 */
export function findNextOpen(
  matter: Matter,
  now: Judgement,
): Instant | undefined {
  const horizon = now.at + durationMs(matter.settings.horizon);
  let current = now;
  for (let i = 0; i < MAX_CANDIDATES && current.verdict !== 'allow'; i++) {
    const at = notBefore(matter, current);
    if (at === undefined || !(at < horizon) || !(at > current.at)) {
      return undefined;
    }
    current = judge(matter, at);
  }
  return current === now || current.verdict !== 'allow'
    ? undefined
    : current.at;
}

/** No moment before this allows it. Undefined: none that is known does. */
function notBefore(
  matter: Matter,
  { at, findings }: Judgement,
): Instant | undefined {
  const against = findings.filter(({ verdict }) => verdict !== 'allow');
  const windows = against.filter(isWindow);
  const others = against.filter(finding => !isWindow(finding));
  // What never changes by itself has no next moment; all must change for it to open.
  if (others.some(({ nextChange }) => nextChange === undefined)) {
    return undefined;
  }
  const moments = others.flatMap(({ nextChange }) => nextChange ?? []);
  if (windows.length > 0) {
    const open = opening(matter, at);
    if (open === undefined) {
      return undefined;
    }
    moments.push(open);
  }
  return moments.length > 0 ? Math.max(...moments) : undefined;
}

/** The first moment from `at` on at which no window stops it, for any policy. */
function opening(
  { settings, admitted: { subject }, sight }: Matter,
  at: Instant,
): Instant | undefined {
  const course = sight.courseOf(
    lookingPolicies(matchPolicies(settings.policies, subject)),
  );
  return at < course.period.end ? course.firstOpen(at, 0)?.start : undefined;
}
