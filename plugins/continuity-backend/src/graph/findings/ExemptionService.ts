import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type {
  GraphExemption,
  GraphExemptionDecision,
  GraphExemptionRequest,
  GraphFinding,
} from '@continuity/plugin-continuity-common';
import { keptText, maskSecrets } from '../../evidence';
import {
  dayOf,
  decideExemption,
  MAX_EXEMPTION_DAYS,
  revokeExemption,
  type ExemptionStep,
  type Stepped,
} from '../../exemptions';
import type { Access, Caller } from '../../http';
import type { LedgerService } from '../../ledger';
import { readDay } from '../view/readDay';
import type { ExemptionStore, StoredExemption } from './ExemptionStore';
import { presentExemption } from './presentExemption';

/** Asking to live with a finding, and deciding about it. Every step is in the ledger. */
export class ExemptionService {
  readonly #store: ExemptionStore;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #access: Pick<Access, 'assertVisible'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: ExemptionStore;
    ledger: Pick<LedgerService, 'write'>;
    access: Pick<Access, 'assertVisible'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#access = options.access;
    this.#now = options.now;
  }

  /** Those that wait or are in force, by finding. */
  async open(): Promise<Map<string, GraphExemption>> {
    const now = this.#now();
    const open = await this.#store.open();
    return new Map(
      open
        .map(stored => presentExemption(stored, now))
        .filter(({ state }) => state === 'requested' || state === 'in-force')
        .map(exemption => [exemption.findingId, exemption]),
    );
  }

  /** Every one that a finding ever had, newest first. */
  async history(findingId: string): Promise<GraphExemption[]> {
    const now = this.#now();
    const all = await this.#store.ofFinding(findingId);
    return all.map(stored => presentExemption(stored, now));
  }

  /**
   * @param finding - which the caller may see
   * @throws ConflictError when one is waiting or in force already
   */
  async request(
    finding: Pick<GraphFinding, 'id' | 'kind'> & { entityRef: string },
    { reason, until }: GraphExemptionRequest,
    caller: Caller,
  ): Promise<GraphExemption> {
    const now = this.#now();
    const exemption: StoredExemption = {
      id: randomUUID(),
      findingId: finding.id,
      entityRef: finding.entityRef,
      kind: finding.kind,
      reason: keptText('reason', reason),
      until: readDay('until', until, { now, maxDays: MAX_EXEMPTION_DAYS }),
      requestedBy: caller.ref,
      requestedAt: now,
    };
    await this.#ledger.write(async (tx, append) => {
      const isIn = await this.#store.insert(tx, exemption, dayOf(now));
      if (!isIn) {
        throw new ConflictError(
          `An exemption of finding ${finding.id} is waiting or in force already; revoke it before asking for another`,
        );
      }
      await append([entryOf('requested', exemption, caller, now)]);
    });
    return presentExemption(exemption, now);
  }

  /**
   * @throws NotAllowedError for whoever asked for it
   * @throws ConflictError when it no longer waits
   */
  async decide(
    id: string,
    decision: GraphExemptionDecision,
    caller: Caller,
  ): Promise<GraphExemption> {
    return this.#change(id, caller, (stored, now) =>
      decideExemption(stored, decision, caller, now),
    );
  }

  /** @throws ConflictError when there is nothing to end */
  async revoke(
    id: string,
    reason: string,
    caller: Caller,
  ): Promise<GraphExemption> {
    return this.#change(id, caller, (stored, now) =>
      revokeExemption(stored, reason, caller, now),
    );
  }

  async #change(
    id: string,
    caller: Caller,
    change: (stored: StoredExemption, now: Instant) => Stepped<StoredExemption>,
  ): Promise<GraphExemption> {
    const known = await this.#store.byId(id);
    if (!known) {
      throw new NotFoundError(`There is no exemption ${id}`);
    }
    await this.#access.assertVisible(known.entityRef, caller);
    const now = this.#now();
    const { result } = await this.#ledger.write(async (tx, append) => {
      const stored = (await this.#store.lock(tx, id)) ?? known;
      const { step, next } = change(stored, now);
      await this.#store.update(tx, next);
      await append([entryOf(step, next, caller, now)]);
      return next;
    });
    return presentExemption(result, now);
  }
}

/** What the ledger says of a step. */
function entryOf(
  step: ExemptionStep,
  exemption: StoredExemption,
  caller: Caller,
  at: Instant,
): LedgerEntry {
  const { id, findingId, entityRef, kind, reason, until } = exemption;
  const { decision, revocation } = exemption;
  return {
    id: randomUUID(),
    type: `graph.exemption.${step}`,
    at: formatInstant(at),
    actor: { ref: caller.ref },
    subjects: [entityRef],
    // What was asked for before texts were masked as they come.
    data: maskSecrets({
      id,
      findingId,
      kind,
      until,
      requestedBy: exemption.requestedBy,
      reason,
      ...(decision && { comment: decision.comment }),
      ...(revocation && { revocation: revocation.reason }),
    }),
  };
}
