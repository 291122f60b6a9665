import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  changeMachine,
  compareReadiness,
  durationMs,
  planSeats,
  step,
  type ChangeSettings,
  type Instant,
  type SeatPlan,
} from '@continuity/engine';
import type { ChangeDecision } from '@continuity/plugin-continuity-common';
import type { Access, Caller } from '../http';
import { changeContext } from './changeContext';
import { approveAt } from './ChangeDesk';
import {
  requireRight,
  type ChangeAuthority,
  type ChangeRights,
} from './ChangeRights';
import {
  unknownChange,
  type ChangeAsIs,
  type ChangeEdit,
  type ChangeWriter,
} from './ChangeWriter';
import { readComment } from './contentInput';
import { RefusedStepError, UnseenReadinessError } from './errors';
import { fingerprintOf } from './judging/fingerprintOf';
import { requireStep, say } from './steps';
import type { StoredApproval } from './types';

export interface ChangeBallotOptions {
  access: Pick<Access, 'visibleOf'>;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  writer: ChangeWriter;
  settings: ChangeSettings;
  now: () => Instant;
}

/** Who decides, when and with which words. */
interface Vote {
  by: string;
  at: Instant;
  comment?: string;
}

/** Approving and refusing changes. */
export class ChangeBallot {
  readonly #options: ChangeBallotOptions;

  constructor(options: ChangeBallotOptions) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError for whoever wrote a part of it, or may fill none of its seats
   * @throws ConflictError when an approval would fill no further seat
   * @throws StaleChangeError when the change is not as it was seen any more
   */
  async decide(
    id: string,
    input: Omit<ChangeDecision, 'revision'> & { revision: number },
    caller: Caller,
  ): Promise<void> {
    const { access, authority, writer } = this.#options;
    const { decision, revision } = input;
    const comment = readComment(input.comment);
    if (decision !== 'approve' && comment === undefined) {
      throw new InputError(
        'comment: is missing; expected why it is not approved',
      );
    }
    const rights = await authority.rightsOf(caller);
    const at = this.#options.now();
    const vote: Vote = { by: caller.ref, at, ...say(comment) };
    await writer.change(
      id,
      { by: caller.ref, expected: revision, at },
      async ({ change, judged }) => {
        const { entities } = change.content;
        const visible = await access.visibleOf(entities, caller);
        if (!entities.every(ref => visible.has(ref))) throw unknownChange(id);
        requireRight(rights.refusesToApprove(change));
        if (decision !== 'withdraw') requireSeat(judged, rights);
      },
      asIs => {
        switch (decision) {
          case 'approve':
            requireSeen(asIs, input.seen);
            return this.#approve(asIs, vote);
          case 'reject':
            return this.#reject(asIs, vote);
          default:
            return this.#withdraw(asIs, vote);
        }
      },
    );
  }

