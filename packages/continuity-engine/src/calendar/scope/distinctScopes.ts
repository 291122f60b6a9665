import type { FilterPredicate } from '@backstage/filter-predicates';
import type { ScopeDimensions, WindowScope } from '../types';

/** Scopes that ask the same of an entity: a predicate, and one that exempts. */
export interface ScopeGroup {
  /** Which predicate; undefined: none. */
  includes: number | undefined;
  excepts: number | undefined;
  positions: number[];
}

/** A scope, and where it stands. */
export interface DistinctScope extends ScopeGroup {
  scope: WindowScope;
}

/** Scopes that are written alike are judged once; so are their predicates. */
export function distinctScopes(scopes: readonly WindowScope[]): {
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
