import { createHash, randomUUID } from 'node:crypto';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  canonicalize,
  decide,
  type Evidence,
  formatInstant,
  type GateFacts,
  type GateOverride,
  type GateRequest,
  type GateSettings,
  type Instant,
} from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { CatalogProjection } from '../catalog';
import type { GateChanges } from '../changes';
import type { Page } from '../database';
import type { EvidenceStore } from '../evidence';
import type { BlastRadii } from '../graph';
import type { LedgerService } from '../ledger';
import type { OverrideFacts } from '../overrides';
import { continuing } from './continuing';
import { decisionEntry, describeDecision, readDecision } from './decisionEntry';
import type {
  DecisionFilter,
  DecisionStore,
  RecordedDecision,
} from './DecisionStore';

/** The question as it was sent; without `at` it is about the moment of asking. */
export interface GateQuestion extends Omit<GateRequest, 'at' | 'continues'> {
  at?: Instant;
  /** Id of the decision that let a running deployment begin. */
  continues?: string;
}

/** A decision in its place in the ledger. */
export interface RecordedInPlace {
  decision: GateDecision;
  /** RFC 8785 text of its ledger entry. */
  canonical: string;
  ledgerIndex: number;
}

/** Who asks, and what they may know. */
export interface Asker {
  /** `user:default/anna`, or `service:<subject>` for a token. */
  ref: string;
  /** Whether they may see the entity; if not, it is answered as one that is not there. */
  seesEntity: boolean;
  /** Which of some other entities they may know of. */
  visibleOf(entityRefs: string[]): Promise<ReadonlySet<string>>;
}

export interface GateServiceOptions {
  store: DecisionStore;
  evidence: Pick<EvidenceStore, 'aroundMoment' | 'deploymentsOf'>;
  /** What fails with a service. */
  blastRadii: Pick<BlastRadii, 'of'>;
  /** The change that a question names. */
  changes: Pick<GateChanges, 'find'>;
  /** Break-glass overrides; asked only when some policy lets anything be overridden. */
  overrides: Pick<OverrideFacts, 'inForce'>;
  projection: CatalogProjection;
  ledger: LedgerService;
  settings: GateSettings;
  now: () => Instant;
}

/**
 * Answers whether something may be deployed somewhere. What cannot be found out closes
 * the gate: unknown parts deny with a reason, and a failing database is an error - never
 * an allow.
 */
export class GateService {
  readonly #options: GateServiceOptions;

  constructor(options: GateServiceOptions) {
    this.#options = options;
  }

  /** The answer, without recording it. */
  async dryRun(question: GateQuestion, asker: Asker): Promise<GateDecision> {
    return { ...(await this.#answer(question, asker)), dryRun: true };
  }

  /**
   * The answer, recorded in the ledger.
   *
   * @param idempotencyKey - the asker's own; the same question under it has one decision
   * @throws ConflictError when the asker used the key for another question
   */
  async decide(
    question: GateQuestion,
    asker: Asker,
    idempotencyKey?: string,
  ): Promise<{ decision: GateDecision; isNew: boolean }> {
    const { store, ledger } = this.#options;
    const id = randomUUID();
    const decision: GateDecision = {
      ...(await this.#answer(question, asker)),
      id,
      dryRun: false,
      decidedBy: asker.ref,
    };
    const requestHash = hashQuestion(question);
    const { inserted: isNew, index } = await ledger.writeRow(
      store.insertion({
        id,
        entityRef: question.entityRef,
        environment: question.environment,
        verdict: decision.verdict,
        decidedAt: Date.parse(decision.decidedAt),
        principal: asker.ref,
        idempotencyKey,
        requestHash,
      }),
      decisionEntry(decision, id, asker.ref),
    );
    if (isNew) {
      const ledgerIndex = index ?? (await ledger.indexOf(id));
      return { decision: { ...decision, ledgerIndex }, isNew };
    }
    return {
      decision: await this.#decidedBefore(
        asker.ref,
        idempotencyKey,
        requestHash,
      ),
      isNew,
    };
  }

  /** A recorded decision. Absent: there is none of this id. */
  async byId(id: string): Promise<GateDecision | undefined> {
    return (await this.recorded(id))?.decision;
  }

  /** The same, with the entry that tells of it. */
  async recorded(id: string): Promise<RecordedInPlace | undefined> {
    const recorded = await this.#options.store.byId(id);
    return recorded && this.#inItsPlace(recorded);
  }

  /** Recorded decisions, newest first. */
  async list(
    filter: DecisionFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<GateDecision>> {
    const found = await this.#options.store.list(filter, page);
    return { ...found, items: found.items.map(readDecision) };
  }

  async #answer(
    question: GateQuestion,
    asker: Asker,
  ): Promise<Omit<GateDecision, 'dryRun'>> {
    const { projection, evidence, settings } = this.#options;
    const now = this.#options.now();
    const request = await this.#understood(question, asker, now);
    const [snapshot, known, overrides] = await Promise.all([
      projection.current(),
      evidence.aroundMoment(request.entityRef, request.at),
      this.#overridesOf(request),
    ]);
    const proofs = await this.#proofsOf(request);
    const service = asker.seesEntity
      ? snapshot?.services.get(request.entityRef)
      : undefined;
    const blastRadius =
      service &&
      (await this.#options.blastRadii.of(request.entityRef, refs =>
        asker.visibleOf(refs),
      ));
    const change =
      request.change === undefined
        ? undefined
        : await this.#options.changes.find(request.change, refs =>
            asker.visibleOf(refs),
          );
    const facts: GateFacts = {
      entity: service,
      calendars: snapshot?.calendars ?? [],
      unreadableCalendars: snapshot?.unreadableCalendars ?? [],
      windowsFor: snapshot?.windowsFor.bind(snapshot),
      evidence: known.concat(
        proofs.filter(({ id }) => !known.some(one => one.id === id)),
      ),
      now,
      catalogReadAt: snapshot?.readAt,
      ...(blastRadius && { blastRadius }),
      ...(change && { change }),
      overrides,
    };
    return describeDecision(request, decide(request, facts, settings), now);
  }

