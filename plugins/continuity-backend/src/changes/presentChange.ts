import {
  changeMachine,
  compareReadiness,
  eventsFrom,
  step,
  type ChangeEvent,
  type Classification,
  type Conflict,
  type ReadinessSnapshot,
  type Refusal,
} from '@continuity/engine';
import type {
  Change,
  ChangeApproval,
  ChangeConflict,
  ChangeHappening,
  ChangeRevision,
  ReadinessSnapshot as SnapshotDocument,
  ReleaseClassification,
} from '@continuity/plugin-continuity-common';
import { toIso } from '../http';
import { changeContext, type ContextMatter } from './changeContext';
import { documentOf } from './changeRow';
import type { ChangeRights } from './ChangeRights';
import { expiresAt } from './dueAt';
import { fingerprintOf } from './judging/fingerprintOf';
import { summaryOf } from './presentSummary';
import { isNearItsBeginning } from './ReadinessNow';
import { refusesToMove } from './steps';
import type { Happening, StoredApproval, StoredRevision } from './types';

/** Names that are told of each seat. */
const MAX_ELIGIBLE = 50;
/** What the service does by itself. */
const BY_ITSELF: readonly ChangeEvent[] = ['suspend', 'expire'];

/** Everything that is shown of a change. */
export function presentChange(
  matter: Omit<ContextMatter, 'review' | 'outcome'> & {
    approvals: readonly StoredApproval[];
  },
  rights: ChangeRights,
): Change {
  const { change, judged, seats, conflicts, readiness, settings } = matter;
  const { content, suspension, review } = change;
  const expires = expiresAt(change, settings);
  return {
    summary: { ...summaryOf(change), class: judged.class },
    content: documentOf(content),
    authors: change.authors,
    updatedBy: change.updatedBy,
    classification: presentClassification(judged.classification),
    protocol: presentProtocol(judged.protocol),
    problems: judged.problems.map(({ path, message }) => ({
      path: `content.${path}`,
      message,
    })),
    approvals: {
      rules: seats.rules.map(({ id, title, required, eligible }) => ({
        id,
        title,
        required,
        filledBy: seats.plan.seats.flatMap(({ rule, by }) =>
          rule === id && by !== undefined ? [by] : [],
        ),
        eligible: [...eligible].sort().slice(0, MAX_ELIGIBLE),
        eligibleCount: eligible.size,
      })),
      isComplete:
        change.preApproved ||
        (judged.roster !== undefined && seats.plan.isComplete),
      preApproved: change.preApproved,
      ...(seats.missing !== '' && { missing: seats.missing }),
      ...(seats.shortage !== undefined && { shortage: seats.shortage }),
      ...(judged.rosterProblem !== undefined && {
        unknown: judged.rosterProblem,
      }),
      given: shownApprovals(matter.approvals).map(approval =>
        presentApproval(approval, judged.snapshot),
      ),
      ...(change.escalateAt !== undefined && {
        escalatesAt: toIso(change.escalateAt),
      }),
    },
    readiness: {
      ...(change.readiness && {
        approved: presentSnapshot(change.readiness),
        differences: compareReadiness(change.readiness, judged.snapshot),
      }),
      now: presentSnapshot(judged.snapshot),
      fingerprint: fingerprintOf(judged.snapshot),
      ...(isNearItsBeginning(change) && { refusals: [...readiness] }),
    },
    ...(suspension && {
      suspension: { at: toIso(suspension.at), because: suspension.because },
    }),
    conflicts: conflicts.map(presentConflict),
    next: nextOf(matter, rights),
    ...(expires !== undefined && { expiresAt: toIso(expires) }),
    ...(change.outcome !== undefined && { outcome: change.outcome }),
    ...(review && { review: { ...review, at: toIso(review.at) } }),
    ...(change.reviewDueAt !== undefined && {
      reviewDueAt: toIso(change.reviewDueAt),
    }),
  };
}

