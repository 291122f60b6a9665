import type { WindowConsideration, WindowSubject } from '../calendar/types';
import type { Instant } from '../time';
import type { Finding } from './Finding';
import { matchPolicies } from './matchPolicies';
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

/** How windows are looked up; see `GateFacts.considerWindows`. */
export type ConsiderWindows = (
  subject: WindowSubject,
  at: Instant,
) => WindowConsideration[];

interface Known {
  facts: GateFacts;
  settings: GateSettings;
  considerWindows: ConsiderWindows;
}

/** Upcoming windows that are named when none is in force; the rest is one look away. */
const NAMED_NEXT = 3;
/** Occurrences that follow each other without a gap, before the chain counts as endless. */
const MAX_CHAIN = 50;

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
  const escape = emergencyWayOut(settings, subject);
  return policies.flatMap(policy => {
    const counting = inScope.filter(of => counts(policy, of.calendarRef));
    const findings = [
      ...examineCalendars(policy, facts),
      ...counting
        .filter(of => of.active)
        .map(of =>
          inForce(policy, of, {
            lift: liftOf(of, subject, considerWindows),
            escape,
          }),
        ),
    ];
    // Every finding carries every moment: a window may begin while another is in force.
    const changes = counting.flatMap(momentsOf);
    return (findings.length > 0 ? findings : [quiet(policy, counting)]).map(
      finding => ({ ...finding, changes }),
    );
  });
}

function counts({ calendars }: GatePolicy, ref: string): boolean {
  return (
    calendars === 'all' ||
    calendars?.some(own => own.toLowerCase() === ref.toLowerCase()) === true
  );
}

/** Calendars that a policy needs and that nobody can look into: each closes the gate. */
function examineCalendars(policy: GatePolicy, facts: GateFacts): Finding[] {
  const unreadable = facts.unreadableCalendars
    .filter(({ ref }) => counts(policy, ref))
    .map(({ ref, problem }) =>
      closed(
        policy,
        ref.toLowerCase(),
        `Calendar ${ref} cannot be read, so nobody knows what it freezes: ${sentence(
          problem,
        )}`,
        `Mend ${ref} in the catalog; its owner finds there what is wrong.`,
      ),
    );
  const present = new Set(
    [...facts.calendars, ...facts.unreadableCalendars].map(({ ref }) =>
      ref.toLowerCase(),
    ),
  );
  const required = policy.calendars === 'all' ? [] : policy.calendars ?? [];
  const missing = required
    .map(ref => ref.toLowerCase())
    .filter(ref => !present.has(ref))
    .map(ref =>
      closed(
        policy,
        ref,
        `Calendar ${ref} is required but is not in the catalog, so nobody knows what it would freeze.`,
        `Register ${ref} in the catalog, or have policy "${policy.id}" changed if it is no longer needed.`,
      ),
    );
  return [...unreadable, ...missing];
}

function closed(
  policy: GatePolicy,
  ref: string,
  explanation: string,
  remedy: string,
): Finding {
  return {
    rule: `calendar:${ref}`,
    label: `Calendar ${ref}`,
    policy: policy.id,
    verdict: 'deny',
    explanation,
    remedy,
    evidence: [],
    changes: [],
  };
}

function notWorkedOut(policy: GatePolicy, error: unknown): Finding {
  return {
    rule: 'freeze',
    label: 'Freeze windows',
    policy: policy.id,
    verdict: 'deny',
    explanation: `It could not be worked out which freeze windows are in force: ${sentence(
      error instanceof Error ? error.message : String(error),
    )}`,
    remedy:
      'Ask again. If it stays so, report it to whoever runs Continuity; until it is mended nothing passes.',
    evidence: [],
    changes: [],
  };
}

