import type { WindowSubject } from '../types';
import type { DistinctScope } from './distinctScopes';

/** Dimensions of which a scope usually names few of many names, the rarer first. */
const LOOKED_UP = ['systems', 'businessFunctions'] as const;

/**
 * Scopes to be found by the systems or functions that they name: an organisation has
 * thousands of these, a service belongs to a few.
 */
export class ScopeRegister {
  readonly #scopes: readonly DistinctScope[];
  /** Places of scopes that name none, and have to be judged for everybody. */
  readonly #forAnybody: number[] = [];
  readonly #named = {
    systems: new Map<string, number[]>(),
    businessFunctions: new Map<string, number[]>(),
  };

  constructor(scopes: readonly DistinctScope[]) {
    this.#scopes = scopes;
    scopes.forEach(({ scope }, place) => {
      const dimension = LOOKED_UP.find(one => scope[one] !== undefined);
      if (!dimension) {
        this.#forAnybody.push(place);
        return;
      }
      const places = this.#named[dimension];
      for (const name of scope[dimension] ?? []) {
        const known = places.get(name);
        if (known) known.push(place);
        else places.set(name, [place]);
      }
    });
  }

  /**
   * The scopes that may be for a subject, and perhaps others; in their order, which is
   * the same however the subject's names are ordered.
   */
  worthJudging(subject: WindowSubject): DistinctScope[] {
    const places = new Set(this.#forAnybody);
    for (const dimension of LOOKED_UP) {
      for (const name of subject[dimension]) {
        for (const place of this.#named[dimension].get(name) ?? []) {
          places.add(place);
        }
      }
    }
    return [...places].sort((a, b) => a - b).map(place => this.#scopes[place]);
  }
}
