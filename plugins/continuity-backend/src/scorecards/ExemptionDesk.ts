import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
  type Scorecard,
} from '@continuity/engine';
import type {
  Page,
  ScorecardExemption,
  ScorecardExemptionDecision,
  ScorecardExemptionRequest,
} from '@continuity/plugin-continuity-common';
import { keptText } from '../evidence';
import {
  dayOf,
  decideExemption,
  MAX_EXEMPTION_DAYS,
  revokeExemption,
  type ExemptionStep,
  type Stepped,
} from '../exemptions';
import type { FleetVisibility } from '../fleet';
import { readDay } from '../graph';
import { canonicalRef, type Access, type Caller } from '../http';
import type { LedgerService } from '../ledger';
import type { DueStore } from './DueStore';
import type { ExemptionFilter, ExemptionStore } from './ExemptionStore';
import { presentExemption } from './presentExemption';
import type { StoredExemption } from './types';

export interface ExemptionDeskOptions {
  scorecards: readonly Scorecard[];
  store: ExemptionStore;
  due: Pick<DueStore, 'expect'>;
  ledger: Pick<LedgerService, 'write'>;
  access: Pick<Access, 'assertVisible'>;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  /** Something is to be judged. */
  soon: () => void;
  now: () => Instant;
}

/**
 * Asking to leave a check unmet, and deciding about it. The request, the decision and its
 * entry in the ledger commit together with having the service judged again.
 */
export class ExemptionDesk {
  readonly #options: ExemptionDeskOptions;

  constructor(options: ExemptionDeskOptions) {
    this.#options = options;
  }

  /** Newest first; of services that the caller may see. */
  async list(
    filter: ExemptionFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<ScorecardExemption>> {
    const { store, visibility, now } = this.#options;
    const at = now();
    const visible = await visibility.visibleTo(caller);
    const { items, nextCursor } = await store.list(filter, page, at, visible);
    return {
      items: items.map(stored => presentExemption(stored, at)),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** @throws NotFoundError when there is none, or the service is hidden */
  async byId(id: string, caller: Caller): Promise<ScorecardExemption> {
    return presentExemption(
      await this.#visible(id, caller),
      this.#options.now(),
    );
  }

  /**
   * @throws InputError when the scorecard does not ask the check
   * @throws ConflictError when one waits already
   */
  async request(
    request: ScorecardExemptionRequest,
    caller: Caller,
  ): Promise<ScorecardExemption> {
    const { store, ledger, access, now } = this.#options;
    const entityRef = canonicalRef('entityRef', request.entityRef);
    const scorecard = this.#scorecardOf(request);
    await access.assertVisible(entityRef, caller);
    const at = now();
    const exemption: StoredExemption = {
      id: randomUUID(),
      scorecard: scorecard.id,
      check: request.check,
      entityRef,
      reason: keptText('reason', request.reason),
      until: readDay('until', request.until, {
        now: at,
        maxDays: MAX_EXEMPTION_DAYS,
      }),
      requestedBy: caller.ref,
      requestedAt: at,
    };
    await ledger.write(async (tx, append) => {
      if (!(await store.insert(tx, exemption, dayOf(at)))) {
        throw new ConflictError(
          `An exemption of ${entityRef} from check "${exemption.check}" of "${scorecard.id}" waits for a decision already; have it decided, or take it back, before asking for another`,
        );
      }
      await append([this.#entry('requested', exemption, caller, at)]);
    });
    return presentExemption(exemption, at);
  }

  /**
   * @throws NotAllowedError for whoever asked for it
   * @throws ConflictError when it does not wait any more
   */
  async decide(
    id: string,
    decision: ScorecardExemptionDecision,
    caller: Caller,
  ): Promise<ScorecardExemption> {
    return this.#change(id, caller, (stored, at) =>
      decideExemption(stored, decision, caller, at),
    );
  }

  /** @throws ConflictError when there is nothing to end */
  async revoke(
    id: string,
    reason: string,
    caller: Caller,
  ): Promise<ScorecardExemption> {
    return this.#change(id, caller, (stored, at) =>
      revokeExemption(stored, reason, caller, at),
    );
  }

  async #change(
    id: string,
    caller: Caller,
    change: (stored: StoredExemption, at: Instant) => Stepped<StoredExemption>,
  ): Promise<ScorecardExemption> {
    const { store, due, ledger, soon, now } = this.#options;
    const known = await this.#visible(id, caller);
    const at = now();
    const { result } = await ledger.write(async (tx, append) => {
      const stored = (await store.lock(tx, id)) ?? known;
      const { step, next } = change(stored, at);
      await store.update(tx, next);
      await due.expect(tx, [next.entityRef], at);
      await append([this.#entry(step, next, caller, at)]);
      return next;
    });
    soon();
    return presentExemption(result, at);
  }

  async #visible(id: string, caller: Caller): Promise<StoredExemption> {
    const { store, access } = this.#options;
    const known = await store.byId(id);
    if (!known) {
      throw new NotFoundError(`There is no exemption ${id}`);
    }
    await access.assertVisible(known.entityRef, caller);
    return known;
  }

  #scorecardOf({ scorecard: id, check }: ScorecardExemptionRequest): Scorecard {
    const { scorecards } = this.#options;
    const scorecard = scorecards.find(other => other.id === id);
    if (!scorecard) {
      throw new InputError(
        `scorecard: "${id}" is not one of ${scorecards
          .map(other => other.id)
          .join(', ')}`,
      );
    }
    const asked = scorecard.checks.map(other => other.check);
    if (!asked.includes(check)) {
      throw new InputError(
        `check: "${check}" is not asked by "${id}"; expected one of ${asked.join(
          ', ',
        )}`,
      );
    }
    return scorecard;
  }

  /** What the ledger says of a step, and whom it concerns. */
  #entry(
    step: ExemptionStep,
    exemption: StoredExemption,
    caller: Caller,
    at: Instant,
  ): LedgerEntry {
    const { id, scorecard, check, entityRef, reason, until, requestedBy } =
      exemption;
    const { decision, revocation } = exemption;
    const card = this.#options.scorecards.find(other => other.id === scorecard);
    return {
      id: randomUUID(),
      type: `scorecard.exemption.${step}`,
      at: formatInstant(at),
      actor: { ref: caller.ref },
      subjects: [entityRef],
      data: {
        id,
        scorecard,
        title: card?.title ?? scorecard,
        check,
        until,
        requestedBy,
        reason,
        ...(card?.owner !== undefined && { decider: card.owner }),
        ...(decision && { comment: decision.comment }),
        ...(revocation && { revocation: revocation.reason }),
      },
    };
  }
}
