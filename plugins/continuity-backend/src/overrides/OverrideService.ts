import { randomUUID } from 'node:crypto';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  durationMs,
  overrideApprovals,
  type GateSettings,
  type Instant,
  type OverrideSettings,
} from '@continuity/engine';
import {
  continuityOverrideApprovePermission,
  type Override,
  type OverrideDecision,
  type OverrideRequest,
  type OverrideReviewInput,
} from '@continuity/plugin-continuity-common';
import type { Access, Caller } from '../http';
import type { CoveredServices } from './CoveredServices';
import { keptText } from '../evidence';
import type { OverrideReader } from './OverrideReader';
import { fromWhom, type OverrideRosters } from './OverrideRosters';
import type { OverrideSteps, Taken } from './OverrideSteps';
import { presentOverride } from './presentOverride';
import { readOverrideRequest, readOverrideReview } from './readOverrideRequest';
import { assertKnows, stateAfter } from './stateAfter';
import type { StoredApproval, StoredOverride } from './types';
import { seatsOf, withApproval } from './voting';

/** A request that nobody decides about for longer is about something else by now. */
const LAPSES_AFTER_MS = 24 * 3_600_000;

export interface OverrideServiceOptions {
  services: Pick<CoveredServices, 'of'>;
  rosters: OverrideRosters;
  reader: Pick<OverrideReader, 'stored'>;
  steps: OverrideSteps;
  access: Pick<Access, 'may'>;
  settings: {
    overrides: OverrideSettings;
    gate: Pick<GateSettings, 'policies' | 'checks'>;
  };
  now: () => Instant;
}

/**
 * Breaking the glass: asking to pass over a freeze or a check, deciding about it, ending it
 * and reviewing it. Each is done by people, and every step is in the ledger.
 */
export class OverrideService {
  readonly #options: OverrideServiceOptions;

