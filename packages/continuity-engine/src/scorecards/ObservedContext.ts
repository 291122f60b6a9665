import {
  latestEvidence,
  nextEvidenceChange,
  recentEvidence,
  type Evidence,
  type EvidenceKind,
  type EvidenceQuery,
} from '../evidence';
import type { Instant } from '../time';
import { EvidenceShelf } from './EvidenceShelf';
import type { CheckContext } from './types';

/** What a check is asked about, with everything that it may know. */
export interface CheckSubject
  extends Omit<CheckContext, 'latest' | 'recent' | 'everywhere'> {
  /** Evidence of the entity; other entities' is not looked at. */
  evidence: readonly Evidence[] | EvidenceShelf;
}

/** What a check may look at, noting when what it looked at changes. */
export class ObservedContext implements CheckContext {
  readonly now: Instant;
  readonly entityRef: string;
  readonly profile: CheckContext['profile'];
  readonly environment: string;
  declare readonly region?: string;
  /** The first moment at which anything that was looked at is another. */
  until = Infinity;
  readonly #shelf: EvidenceShelf;

  constructor({
    now,
    entityRef,
    profile,
    environment,
    region,
    evidence,
  }: CheckSubject) {
    this.now = now;
    this.entityRef = entityRef;
    this.profile = profile;
    this.environment = environment;
    if (region !== undefined) this.region = region;
    this.#shelf =
      evidence instanceof EvidenceShelf
        ? evidence
        : EvidenceShelf.of(entityRef, evidence);
  }

  // Arrows, because checks take them out of the context.
  readonly latest = <T>(kind: EvidenceKind<T>) => {
    const own = this.#shelf.ofKind(kind.id);
    const query = this.#queryOf(kind);
    const found = latestEvidence(own, query);
    this.changesAt(nextEvidenceChange(own, query, found));
    return found;
  };

  readonly recent = <T>(kind: EvidenceKind<T>) => {
    const own = this.#shelf.ofKind(kind.id);
    const found = recentEvidence(own, this.#queryOf(kind));
    this.changesAt(found.until);
    return found.evidence;
  };

  readonly everywhere = <T>(kind: EvidenceKind<T>) => {
    const own = this.#shelf.ofKind(kind.id);
    const found = recentEvidence(own, { kind, now: this.now });
    this.changesAt(found.until);
    return found.evidence;
  };

  changesAt(at: Instant | undefined): void {
    if (at !== undefined && at < this.until) this.until = at;
  }

  #queryOf<T>(kind: EvidenceKind<T>): EvidenceQuery<T> {
    const { now, environment, region } = this;
    return { kind, now, environment, region };
  }
}