/** What can happen to it, and what is in the way, whoever looks included. */
function nextOf(
  matter: Omit<ContextMatter, 'review' | 'outcome'>,
  rights: ChangeRights,
): Change['next'] {
  const { change, judged } = matter;
  // What a review says is asked for when it is completed.
  const context = changeContext({ ...matter, review: [] });
  return eventsFrom(changeMachine, change.state)
    .filter(event => !BY_ITSELF.includes(event))
    .map(event => {
      const mayNot = refusalOf(event, matter, rights);
      const outcome = step(
        changeMachine,
        change.state,
        event,
        // An approval is what completes them.
        event === 'approve'
          ? { ...context, approvals: { isComplete: true } }
          : context,
      );
      const refusals: Refusal[] = [
        ...(mayNot === undefined ? [] : [{ reason: mayNot }]),
        ...(outcome.allowed ? [] : outcome.refusals),
        ...(event === 'approve' && judged.rosterProblem !== undefined
          ? [{ reason: judged.rosterProblem }]
          : []),
      ];
      return { event, allowed: refusals.length === 0, refusals };
    });
}

function refusalOf(
  event: ChangeEvent,
  { change, judged, seats }: Pick<ContextMatter, 'change' | 'judged' | 'seats'>,
  rights: ChangeRights,
): string | undefined {
  switch (event) {
    case 'approve':
    case 'reject':
      return (
        rights.refusesToApprove(change) ??
        (seats.rules.some(({ eligible }) => eligible.has(rights.ref))
          ? undefined
          : `${rights.ref} may fill none of its seats.`) ??
        (event === 'approve' &&
        seats.counting.some(({ by }) => by === rights.ref)
          ? `${rights.ref} has approved it already.`
          : undefined)
      );
    default:
      return refusesToMove(rights, event, { change, judged });
  }
}

export function presentClassification({
  class: releaseClass,
  rules,
  protocol,
}: Classification): ReleaseClassification {
  return {
    class: releaseClass,
    rules: [...rules],
    protocol: presentProtocol(protocol),
  };
}

function presentProtocol(
  protocol: Classification['protocol'],
): ReleaseClassification['protocol'] {
  return JSON.parse(JSON.stringify(protocol));
}

/** @param now - what it is compared with; absent: it is not */
export function presentApproval(
  approval: StoredApproval,
  now?: ReadinessSnapshot,
): ChangeApproval {
  const { ended } = approval;
  return {
    id: approval.id,
    by: approval.by,
    decision: approval.decision,
    ...(approval.comment !== undefined && { comment: approval.comment }),
    at: toIso(approval.at),
    state: approval.state,
    expiresAt: toIso(approval.expiresAt),
    revision: approval.contentRevision,
    ...(ended && { endedAt: toIso(ended.at), endedBecause: ended.because }),
    ...(now && { differences: compareReadiness(approval.readiness, now) }),
  };
}

export function presentConflict(conflict: Conflict): ChangeConflict {
  return {
    ...conflict,
    start: toIso(conflict.start),
    end: toIso(conflict.end),
  };
}

export function presentHappening(happening: Happening): ChangeHappening {
  const { changeId: _, at, ...rest } = happening;
  return { ...rest, at: toIso(at) };
}

export function presentRevision({
  changeId: _,
  at,
  content,
  ...rest
}: StoredRevision): ChangeRevision {
  return { ...rest, at: toIso(at), content: documentOf(content) };
}

function presentSnapshot({
  at,
  window,
  blastRadius,
  ...rest
}: ReadinessSnapshot): SnapshotDocument {
  return JSON.parse(
    JSON.stringify({
      ...rest,
      at: toIso(at),
      ...(window && {
        window: { start: toIso(window.start), end: toIso(window.end) },
      }),
      ...(blastRadius && { blastRadius }),
    }),
  );
}

/** Those that count or were suspended. */
function shownApprovals(
  approvals: readonly StoredApproval[],
): StoredApproval[] {
  return approvals.filter(
    ({ state }) => state === 'counts' || state === 'suspended',
  );
}
