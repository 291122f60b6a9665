import type { WindowScope, WindowSubject } from '../types';
import { LISTED_DIMENSIONS, type ListedDimension } from './dimensions';

/**
 * Short texts that are equal for subjects which some scopes do not tell apart, their
 * entity predicates aside. Names that no scope mentions are all alike, so that there
 * are only as many keys as the scopes make differences - however many names callers
 * come up with.
 */
export class SubjectKeys {
  readonly #names: Readonly<Record<ListedDimension, Map<string, number>>>;

  constructor(scopes: readonly WindowScope[]) {
    this.#names = {
      tiers: new Map(),
      systems: new Map(),
      businessFunctions: new Map(),
      environments: new Map(),
      regions: new Map(),
      classes: new Map(),
    };
    for (const scope of scopes) {
      for (const dimension of LISTED_DIMENSIONS) {
        this.#learn(dimension, scope[dimension]);
        this.#learn(dimension, scope.except?.[dimension]);
      }
    }
  }

  of(subject: WindowSubject): string {
    const { tier, environment, releaseClass, regions } = subject;
    const parts = [
      this.#number('tiers', tier),
      this.#number('environments', environment),
      this.#number('classes', releaseClass),
      this.#numbers('systems', subject.systems),
      this.#numbers('businessFunctions', subject.businessFunctions),
      // No region at all, one that no scope mentions, and a listed one all differ.
      regions.length === 0 ? 'none' : this.#allNumbers('regions', regions),
    ];
    return parts.join(';');
  }

  #learn(dimension: ListedDimension, names: readonly string[] = []): void {
    const known = this.#names[dimension];
    for (const name of names) {
      if (!known.has(name)) known.set(name, known.size);
    }
  }

  /** -1 for a name that no scope mentions. */
  #number(dimension: ListedDimension, name: string): number {
    return this.#names[dimension].get(name) ?? -1;
  }

  #numbers(dimension: ListedDimension, names: readonly string[]): string {
    if (this.#names[dimension].size === 0) return '';
    return this.#allNumbers(dimension, names).replace(/^-1,?/, '');
  }

  #allNumbers(dimension: ListedDimension, names: readonly string[]): string {
    const numbers = names.map(name => this.#number(dimension, name));
    return [...new Set(numbers)].sort((a, b) => a - b).join(',');
  }
}