function inForce(
  policy: GatePolicy,
  of: WindowConsideration,
  words: { lift?: Lift; escape?: string },
): Finding {
  const { window, active } = of;
  const consequence = consequenceOf(policy, of);
  const end = words.lift
    ? `until ${words.lift.inWords}`
    : 'with no end in sight';
  const note = active?.note ? ` ${sentence(active.note)}` : '';
  const link = window.link ? ` More: ${window.link}` : '';
  const what =
    consequence === 'inform'
      ? `${windowInWords(of)} asks for care ${end}`
      : `${windowInWords(of)} is in force ${end}`;
  return {
    rule: `freeze:${of.calendarRef.toLowerCase()}#${window.id}`,
    label: windowInWords(of),
    policy: policy.id,
    verdict: verdictOf(consequence),
    explanation: `${what}: ${sentence(window.reason)}${note}${link}`,
    remedy: remedyFor(consequence, words),
    evidence: [],
    ...(words.lift && { until: words.lift.at }),
    changes: [],
  };
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
  { lift, escape }: { lift?: Lift; escape?: string },
): string {
  const wait = lift
    ? `Wait until ${utc(lift.at)}`
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
  const next = counting
    .flatMap(of => (of.next ? [{ of, next: of.next }] : []))
    .sort(
      (a, b) =>
        a.next.start - b.next.start ||
        (a.of.calendarRef + a.of.window.id < b.of.calendarRef + b.of.window.id
          ? -1
          : 1),
    );
  const named = next
    .slice(0, NAMED_NEXT)
    .map(
      ({ of, next: start }) =>
        `${windowInWords(of)} from ${startInWords(of, start)} to ${endInWords(
          of,
          start,
        )}`,
    );
  const first = next[0]?.next.start;
  return {
    rule: 'freeze',
    label: 'Freeze windows',
    policy: policy.id,
    verdict: 'allow',
    explanation:
      named.length > 0
        ? `No freeze window is in force. Next: ${listed(named)}.`
        : 'No freeze window is in force, and none is in sight.',
    evidence: [],
    ...(first !== undefined && { until: first }),
    changes: [],
  };
}

/** Windows that only warn never change a verdict, so their moments are not worth a look. */
function momentsOf({ window, active, next }: WindowConsideration): Instant[] {
  return window.enforcement === 'warn'
    ? []
    : [active?.end, next?.start].filter(moment => moment !== undefined);
}

interface Lift {
  at: Instant;
  inWords: string;
}

/**
 * When a window really lets go: the end of the occurrence in force, or of the last one
 * of those that follow it without a gap. Absent: no end within reach.
 */
function liftOf(
  of: WindowConsideration,
  subject: WindowSubject,
  considerWindows: ConsiderWindows,
): Lift | undefined {
  let current = of;
  for (let i = 0; i < MAX_CHAIN; i++) {
    const { active, next } = current;
    if (!active) {
      return undefined;
    }
    if (!next || next.start > active.end) {
      return { at: active.end, inWords: endInWords(current, active) };
    }
    const following = considerWindows(subject, active.end).find(
      other =>
        other.calendarRef === of.calendarRef &&
        other.window.id === of.window.id,
    );
    if (!following?.active) {
      return { at: active.end, inWords: endInWords(current, active) };
    }
    current = following;
  }
  return undefined;
}

/** What somebody may do who really cannot wait, if policies know such a way. */
function emergencyWayOut(
  { policies }: GateSettings,
  subject: WindowSubject,
): string | undefined {
  if (subject.releaseClass === 'emergency') {
    return undefined;
  }
  const forEmergencies = matchPolicies(policies, {
    ...subject,
    releaseClass: 'emergency',
  });
  const opens =
    forEmergencies.length > 0 &&
    forEmergencies.every(
      ({ calendars, freezeConsequence }) =>
        calendars === undefined || freezeConsequence === 'needs-approval',
    );
  if (!opens) {
    return undefined;
  }
  const [approval] = forEmergencies
    .filter(({ when }) => when.classes?.includes('emergency'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(policy => policy.approval ?? []);
  return `If it cannot wait, ask with release class emergency: ${
    approval ? sentence(approval.remedy) : 'that needs approval.'
  }`;
}
