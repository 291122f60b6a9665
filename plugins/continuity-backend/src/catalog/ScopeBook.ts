import {
  predicateIncludes,
  scopeMatches,
  type WindowScope,
  type WindowSubject,
} from '@continuity/engine';

/** Scopes that a subject passes but for their predicates, by position. */
interface Candidates {
  /** Without a predicate: they match. */
  certain: number[];
  /** By predicate, so that each is evaluated once. */
  open: {
    predicate: NonNullable<WindowScope['entities']>;
    positions: number[];
  }[];
}

/** Nobody has that many combinations; a caller who makes them up gains nothing. */
const MAX_CANDIDATES = 10_000;
const MAX_PER_ENTITY = 64;

/**
 * Which of many scopes are for a subject. Does not depend on the time, so answers are
 * kept: per combination of tier, environment, regions and class for what can be said
 * without the entity, and per entity as positions - a few hundred bytes. An entity
 * that changes is a new object, and its answers go with the old one.
 */
export class ScopeBook {
  readonly #scopes: readonly WindowScope[];
  readonly #predicateKeys: readonly (string | undefined)[];
  readonly #candidates = new Map<string, Candidates>();
  readonly #answers = new WeakMap<object, Map<string, Uint32Array>>();

  constructor(scopes: readonly WindowScope[]) {
    this.#scopes = scopes;
    this.#predicateKeys = scopes.map(({ entities }) =>
      entities === undefined ? undefined : JSON.stringify(entities),
    );
  }

  /** Positions of the scopes that match, in ascending order. */
  matching(subject: WindowSubject): Uint32Array {
    let answers = this.#answers.get(subject.entity);
    if (!answers || answers.size >= MAX_PER_ENTITY) {
      answers = new Map();
      this.#answers.set(subject.entity, answers);
    }
    const key = JSON.stringify([
      subject.tier,
      subject.environment,
      subject.regions,
      subject.releaseClass,
    ]);
    let positions = answers.get(key);
    if (!positions) {
      positions = this.#workOut(this.#candidatesFor(key, subject), subject);
      answers.set(key, positions);
    }
    return positions;
  }

  #workOut({ certain, open }: Candidates, subject: WindowSubject): Uint32Array {
    const matching = [...certain];
    for (const { predicate, positions } of open) {
      if (predicateIncludes(predicate, subject.entity)) {
        matching.push(...positions);
      }
    }
    return Uint32Array.from(matching).sort();
  }

  #candidatesFor(key: string, subject: WindowSubject): Candidates {
    const known = this.#candidates.get(key);
    if (known) {
      return known;
    }
    const certain: number[] = [];
    const open = new Map<string, Candidates['open'][number]>();
    this.#scopes.forEach(({ entities, ...scope }, position) => {
      if (!scopeMatches(scope, subject).matches) {
        return;
      }
      const predicateKey = this.#predicateKeys[position];
      if (entities === undefined || predicateKey === undefined) {
        certain.push(position);
        return;
      }
      const group = open.get(predicateKey);
      if (group) {
        group.positions.push(position);
      } else {
        open.set(predicateKey, { predicate: entities, positions: [position] });
      }
    });
    const candidates = { certain, open: [...open.values()] };
    if (this.#candidates.size >= MAX_CANDIDATES) {
      this.#candidates.clear();
    }
    this.#candidates.set(key, candidates);
    return candidates;
  }
}