  /**
   * The question with the moment that it is about, and what the decision said that it
   * goes on with.
   *
   * @throws InputError when that decision let no such deployment begin
   */
  async #understood(
    { continues: id, ...question }: GateQuestion,
    asker: Asker,
    now: Instant,
  ): Promise<GateRequest> {
    const at = question.at ?? now;
    if (id === undefined) {
      return { ...question, at };
    }
    const decision = asker.seesEntity ? await this.byId(id) : undefined;
    return { ...question, ...continuing(id, decision, question, now), at };
  }

  async #overridesOf({ entityRef, at }: GateRequest): Promise<GateOverride[]> {
    const { overrides, settings } = this.#options;
    return settings.policies.some(policy => policy.overrides)
      ? overrides.inForce(entityRef, at)
      : [];
  }

  /** What shows that the artifact to go back to ran there; it may be long ago. */
  async #proofsOf({
    operation,
    continues,
    entityRef,
    environment,
    artifactDigest: digest,
    at,
  }: GateRequest): Promise<Evidence[]> {
    const goesBack =
      operation === 'rollback' || continues?.operation === 'rollback';
    return goesBack && digest !== undefined
      ? this.#options.evidence.deploymentsOf(
          entityRef,
          { environment, digest },
          at,
        )
      : [];
  }

  async #decidedBefore(
    principal: string,
    key: string | undefined,
    requestHash: string,
  ): Promise<GateDecision> {
    const recorded =
      key === undefined
        ? undefined
        : await this.#options.store.byIdempotencyKey(principal, key);
    if (!recorded) {
      throw new ServiceUnavailableError(
        'The decision could not be recorded and none was found in its place; ask again',
      );
    }
    if (recorded.requestHash !== requestHash) {
      throw new ConflictError(
        `Idempotency-Key: "${key}" was used for another question, decision ${recorded.id}; use a new key for a new question`,
      );
    }
    return (await this.#inItsPlace(recorded)).decision;
  }

  /** Whoever recorded it may have died before it was sequenced. */
  async #inItsPlace(recorded: RecordedDecision): Promise<RecordedInPlace> {
    const ledgerIndex =
      recorded.ledgerIndex ?? (await this.#options.ledger.indexOf(recorded.id));
    return {
      decision: readDecision({ ...recorded, ledgerIndex }),
      canonical: recorded.canonical,
      ledgerIndex,
    };
  }
}

/** The question as it was sent: asked twice without `at`, it is the same question. */
function hashQuestion({ at, ...question }: GateQuestion): string {
  const text = canonicalize({
    ...question,
    ...(at !== undefined && { at: formatInstant(at) }),
  });
  return createHash('sha256').update(text).digest('hex');
}
