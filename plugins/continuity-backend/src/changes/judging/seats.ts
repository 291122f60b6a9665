import {
  compareReadiness,
  findShortage,
  planSeats,
  type Instant,
  type ReadinessSnapshot,
  type SeatPlan,
  type SeatRule,
} from '@continuity/engine';
import type { Roster } from '../people';
import type { ApprovalState, StoredApproval, StoredChange } from '../types';

/** An approval that does not count any more, and why. */
export interface LapsedApproval {
  approval: StoredApproval;
  state: Extract<ApprovalState, 'suspended' | 'superseded' | 'expired'>;
  /** A sentence. */
  because: string;
}

/** Who fills which seat of a change. */
export interface Seats {
  rules: readonly SeatRule[];
  plan: SeatPlan;
  /** Oldest first. */
  counting: readonly StoredApproval[];
  lapsed: readonly LapsedApproval[];
  /** Who is missing, in words; empty when nobody is. */
  missing: string;
  /** Why the seats cannot be filled, whoever approves. Absent: they can. */
  shortage?: string;
}

/**
 * Seats those whose approval counts: given on what the change says now, not expired, and
 * for nothing worse than there is.
 *
 * @param approvals - of the change, whatever became of them
 */
export function seatsOf(
  { contentRevision }: Pick<StoredChange, 'contentRevision'>,
  approvals: readonly StoredApproval[],
  { rules: rulesNow, missing }: Roster,
  now: ReadinessSnapshot,
): Seats {
  const counting: StoredApproval[] = [];
  const lapsed: LapsedApproval[] = [];
  for (const approval of [...approvals].sort((a, b) => a.at - b.at)) {
    if (approval.state !== 'counts' || approval.decision !== 'approve')
      continue;
    const end = endOf(approval, contentRevision, now);
    if (end) lapsed.push({ approval, ...end });
    else counting.push(approval);
  }
  const rules = rulesNow.map(rule => withPlacesKept(rule, counting));
  const plan = planSeats(
    rules,
    counting.map(({ by }) => by),
  );
  const shortage = describeShortage(rules, missing);
  return {
    rules,
    plan,
    counting,
    lapsed,
    missing: describeMissing(rules, plan),
    ...(shortage !== undefined && { shortage }),
  };
}

/** Whoever stood in for a member when they approved still fills that place afterwards. */
function withPlacesKept(
  rule: SeatRule,
  counting: readonly StoredApproval[],
): SeatRule {
  const eligible = new Set(rule.eligible);
  const places = new Map(rule.places);
  for (const { by, inPlaceOf = [] } of counting) {
    const kept = inPlaceOf.filter(ref => rule.places?.get(ref)?.has(ref));
    if (kept.length === 0) continue;
    eligible.add(by);
    places.set(by, new Set([...(rule.places?.get(by) ?? []), ...kept]));
  }
  return { ...rule, eligible, places };
}

/**
 * Whether everything that an approval is given on can be seen now. While it cannot, e.g.
 * because the catalog was not read lately, nothing begins and nobody approves; what was
 * approved is not taken away, for nobody knows that it is worse.
 */
export function isClear(now: ReadinessSnapshot): boolean {
  return compareReadiness(now, now).length === 0;
}

/** Which approvals expire first. Absent: none counts. */
export function firstExpiry({
  counting,
}: Pick<Seats, 'counting'>): Instant | undefined {
  return counting.length === 0
    ? undefined
    : Math.min(...counting.map(({ expiresAt }) => expiresAt));
}

function endOf(
  approval: StoredApproval,
  contentRevision: number,
  now: ReadinessSnapshot,
): Omit<LapsedApproval, 'approval'> | undefined {
  if (approval.contentRevision !== contentRevision) {
    return {
      state: 'superseded',
      because: 'What the change says was changed after it was given.',
    };
  }
  if (approval.expiresAt <= now.at) {
    return { state: 'expired', because: 'It expired.' };
  }
  const worse = compareReadiness(approval.readiness, now).filter(
    ({ regressed }) => regressed,
  );
  return worse.length === 0
    ? undefined
    : {
        state: 'suspended',
        because: worse.map(({ explanation }) => explanation).join(' '),
      };
}

function describeMissing(rules: readonly SeatRule[], plan: SeatPlan): string {
  return rules
    .flatMap(({ id, title }) => {
      const empty = plan.seats.filter(
        seat => seat.rule === id && seat.by === undefined,
      ).length;
      return empty === 0 ? [] : [`${empty} for "${title}"`];
    })
    .join(', ');
}

function describeShortage(
  rules: readonly SeatRule[],
  absent: readonly string[],
): string | undefined {
  const shortage = findShortage(rules);
  if (!shortage) return undefined;
  const titles = shortage.rules.map(
    id => `"${rules.find(rule => rule.id === id)?.title ?? id}"`,
  );
  const who =
    shortage.people.length === 0
      ? 'nobody may'
      : `only ${shortage.people.length} may: ${shortage.people.join(', ')}`;
  return `${shortage.seats} different people have to approve for ${titles.join(
    ' and ',
  )}, and ${who}.${
    absent.length === 0 ? '' : ` Not in the catalog: ${absent.join(', ')}.`
  }`;
}
