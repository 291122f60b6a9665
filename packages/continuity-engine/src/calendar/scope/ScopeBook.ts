import type { FilterPredicate } from '@backstage/filter-predicates';
import type { WindowScope, WindowSubject } from '../types';
import { distinctScopes, type ScopeGroup } from './distinctScopes';
import { ScopeRegister } from './ScopeRegister';
import { PredicateMemory } from './PredicateMemory';
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

/** What is left of the scopes when everything but their predicates is judged. */
interface Candidates {
  /** Without predicates: they match. */
  certain: number[];
  groups: ScopeGroup[];
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

class RememberingScopeBook implements ScopeBook {
  readonly #scopes: ScopeRegister;
  readonly #keys: SubjectKeys;
  readonly #predicates: readonly FilterPredicate[];
  readonly #candidates = new Map<string, Candidates>();
  readonly #answers = new Map<string, Answer>();
  #candidatePositions = 0;
  #answerPositions = 0;
  #entities = new WeakMap<object, PredicateMemory<Answer>>();

  constructor(scopes: readonly WindowScope[]) {
    const found = distinctScopes(scopes);
    this.#scopes = new ScopeRegister(found.scopes);
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

  #memoryOf(entity: object): PredicateMemory<Answer> {
    let memory = this.#entities.get(entity);
    if (!memory) {
      memory = new PredicateMemory<Answer>(this.#predicates.length);
      this.#entities.set(entity, memory);
    }
    return memory;
  }

  #workOut(
    key: string,
    subject: WindowSubject,
    memory: PredicateMemory<Answer>,
  ): Answer {
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
    { includes, excepts }: ScopeGroup,
    { entity }: WindowSubject,
    memory: PredicateMemory<Answer>,
  ): boolean {
    const ask = (id: number) =>
      memory.outcome(id, () => predicateOutcome(this.#predicates[id], entity));
    return (
      (includes === undefined || ask(includes) !== 'no') &&
      (excepts === undefined || ask(excepts) !== 'yes')
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
    const groups = new Map<string, ScopeGroup>();
    let size = 0;
    for (const {
      scope,
      includes,
      excepts,
      positions,
    } of this.#scopes.worthJudging(subject)) {
      if (!scopeIncludesAside(scope, subject)) continue;
      size += positions.length;
      if (includes === undefined && excepts === undefined) {
        certain.push(positions);
        continue;
      }
      const name = `${includes}/${excepts}`;
      const group = groups.get(name);
      groups.set(name, {
        includes,
        excepts,
        positions: group ? group.positions.concat(positions) : positions,
      });
    }
    return { certain: certain.flat(), groups: [...groups.values()], size };
  }

  #forget(): void {
    this.#answers.clear();
    this.#entities = new WeakMap();
    this.#answerPositions = 0;
  }
}

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