  constructor(options: OverrideServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError that names what is wrong
   * @throws NotAllowedError for services
   * @throws ConflictError when nobody could have it approved
   */
  async request(request: OverrideRequest, caller: Caller): Promise<Override> {
    assertPerson(caller, 'ask for an override');
    const { settings, services, rosters, steps } = this.#options;
    const content = readOverrideRequest(request, settings);
    const { tiers, owners } = await services.of(content, caller);
    const now = this.#options.now();
    const override: StoredOverride = {
      id: randomUUID(),
      state: 'requested',
      content,
      approvalRules: overrideApprovals(settings.overrides, tiers),
      owners,
      approvals: [],
      requestedBy: caller.ref,
      requestedAt: now,
      lapsesAt: now + Math.min(durationMs(content.duration), LAPSES_AFTER_MS),
    };
    await rosters.assertEnough(override, now);
    await steps.begin(override);
    return presentOverride(override);
  }

  /**
   * @throws NotAllowedError for services, for whoever asked for it, and for who may fill
   * none of its seats at this moment
   * @throws ConflictError when it no longer waits, or the approval would fill no further seat
   */
  async decide(
    id: string,
    { decision, comment }: OverrideDecision,
    caller: Caller,
  ): Promise<Override> {
    const known = await this.#options.reader.stored(id, caller);
    const seats = await this.#seatsOpenTo(known, caller);
    const text = comment === undefined ? comment : keptText('comment', comment);
    if (decision === 'refuse' && text === undefined) {
      throw new InputError(
        'comment: is missing; expected why it is refused, so that whoever asked knows what to do',
      );
    }
    return this.#take(known, caller, (current, now) =>
      decision === 'refuse'
        ? refused(current, { by: caller.ref, at: now, because: text })
        : this.#approved(
            current,
            {
              by: caller.ref,
              at: now,
              ...(text !== undefined && { comment: text }),
              ...seats,
            },
            now,
          ),
    );
  }

  /**
   * Ends an override before its time; ends a request as withdrawn when it is one's own, and
   * else as refused, which is for those who could approve it.
   *
   * @throws NotAllowedError for who neither asked for it nor may end those of others
   * @throws ConflictError when there is nothing to end
   */
  async close(id: string, reason: string, caller: Caller): Promise<Override> {
    const { reader, access } = this.#options;
    const known = await reader.stored(id, caller);
    const isOwn = known.requestedBy === caller.ref;
    if (
      !isOwn &&
      !(await access.may(caller, continuityOverrideApprovePermission))
    ) {
      throw new NotAllowedError(
        `Only ${known.requestedBy}, who asked for this override, and who has the permission ${continuityOverrideApprovePermission.name} may end it`,
      );
    }
    const because = keptText('reason', reason);
    if (known.state === 'requested' && !isOwn) {
      await this.#seatsOpenTo(known, caller);
    }
    return this.#take(known, caller, (current, now) => {
      const closing = { by: caller.ref, at: now, because };
      // What was approved meanwhile is ended all the same.
      if (current.state === 'requested') {
        return isOwn
          ? {
              next: {
                ...current,
                state: stateAfter(current, 'withdraw'),
                closing,
              },
              happenings: ['withdrawn'],
            }
          : refused(current, closing);
      }
      return this.#closed(current, closing);
    });
  }

  /**
   * @throws InputError that names what is missing
   * @throws NotAllowedError for services, and for whoever asked for it
   * @throws ConflictError when there is nothing to review, or not yet
   */
  async review(
    id: string,
    input: OverrideReviewInput,
    caller: Caller,
  ): Promise<Override> {
    const known = await this.#options.reader.stored(id, caller);
    assertPerson(caller, 'review an override');
    if (known.requestedBy === caller.ref) {
      throw new NotAllowedError(
        'You asked for this override yourself; have somebody else review it',
      );
    }
    const review = readOverrideReview(input);
    return this.#take(known, caller, (current, now) => ({
      next: {
        ...current,
        state: stateAfter(current, 'review'),
        review: { ...review, by: caller.ref, at: now },
      },
      happenings: ['reviewed'],
    }));
  }

  /** Ids of the rules of which the caller may fill a seat at this moment; at least one. */
  async #seatsOpenTo(
    override: StoredOverride,
    caller: Caller,
  ): Promise<Pick<StoredApproval, 'mayFill' | 'places'>> {
    assertPerson(caller, 'decide about an override');
    if (override.requestedBy === caller.ref) {
      throw new NotAllowedError(
        'You asked for this override yourself; have somebody else decide',
      );
    }
    const { rosters, now } = this.#options;
    const { rules } = await rosters.of(override, now());
    const open = rules.filter(({ eligible }) => eligible.has(caller.ref));
    if (open.length === 0) {
      throw new NotAllowedError(
        `You are none of those who may decide about this override; ask ${override.approvalRules
          .map(rule => fromWhom(rule, override))
          .join(' and ')}`,
      );
    }
    return {
      mayFill: open.map(({ id }) => id),
      places: Object.fromEntries(
        open.flatMap(({ id, places }) => {
          const taken = places?.get(caller.ref);
          return taken ? [[id, [...taken]]] : [];
        }),
      ),
    };
  }

  #approved(
    current: StoredOverride,
    approval: StoredOverride['approvals'][number],
    now: Instant,
  ): Taken {
    assertKnows(current, 'approve');
    const approved = withApproval(current, approval);
    const { isComplete } = seatsOf(approved);
    if (!isComplete) {
      return { next: approved, happenings: ['approved'] };
    }
    const end = now + durationMs(current.content.duration);
    return {
      next: {
        ...approved,
        state: stateAfter(current, 'approve', {
          approvals: { isComplete },
          review: [],
        }),
        inForce: { start: now, end },
        reviewDueAt: this.#reviewDue(end),
      },
      happenings: ['approved', 'in-force'],
    };
  }

  #closed(
    current: StoredOverride,
    closing: NonNullable<StoredOverride['closing']>,
  ): Taken {
    const state = stateAfter(current, 'close');
    const start = current.inForce?.start ?? closing.at;
    // The clock of the replica that it came into force on may be ahead of ours.
    const end = Math.max(start, closing.at);
    return {
      next: {
        ...current,
        state,
        closing,
        inForce: { start, end },
        reviewDueAt: this.#reviewDue(end),
      },
      happenings: ['closed'],
    };
  }

  #reviewDue(end: Instant): Instant {
    return end + durationMs(this.#options.settings.overrides.reviewWithin);
  }

  async #take(
    { id }: StoredOverride,
    caller: Caller,
    decide: (current: StoredOverride, now: Instant) => Taken,
  ): Promise<Override> {
    return presentOverride(
      await this.#options.steps.take(id, caller.ref, decide),
    );
  }
}

function refused(
  current: StoredOverride,
  { because, ...closing }: NonNullable<StoredOverride['closing']>,
): Taken {
  return {
    next: {
      ...current,
      state: stateAfter(current, 'refuse'),
      closing: { ...closing, ...(because !== undefined && { because }) },
    },
    happenings: ['refused'],
  };
}

/** @throws NotAllowedError for a service: nobody answers for what a token does at night */
function assertPerson({ isService }: Caller, doing: string): void {
  if (isService) {
    throw new NotAllowedError(
      `Only people ${doing}; sign in instead of using a token`,
    );
  }
}
