import { createHash, randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  canonicalize,
  materialise,
  parseSubmission,
  type Evidence,
  type EvidenceKind,
  type EvidenceRegistry,
  type EvidenceSubmission,
  type Instant,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type { Page } from '../database';
import type { LedgerService } from '../ledger';
import { isCollectorSource } from './collectorSource';
import { evidenceEntry } from './evidenceEntry';
import type { StoredEvidence } from './evidenceRow';
import type { EvidenceFilter, EvidenceStore } from './EvidenceStore';
import { maskSecrets } from './maskSecrets';

/** What became of one report. */
export type SubmissionResult =
  | { status: 'accepted' | 'known'; evidence: Evidence }
  | {
      status: 'rejected';
      /** `conflict`: a different report has taken its identity. */
      cause: 'invalid' | 'conflict';
      /** What is wrong, e.g. `payload.outcome`. */
      field: string;
      message: string;
    };

export interface EvidenceServiceOptions {
  store: EvidenceStore;
  ledger: LedgerService;
  kinds: EvidenceRegistry;
  logger: LoggerService;
  /** Which entities there are. Absent: reports may be about any. */
  subjects?: EvidenceSubjects;
  /** Is told of reports that are new. Absent: nobody is. */
  arrivals?: EvidenceArrivals;
  now: () => Instant;
}

/** Which entities reports can be about. */
export interface EvidenceSubjects {
  /** Those of some refs that are certainly not there; what is not known is not among them. */
  absentOf(entityRefs: ReadonlySet<string>): Promise<ReadonlySet<string>>;
}

/** Who has to know that evidence came. */
export interface EvidenceArrivals {
  /** In the transaction that stores them; what is noted in it is never lost. */
  note(tx: Knex.Transaction, evidence: readonly Evidence[]): Promise<void>;
  /** They are stored; nobody waits for what is done about it. */
  committed(): void;
}

/**
 * Texts longer than this are not searched for secrets; a report may not be half as long
 * and will be refused.
 */
const MAX_SEARCHED = 80 * 1024;

/** Takes in what pipelines and collectors report, once and for ever. */
export class EvidenceService {
  readonly #options: EvidenceServiceOptions;

  constructor(options: EvidenceServiceOptions) {
    this.#options = options;
  }

  /** The kinds that are accepted. */
  get kinds(): EvidenceKind[] {
    return this.#options.kinds.list();
  }

  titleOf(kind: string): string {
    return this.#options.kinds.get(kind)?.title ?? kind;
  }

  /**
   * Stores reports; one that is wrong does not keep the others out. Everything that is
   * accepted is stored with its ledger entries in one transaction: when that fails,
   * nothing is, nothing was answered, and the same reports can be sent again.
   *
   * What is about an entity that is not in the catalog is refused: nobody could see it
   * there, and mostly a name is misspelt. What was stored while it was there stays known.
   *
   * @param reports - as they arrived, in any shape
   * @param actor - who reports
   * @returns one result a report, in their order
   */
  async submit(reports: unknown[], actor: string): Promise<SubmissionResult[]> {
    const receivedAt = this.#options.now();
    const outcomes = reports.map(report =>
      this.#read(report, { receivedAt, actor }),
    );
    const absent = await this.#absentOf(outcomes);
    const isPlaced = (outcome: StoredEvidence | SubmissionResult) =>
      'contentHash' in outcome && !absent.has(outcome.evidence.entityRef);
    const firsts = firstOfEachIdentity(outcomes.filter(isPlaced));
    const elsewhere = firstOfEachIdentity(
      outcomes.filter(outcome => !isPlaced(outcome)),
    );
    const known = await this.#store(
      [...firsts.values()],
      [...elsewhere].flatMap(([identity, report]) =>
        firsts.has(identity) ? [] : [report],
      ),
      actor,
    );
    return outcomes.map(outcome => {
      if (!('contentHash' in outcome)) {
        return outcome;
      }
      const identity = identityOf(outcome.evidence);
      const stored = known.get(identity) ?? firsts.get(identity);
      if (!stored) return notInCatalog(outcome.evidence);
      if (stored.contentHash !== outcome.contentHash) {
        return conflict(outcome.evidence, stored.evidence);
      }
      // The same object: it was this very report that got in.
      const isNew = stored.evidence === outcome.evidence;
      return {
        status: isNew ? 'accepted' : 'known',
        evidence: stored.evidence,
      };
    });
  }

  async byId(id: string): Promise<Evidence | undefined> {
    return this.#options.store.byId(id);
  }

  async listForEntity(
    entityRef: string,
    filter: EvidenceFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<Evidence>> {
    return this.#options.store.listForEntity(entityRef, filter, page);
  }

  /** The newest of each kind, environment and region as of now. */
  async latestForEntity(
    entityRef: string,
    filter: EvidenceFilter,
  ): Promise<Evidence[]> {
    const { store, now } = this.#options;
    return store.latestForEntity(entityRef, now(), filter);
  }

  #read(
    report: unknown,
    { receivedAt, actor }: { receivedAt: Instant; actor: string },
  ): StoredEvidence | Extract<SubmissionResult, { status: 'rejected' }> {
    const parsed = parseSubmission(
      withoutSecrets(report),
      this.#options.kinds,
      {
        now: receivedAt,
      },
    );
    if (!parsed.ok) {
      const { field, message } = parsed;
      return { status: 'rejected', cause: 'invalid', field, message };
    }
    const { submission, kind } = parsed;
    if (isCollectorSource(submission.source) && submission.source !== actor) {
      return {
        status: 'rejected',
        cause: 'invalid',
        field: 'source',
        message: `"${submission.source}" is the source of a collector of this backend; report under a name of your own`,
      };
    }
    try {
      return {
        contentHash: contentHash(submission),
        evidence: materialise(submission, kind, {
          id: randomUUID(),
          receivedAt,
        }),
      };
    } catch (error) {
      // E.g. half a surrogate pair, which no canonical JSON can hold.
      const [, field = '', message = String(error)] =
        /\$\.?(\S*): (.*)$/.exec(String(error)) ?? [];
      return { status: 'rejected', cause: 'invalid', field, message };
    }
  }

  async #absentOf(
    outcomes: (StoredEvidence | SubmissionResult)[],
  ): Promise<ReadonlySet<string>> {
    const refs = outcomes.flatMap(outcome =>
      'contentHash' in outcome ? [outcome.evidence.entityRef] : [],
    );
    const { subjects } = this.#options;
    return subjects && refs.length > 0
      ? subjects.absentOf(new Set(refs))
      : new Set();
  }

  /**
   * @param reports - to store
   * @param elsewhere - only to look up
   * @returns what was stored before, by identity
   */
  async #store(
    reports: StoredEvidence[],
    elsewhere: StoredEvidence[],
    actor: string,
  ): Promise<Map<string, StoredEvidence>> {
    if (reports.length + elsewhere.length === 0) {
      return new Map();
    }
    const { store, ledger, logger, arrivals } = this.#options;
    const { result, indexes } = await ledger.write(async (tx, append) => {
      const inserted = await store.insert(tx, reports);
      const isInserted = ({ evidence }: StoredEvidence) =>
        inserted.has(evidence.id);
      const news = reports.filter(isInserted).map(({ evidence }) => evidence);
      await append(news.map(evidence => evidenceEntry(evidence, actor)));
      await arrivals?.note(tx, news);
      const others = reports.filter(report => !isInserted(report));
      const known = await store.byIdentity(
        tx,
        [...others, ...elsewhere].map(({ evidence }) => evidence),
      );
      return { known, stored: news.length };
    });
    const { known, stored } = result;
    if (stored > 0) arrivals?.committed();
    if (indexes.size < stored) {
      // Its place in the ledger is not part of the answer, so failing to give it one now
      // does not turn a stored report into an error; a later run gives it.
      await ledger.sequence().catch(error => {
        logger.warn('Evidence is stored but not sequenced yet', error);
      });
    }
    return new Map(known.map(one => [identityOf(one.evidence), one]));
  }
}

