import type {
  Occurrence,
  WindowConsideration,
  WindowSubject,
} from '../calendar';
import type { Instant } from '../time';
import { earliest, type Finding } from './Finding';
import { emergencyWayOut } from './emergencyWayOut';
import { countsFor, examineCalendars } from './examineCalendars';
import { lastOccurrence, type ConsiderWindows } from './lastOccurrence';
import type { Consequence, GateFacts, GatePolicy, GateSettings } from './types';
import { verdictOf } from './verdicts';
import {
  endInWords,
  listed,
  sentence,
  startInWords,
  utc,
  windowInWords,
} from './words';

interface Known {
  facts: GateFacts;
  settings: GateSettings;
  considerWindows: ConsiderWindows;
}

/** Upcoming windows that are named when none is in force; the rest is one look away. */
const NAMED_NEXT = 3;

/** What every policy that looks at calendars finds at one moment. */
export function judgeFreezes(
  policies: readonly GatePolicy[],
  subject: WindowSubject,
  at: Instant,
  known: Known,
): Finding[] {
  const looking = policies.filter(({ calendars }) => calendars !== undefined);
  if (looking.length === 0) {
    return [];
  }
  try {
    return examine(looking, subject, at, known);
  } catch (error) {
    return looking.map(policy => notWorkedOut(policy, error));
  }
}

function examine(
  policies: readonly GatePolicy[],
  subject: WindowSubject,
  at: Instant,
  { facts, settings, considerWindows }: Known,
): Finding[] {
  const inScope = considerWindows(subject, at).filter(of => of.inScope);
  return policies.flatMap(policy => {
    const counting = inScope.filter(of => countsFor(policy, of.calendarRef));
    const findings = [
      ...examineCalendars(policy, facts),
      ...counting
        .filter(of => of.active)
        .map(of =>
          inForce(policy, of, () => ({
            last: lastOccurrence(of, subject, considerWindows),
            escape: emergencyWayOut(settings, subject),
          })),
        ),
    ];
    // Every finding carries the next moment of all: a window may begin while another
    // is in force.
    const nextChange = earliest(counting.map(nextMomentOf));
    return (findings.length > 0 ? findings : [quiet(policy, counting)]).map(
      finding => ({ ...finding, nextChange }),
    );
  });
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

function inForce(
  policy: GatePolicy,
  of: WindowConsideration,
  outlook: () => { last?: Occurrence; escape?: string },
): Finding {
  const consequence = consequenceOf(policy, of);
  return {
    rule: `freeze:${of.calendarRef.toLowerCase()}#${of.window.id}`,
    label: windowInWords(of),
    policy: policy.id,
    verdict: verdictOf(consequence),
    explain: () => {
      const { last, escape } = outlook();
      return {
        explanation: explainFreeze(consequence, of, last),
        remedy: remedyFor(consequence, last, escape),
        ...(last && { until: last.end }),
      };
    },
    evidence: [],
  };
}

function explainFreeze(
  consequence: Consequence,
  of: WindowConsideration,
  last: Occurrence | undefined,
): string {
  const state = consequence === 'inform' ? 'asks for care' : 'is in force';
  const end = last ? `until ${endInWords(of, last)}` : 'with no end in sight';
  const { active, window } = of;
  return [
    `${windowInWords(of)} ${state} ${end}: ${sentence(window.reason)}`,
    active?.note && sentence(active.note),
    window.link && `More: ${window.link}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function consequenceOf(
  policy: GatePolicy,
  { window }: WindowConsideration,
): Consequence {
  switch (window.enforcement) {
    case 'warn':
      return 'inform';
    case 'approval':
      return 'needs-approval';
    default:
      return policy.freezeConsequence ?? 'deny';
  }
}

function remedyFor(
  consequence: Consequence,
  last: Occurrence | undefined,
  escape: string | undefined,
): string {
  const wait = last
    ? `Wait until ${utc(last.end)}`
    : 'Wait for the freeze to be lifted';
  switch (consequence) {
    case 'inform':
      return `${wait} if this is not urgent; nothing stops it.`;
    case 'needs-approval':
      return `${wait}, or have the release approved.`;
    default:
      return escape ? `${wait}. ${escape}` : `${wait}.`;
  }
}

/** No window in force: says which ones there will be. */
function quiet(
  policy: GatePolicy,
  counting: readonly WindowConsideration[],
): Finding {
  return {
    rule: 'freeze',
    label: 'Freeze windows',
    policy: policy.id,
    verdict: 'allow',
    explain: () => {
      const until = earliest(counting.map(({ next }) => next?.start));
      return {
        explanation: explainQuiet(counting),
        ...(until !== undefined && { until }),
      };
    },
    evidence: [],
  };
}

function explainQuiet(counting: readonly WindowConsideration[]): string {
  const named = counting
    .flatMap(of => (of.next ? [{ of, next: of.next }] : []))
    .sort(
      (a, b) =>
        a.next.start - b.next.start || (keyOf(a.of) < keyOf(b.of) ? -1 : 1),
    )
    .slice(0, NAMED_NEXT)
    .map(
      ({ of, next }) =>
        `${windowInWords(of)} from ${startInWords(of, next)} to ${endInWords(
          of,
          next,
        )}`,
    );
  return named.length > 0
    ? `No freeze window is in force. Next: ${listed(named)}.`
    : 'No freeze window is in force, and none is in sight.';
}

function keyOf({ calendarRef, window }: WindowConsideration): string {
  return `${calendarRef}#${window.id}`;
}

/** Windows that only warn never change a verdict, so their moments are not worth a look. */
function nextMomentOf({
  window,
  active,
  next,
}: WindowConsideration): Instant | undefined {
  return window.enforcement === 'warn'
    ? undefined
    : earliest([active?.end, next?.start]);
}
