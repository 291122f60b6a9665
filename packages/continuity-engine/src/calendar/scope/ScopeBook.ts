import type { FilterPredicate } from '@backstage/filter-predicates';
import type { ScopeDimensions, WindowScope, WindowSubject } from '../types';
import { predicateOutcome, scopeIncludesAside } from './scopeMatches';
import { SubjectKeys } from './SubjectKeys';

/** Which of many scopes are for a subject. */
export interface ScopeBook {
  /**
   * Positions of the scopes that are for the subject, in ascending order. The array
   * is shared; it must not be changed.
   */
  matching(subject: WindowSubject): Uint32Array;
}

/** Scopes that ask the same of an entity: a predicate, and one that exempts. */
interface Group {
  includes: number | undefined;
  excepts: number | undefined;
  positions: number[];
}

/** A scope, and where it stands. */
interface DistinctScope extends Group {
  scope: WindowScope;
}

/** What is left of the scopes when everything but their predicates is judged. */
interface Candidates {
  /** Without predicates: they match. */
  certain: number[];
  groups: Group[];
  /** How many positions that is. */
  size: number;
}

/** What the groups of some candidates come to; many entities share one. */
interface Answer {
  /** Which of the groups match; see `packed`. */
  matched: string;
  /** Left out when memory is short, and worked out anew. */
  positions?: Uint32Array;
}

/** Positions kept, of candidates and of answers each: tens of megabytes. */
const MAX_POSITIONS = 4_000_000;

/** Far more than there are; callers who make up combinations gain nothing. */
const MAX_CANDIDATES = 10_000;
const MAX_ANSWERS = 200_000;
const MAX_PER_ENTITY = 64;

const UNKNOWN = 0;
const OUTCOMES = { yes: 1, no: 2, failed: 3 } as const;

/**
 * Makes many scopes ready for being asked about many subjects, by the rule of
 * `scopeMatches`. The answers do not depend on the time, and are kept:
 *
 * - subjects that no scope tells apart are one and the same, whatever they are;
 * - each distinct predicate is evaluated once for an entity, in a quarter of a byte;
 * - entities of which the predicates say the same share one list of positions.
 *
 * An entity is known by identity: one that changes must be a new object, and what was
 * kept goes with the old one.
 */
export function createScopeBook(scopes: readonly WindowScope[]): ScopeBook {
  return new RememberingScopeBook(scopes);
}

class RememberingScopeBook implements ScopeBook {
  readonly #scopes: readonly DistinctScope[];
  readonly #keys: SubjectKeys;
  readonly #predicates: readonly FilterPredicate[];
  readonly #candidates = new Map<string, Candidates>();
  readonly #answers = new Map<string, Answer>();
  #candidatePositions = 0;
  #answerPositions = 0;
  #entities = new WeakMap<object, EntityMemory>();

  constructor(scopes: readonly WindowScope[]) {
    const found = distinct(scopes);
    this.#scopes = found.scopes;
    this.#predicates = found.predicates;
    this.#keys = new SubjectKeys(scopes);
  }

  matching(subject: WindowSubject): Uint32Array {
    const key = this.#keys.of(subject);
    const memory = this.#memoryOf(subject.entity);
    let answer = memory.answers.get(key);
    if (!answer) {
      answer = this.#workOut(key, subject, memory);
      if (memory.answers.size >= MAX_PER_ENTITY) memory.answers.clear();
      memory.answers.set(key, answer);
    }
    answer.positions ??= this.#list(key, subject, answer.matched);
    return answer.positions;
  }

  #memoryOf(entity: object): EntityMemory {
    let memory = this.#entities.get(entity);
    if (!memory) {
      memory = new EntityMemory(this.#predicates.length);
      this.#entities.set(entity, memory);
    }
    return memory;
  }