  #approve(asIs: ChangeAsIs, vote: Vote): ChangeEdit {
    const { change, judged, seats } = asIs;
    const { settings } = this.#options;
    this.#requireOpen(asIs, 'approve');
    if (seats.counting.some(({ by }) => by === vote.by)) {
      throw new ConflictError(
        `${vote.by} has approved it already; that counts for one seat`,
      );
    }
    const plan = planSeats(seats.rules, [
      ...seats.counting.map(({ by }) => by),
      vote.by,
    ]);
    if (filled(plan) <= filled(seats.plan)) {
      throw new ConflictError(
        `Every seat that ${vote.by} could fill is filled; what is missing: ${
          seats.missing || 'nothing'
        }`,
      );
    }
    const approval: StoredApproval = {
      ...approvalOf(asIs, vote, 'approve'),
      expiresAt: vote.at + durationMs(settings.approvals.validFor),
    };
    const after = { ...change };
    const given = {
      event: 'approval' as const,
      to: change.state,
      ...say(vote.comment),
      details: describeReadiness(judged.snapshot),
    };
    if (!plan.isComplete) {
      return { after, happened: [given], approval };
    }
    const to = requireStep(
      step(
        changeMachine,
        change.state,
        'approve',
        this.#context({ ...asIs, seats: { ...seats, plan, missing: '' } }),
      ),
    );
    approveAt(after, asIs);
    after.revision += 1;
    return {
      after,
      happened: [
        given,
        { event: 'approve', to, details: ['Every seat is filled.'] },
      ],
      approval,
    };
  }

  #reject(asIs: ChangeAsIs, vote: Vote): ChangeEdit {
    const { change, seats } = asIs;
    const to = this.#requireOpen(asIs, 'reject');
    const { escalateAt, ...rest } = change;
    return {
      after: { ...rest, state: to, revision: change.revision + 1 },
      happened: [{ event: 'reject', to, ...say(vote.comment) }],
      ended: {
        ids: seats.counting
          .filter(({ by }) => by === vote.by)
          .map(one => one.id),
        as: 'withdrawn',
        because: `${vote.by} refused it instead.`,
      },
      approval: {
        ...approvalOf(asIs, vote, 'reject'),
        expiresAt:
          vote.at + durationMs(this.#options.settings.approvals.validFor),
      },
    };
  }

  #withdraw(asIs: ChangeAsIs, vote: Vote): ChangeEdit {
    const { change, seats } = asIs;
    const own = seats.counting.filter(({ by }) => by === vote.by);
    if (own.length === 0) {
      throw new ConflictError(
        `No approval of ${vote.by} counts, so there is none to take back`,
      );
    }
    const because = `${vote.by} took the approval back: ${vote.comment}`;
    const ended = {
      ids: own.map(one => one.id),
      as: 'withdrawn' as const,
      because,
    };
    const told = { event: 'withdraw' as const, ...say(vote.comment) };
    if (change.state === 'awaiting-approval') {
      return {
        after: change,
        happened: [{ ...told, to: change.state }],
        ended,
      };
    }
    const to = requireStep(
      step(changeMachine, change.state, 'suspend', this.#context(asIs)),
    );
    return {
      after: {
        ...change,
        state: to,
        revision: change.revision + 1,
        suspension: { at: vote.at, because: [because] },
        escalateAt:
          vote.at + durationMs(this.#options.settings.approvals.escalateAfter),
      },
      happened: [
        { ...told, to: change.state },
        { event: 'suspend', to, details: [because] },
      ],
      ended,
    };
  }

  /** @throws RefusedStepError when it does not wait for anybody, or cannot be judged */
  #requireOpen(asIs: ChangeAsIs, event: 'approve' | 'reject') {
    const { change, judged } = asIs;
    const outcome = step(
      changeMachine,
      change.state,
      event,
      // Who is missing is the matter of the vote itself.
      {
        ...this.#context(asIs),
        approvals: { isComplete: true },
      },
    );
    const to = requireStep(outcome);
    // What is not known is not even as it was a moment ago.
    const unknown = compareReadiness(judged.snapshot, judged.snapshot);
    if (event === 'approve' && unknown.length > 0) {
      throw new RefusedStepError(
        unknown.map(({ explanation }) => ({
          reason: explanation,
          remedy:
            'Nobody approves what is not known. Ask again in a minute; if it stays so, see the status of Continuity (GET /api/continuity/status).',
        })),
      );
    }
    return to;
  }

  #context(asIs: ChangeAsIs) {
    return changeContext({
      ...asIs,
      conflicts: [],
      readiness: [],
      review: [],
      settings: this.#options.settings,
    });
  }
}

/**
 * @throws ServiceUnavailableError while it is not known who may approve
 * @throws NotAllowedError for whoever may not
 */
function requireSeat(
  { roster, rosterProblem, approvals }: ChangeAsIs['judged'],
  { ref }: ChangeRights,
): void {
  if (!roster) throw new ServiceUnavailableError(rosterProblem);
  if (roster.rules.some(({ eligible }) => eligible.has(ref))) return;
  throw new NotAllowedError(
    `${ref} may fill none of its seats: ${approvals
      .map(({ title }) => `"${title}"`)
      .join(
        ', ',
      )}. Have somebody who belongs to them decide, or stand in for one of them`,
  );
}

/** @throws UnseenReadinessError when it is judged by something else than was seen */
function requireSeen({ change, judged }: ChangeAsIs, seen?: string): void {
  if (seen !== undefined && seen !== fingerprintOf(judged.snapshot)) {
    throw new UnseenReadinessError(change);
  }
}

/** Whom somebody stands in for under any of the rules. */
function stoodInFor(
  { roster }: ChangeAsIs['judged'],
  by: string,
): readonly string[] {
  return [
    ...new Set(
      (roster?.rules ?? []).flatMap(({ places }) => [
        ...(places?.get(by) ?? []),
      ]),
    ),
  ].filter(ref => ref !== by);
}

function approvalOf(
  { change, judged }: ChangeAsIs,
  { by, at, comment }: Vote,
  decision: StoredApproval['decision'],
): Omit<StoredApproval, 'expiresAt'> {
  const inPlaceOf = stoodInFor(judged, by);
  return {
    id: randomUUID(),
    changeId: change.id,
    contentRevision: change.contentRevision,
    by,
    decision,
    ...say(comment),
    at,
    readiness: judged.snapshot,
    ...(inPlaceOf.length > 0 && { inPlaceOf }),
    state: 'counts',
  };
}

function describeReadiness({
  checks = {},
  closings = {},
  blastRadius,
}: ChangeAsIs['judged']['snapshot']): string[] {
  return [
    ...Object.entries(checks).map(
      ([id, verdict]) => `Check ${id}: ${verdict}.`,
    ),
    ...Object.values(closings).map(title => `"${title}" closes its time.`),
    ...(blastRadius
      ? [`${blastRadius.length} business functions and services fail with it.`]
      : []),
  ];
}

function filled({ seats }: SeatPlan): number {
  return seats.filter(({ by }) => by !== undefined).length;
}
