import { scopeMatches, type WindowSubject } from '../calendar';
import type { Instant } from '../time';
import type { Finding } from './Finding';
import type { GateFacts, GatePolicy } from './types';
import { sentence, utc } from './words';

/** Whether a policy looks at a calendar. */
export function countsFor({ calendars }: GatePolicy, ref: string): boolean {
  return (
    calendars === 'all' ||
    calendars?.some(own => own.toLowerCase() === ref.toLowerCase()) === true
  );
}

/**
 * Calendars that nobody can look into as they are now. One that was good once informs:
 * its windows of then count. One that never was closes whatever it may be for, and so
 * does one that a policy needs and that is not there.
 */
export function examineCalendars(
  policy: GatePolicy,
  subject: WindowSubject,
  facts: GateFacts,
): Finding[] {
  const good = new Set(facts.calendars.map(({ ref }) => ref.toLowerCase()));
  const unreadable = facts.unreadableCalendars
    .filter(({ ref }) => countsFor(policy, ref))
    .flatMap(calendar =>
      // Last good windows that are nowhere to be found cannot be in force.
      calendar.lastGoodAt !== undefined && good.has(calendar.ref.toLowerCase())
        ? degraded(policy, calendar, calendar.lastGoodAt)
        : examineUnknown(policy, subject, calendar) ?? [],
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

type Unreadable = GateFacts['unreadableCalendars'][number];

/** Undefined: it is not for the subject, whatever its windows are. */
function examineUnknown(
  policy: GatePolicy,
  subject: WindowSubject,
  { ref, problem, scope }: Unreadable,
): Finding | undefined {
  const { matches, reason } = scopeMatches(scope ?? {}, subject);
  if (!matches) {
    return undefined;
  }
  const whom =
    scope === undefined
      ? 'whom it is for is not known either, so it closes everything'
      : `it closes everything that it is for. ${reason}`;
  return closed(
    policy,
    ref.toLowerCase(),
    `Calendar ${ref} cannot be read, so nobody knows what it freezes or lets through, rollbacks included; ${sentence(
      whom,
    )} ${sentence(problem)}`,
    `Mend ${ref}; its owner finds there what is wrong. Once it has been read well, its windows alone count.`,
  );
}

function degraded(
  policy: GatePolicy,
  { ref, problem }: Unreadable,
  lastGoodAt: Instant,
): Finding {
  return {
    rule: `calendar:${ref.toLowerCase()}`,
    label: `Calendar ${ref}`,
    policy: policy.id,
    verdict: 'allow',
    explain: () => ({
      explanation: `Calendar ${ref} is degraded: its newest version cannot be read, so its windows of ${utc(
        lastGoodAt,
      )} stay in force. ${sentence(problem)}`,
      remedy: `Mend ${ref}; until then, what was changed in it since does not count.`,
    }),
    evidence: [],
  };
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
    explain: () => ({ explanation, remedy }),
    evidence: [],
  };
}
