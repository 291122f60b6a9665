import type { Evidence } from '../evidence';

const NONE: readonly Evidence[] = [];

/**
 * Evidence of one entity by kind, so that many checks find theirs without each going
 * through all of it.
 */
export class EvidenceShelf {
  readonly #byKind: ReadonlyMap<string, readonly Evidence[]>;

  private constructor(byKind: ReadonlyMap<string, readonly Evidence[]>) {
    this.#byKind = byKind;
  }

  /** @param evidence - that of other entities is left out */
  static of(entityRef: string, evidence: readonly Evidence[]): EvidenceShelf {
    const byKind = new Map<string, Evidence[]>();
    for (const item of evidence) {
      if (item.entityRef === entityRef) {
        const known = byKind.get(item.kind);
        if (known) known.push(item);
        else byKind.set(item.kind, [item]);
      }
    }
    return new EvidenceShelf(byKind);
  }

  ofKind(kind: string): readonly Evidence[] {
    return this.#byKind.get(kind) ?? NONE;
  }
}