  #workOut(key: string, subject: WindowSubject, memory: EntityMemory): Answer {
    const { groups } = this.#candidatesFor(key, subject);
    const matched = packed(
      groups.map(group => this.#isMatched(group, subject, memory)),
    );
    const name = `${key}#${matched}`;
    const known = this.#answers.get(name);
    if (known) return known;
    if (this.#answers.size >= MAX_ANSWERS) this.#forget();
    const answer: Answer = { matched };
    this.#answers.set(name, answer);
    return answer;
  }

  #isMatched(
    { includes, excepts }: Group,
    { entity }: WindowSubject,
    memory: EntityMemory,
  ): boolean {
    const ask = (id: number) =>
      memory.outcome(id, () => predicateOutcome(this.#predicates[id], entity));
    return (
      (includes === undefined || ask(includes) !== OUTCOMES.no) &&
      (excepts === undefined || ask(excepts) !== OUTCOMES.yes)
    );
  }

  #list(key: string, subject: WindowSubject, matched: string): Uint32Array {
    const { certain, groups } = this.#candidatesFor(key, subject);
    const lists = groups
      .filter((_, index) => isPacked(matched, index))
      .map(({ positions }) => positions);
    const positions = Uint32Array.from([certain, ...lists].flat()).sort();
    this.#answerPositions += positions.length;
    if (this.#answerPositions > MAX_POSITIONS) {
      for (const answer of this.#answers.values()) answer.positions = undefined;
      this.#answerPositions = positions.length;
    }
    return positions;
  }

  #candidatesFor(key: string, subject: WindowSubject): Candidates {
    const known = this.#candidates.get(key);
    if (known) return known;
    const candidates = this.#findCandidates(subject);
    this.#candidatePositions += candidates.size;
    if (
      this.#candidates.size >= MAX_CANDIDATES ||
      this.#candidatePositions > MAX_POSITIONS
    ) {
      this.#candidates.clear();
      this.#candidatePositions = candidates.size;
    }
    this.#candidates.set(key, candidates);
    return candidates;
  }

  #findCandidates(subject: WindowSubject): Candidates {
    const certain: number[][] = [];
    const groups = new Map<string, Group>();
    let size = 0;
    for (const { scope, includes, excepts, positions } of this.#scopes) {
      if (!scopeIncludesAside(scope, subject)) continue;
      size += positions.length;
      if (includes === undefined && excepts === undefined) {
        certain.push(positions);
        continue;
      }
      const name = `${includes}/${excepts}`;
      const group = groups.get(name);
      if (group) group.positions.push(...positions);
      else groups.set(name, { includes, excepts, positions: [...positions] });
    }
    return { certain: certain.flat(), groups: [...groups.values()], size };
  }

  #forget(): void {
    this.#answers.clear();
    this.#entities = new WeakMap();
    this.#answerPositions = 0;
  }
}

/** What was found out about one entity. */
class EntityMemory {
  readonly answers = new Map<string, Answer>();
  /** Four outcomes to a byte. */
  readonly #outcomes: Uint8Array;

  constructor(predicates: number) {
    this.#outcomes = new Uint8Array(Math.ceil(predicates / 4));
  }

  outcome(id: number, ask: () => keyof typeof OUTCOMES): number {
    const shift = (id & 3) * 2;
    const known = (this.#outcomes[id >> 2] >> shift) & 3;
    if (known !== UNKNOWN) return known;
    const found = OUTCOMES[ask()];
    this.#outcomes[id >> 2] |= found << shift;
    return found;
  }
}

/** Scopes that are written alike are judged once; so are their predicates. */
function distinct(scopes: readonly WindowScope[]): {
  scopes: DistinctScope[];
  predicates: FilterPredicate[];
} {
  const found = new Map<string, DistinctScope>();
  const predicates: FilterPredicate[] = [];
  const ids = new Map<string, number>();
  const idOf = ({ entities }: ScopeDimensions = {}) => {
    if (entities === undefined) return undefined;
    const text = JSON.stringify(entities);
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, predicates.length);
    return predicates.push(entities) - 1;
  };
  scopes.forEach((scope, position) => {
    const text = JSON.stringify(scope);
    const same = found.get(text);
    if (same) {
      same.positions.push(position);
      return;
    }
    found.set(text, {
      scope,
      includes: idOf(scope),
      excepts: idOf(scope.except),
      positions: [position],
    });
  });
  return { scopes: [...found.values()], predicates };
}

/** A short text for a row of answers, 15 to a character, so that none is half of one. */
function packed(row: readonly boolean[]): string {
  const codes = new Uint16Array(Math.ceil(row.length / 15));
  row.forEach((yes, index) => {
    if (yes) codes[Math.floor(index / 15)] |= 1 << index % 15;
  });
  return Array.from(codes, code => String.fromCharCode(code)).join('');
}

function isPacked(text: string, index: number): boolean {
  return ((text.charCodeAt(Math.floor(index / 15)) >> index % 15) & 1) === 1;
}
