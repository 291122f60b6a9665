import type { PredicateOutcome } from './scopeMatches';

/** 0 stands for not yet asked. */
const OUTCOMES = [undefined, 'yes', 'no', 'failed'] as const;

/**
 * What many predicates say about one entity, each asked once, and answers that
 * follow from it.
 */
export class PredicateMemory<Answer> {
  readonly answers = new Map<string, Answer>();
  /** Four outcomes to a byte. */
  readonly #outcomes: Uint8Array;

  /** @param predicates - How many there are. */
  constructor(predicates: number) {
    this.#outcomes = new Uint8Array(Math.ceil(predicates / 4));
  }

  outcome(predicate: number, ask: () => PredicateOutcome): PredicateOutcome {
    const byte = predicate >> 2;
    const shift = (predicate & 3) * 2;
    const known = OUTCOMES[(this.#outcomes[byte] >> shift) & 3];
    if (known !== undefined) return known;
    const found = ask();
    this.#outcomes[byte] |= OUTCOMES.indexOf(found) << shift;
    return found;
  }
}
