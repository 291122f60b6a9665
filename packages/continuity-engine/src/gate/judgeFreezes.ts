import type { WindowSubject } from '../calendar';
import type { JudgedWindow, StateCourse } from '../calendar/answer';
import type { Instant } from '../time';
import { earliest, type Finding } from './Finding';
import { emergencyWayOut } from './emergencyWayOut';
import { examineCalendars } from './examineCalendars';
import { lookingPolicies } from './matchPolicies';
import type { RollbackProof } from './rollbackProof';
import { summariseQuiet } from './summariseQuiet';
import type { GateFacts, GatePolicy, GateSettings } from './types';
import { judgeWindow } from './windowFinding';
import { nextCut, type PolicyView, type WindowSight } from './WindowSight';
import { sentence } from './words';

/** What has to be known for judging windows. */
export interface KnownOfWindows {
  facts: GateFacts;
  settings: GateSettings;
  sight: WindowSight;
  /** Absent: nobody says that this is a rollback. */
  rollback: RollbackProof | undefined;
}

/** What every policy that looks at calendars finds at one moment. */
export function judgeFreezes(
  policies: readonly GatePolicy[],
  subject: WindowSubject,
  at: Instant,
  known: KnownOfWindows,
): Finding[] {
  const looking = lookingPolicies(policies);
  if (looking.length === 0) {
    return [];
  }
  try {
    return examine(looking, subject, at, known);
  } catch (error) {
    return looking.map(policy => notWorkedOut(policy, error));
  }
}

interface Looked {
  policy: GatePolicy;
  view: PolicyView;
  judged: JudgedWindow[];
}

function examine(
  policies: readonly GatePolicy[],
  subject: WindowSubject,
  at: Instant,
  known: KnownOfWindows,
): Finding[] {
  const looked = policies.map((policy): Looked => {
    const view = known.sight.viewOf(policy);
    return { policy, view, judged: view.judgeAt(at) };
  });
  // What a policy lets through another one may hold back, so waiting is for all of them.
  const course = memoize(() => known.sight.courseOf(policies));
  const findings = looked.flatMap(one => [
    ...examineCalendars(one.policy, subject, known.facts),
    ...judgePolicy(one, subject, at, known, course),
  ]);
  const quiet = summariseQuiet(looked, findings, at);
  return quiet ? [...findings, quiet] : findings;
}

function judgePolicy(
  { policy, view, judged }: Looked,
  subject: WindowSubject,
  at: Instant,
  { settings, rollback }: KnownOfWindows,
  course: () => StateCourse,
): Finding[] {
  const around = view.surroundingsAt(at);
  // The same for all: a maintenance window that begins opens what others close.
  const reopens = earliest(
    judged.map(({ scoped: { indexed }, next }) =>
      indexed.window.effect === 'maintenance' ? next?.start : undefined,
    ),
  );
  const context = {
    policy,
    around,
    reopens,
    opensFrom: (from: Instant) => opensFrom(course(), from),
    rollback,
    escape: () => emergencyWayOut(settings, subject),
  };
  // Every finding carries the next moment of all: a window may begin while another is
  // in force.
  const nextChange = nextCut(view, at);
  return judged
    .flatMap(one => judgeWindow(one, context) ?? [])
    .map(finding => ({ ...finding, nextChange }));
}

/** The first moment from one on at which no window stops it. Undefined: none in sight. */
function opensFrom(course: StateCourse, from: Instant): Instant | undefined {
  return from < course.period.end
    ? course.firstOpen(from, 0)?.start
    : undefined;
}

function memoize<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function notWorkedOut(policy: GatePolicy, error: unknown): Finding {
  const problem = error instanceof Error ? error.message : String(error);
  return {
    rule: 'freeze',
    label: 'Freeze windows',
    policy: policy.id,
    verdict: 'deny',
    explain: () => ({
      explanation: `It could not be worked out which freeze windows are in force: ${sentence(
        problem,
      )}`,
      remedy:
        'Ask again. If it stays so, report it to whoever runs Continuity; until it is mended nothing passes.',
    }),
    evidence: [],
  };
}