function withoutSecrets(report: unknown): unknown {
  return typeof report === 'object' &&
    report !== null &&
    'payload' in report &&
    isSearchable(report.payload)
    ? { ...report, payload: maskSecrets(report.payload) }
    : report;
}

/** What is too large or too deep to be searched is refused afterwards. */
function isSearchable(payload: unknown): boolean {
  try {
    return (JSON.stringify(payload) ?? '').length <= MAX_SEARCHED;
  } catch {
    return false;
  }
}

function firstOfEachIdentity(
  outcomes: (StoredEvidence | SubmissionResult)[],
): Map<string, StoredEvidence> {
  const firsts = new Map<string, StoredEvidence>();
  for (const outcome of outcomes) {
    if ('contentHash' in outcome) {
      const identity = identityOf(outcome.evidence);
      if (!firsts.has(identity)) {
        firsts.set(identity, outcome);
      }
    }
  }
  return firsts;
}

function identityOf({ kind, source, externalId }: Evidence): string {
  return JSON.stringify([kind, source, externalId]);
}

/** Over what was reported, not over what we add to it. */
function contentHash(submission: EvidenceSubmission): string {
  return createHash('sha256').update(canonicalize(submission)).digest('hex');
}

function notInCatalog({ entityRef }: Evidence): SubmissionResult {
  return {
    status: 'rejected',
    cause: 'invalid',
    field: 'entityRef',
    message: `"${entityRef}" is not in the catalog; expected an entity that is. Correct the name, or register it and report again`,
  };
}

function conflict(
  { kind, source, externalId }: Evidence,
  stored: Evidence,
): SubmissionResult {
  return {
    status: 'rejected',
    cause: 'conflict',
    field: 'externalId',
    message: `"${externalId}" of ${source} is taken by a different report of kind ${kind}, evidence ${stored.id}; evidence never changes, so report what is new under an id of its own`,
  };
}
