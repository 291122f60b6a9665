import type { Finding } from './Finding';
import type { GateFacts, GatePolicy } from './types';
import { sentence } from './words';

/** Whether a policy looks at a calendar. */
export function countsFor({ calendars }: GatePolicy, ref: string): boolean {
  return (
    calendars === 'all' ||
    calendars?.some(own => own.toLowerCase() === ref.toLowerCase()) === true
  );
}

/** Calendars that a policy needs and that nobody can look into: each closes the gate. */
export function examineCalendars(
  policy: GatePolicy,
  facts: GateFacts,
): Finding[] {
  const unreadable = facts.unreadableCalendars
    .filter(({ ref }) => countsFor(policy, ref))
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
    explain: () => ({ explanation, remedy }),
    evidence: [],
  };
}
