import type { FilterPredicate } from '@backstage/filter-predicates';
import type { ScopeDimensions, WindowScope } from '../types';
import { LISTED_DIMENSIONS } from './dimensions';

/**
 * A scope for everybody that any of several is for, and perhaps for some more: where
 * one of them leaves a dimension out, or excepts somebody whom another does not, so
 * does the whole.
 *
 * @param scopes - At least one.
 */
export function coverScopes(scopes: readonly WindowScope[]): WindowScope {
  const cover: ScopeDimensions = {};
  for (const dimension of LISTED_DIMENSIONS) {
    const lists = scopes.map(scope => scope[dimension] ?? []);
    if (lists.every(names => names.length > 0)) {
      Object.assign(cover, { [dimension]: [...new Set(lists.flat())] });
    }
  }
  const entities = coverPredicates(scopes);
  const except = sharedExceptions(scopes);
  return {
    ...cover,
    ...(entities !== undefined && { entities }),
    ...(except && { except }),
  };
}

function coverPredicates(
  scopes: readonly WindowScope[],
): FilterPredicate | undefined {
  const distinct = new Map<string, FilterPredicate>();
  for (const { entities } of scopes) {
    if (entities === undefined) return undefined;
    distinct.set(JSON.stringify(entities), entities);
  }
  const predicates = [...distinct.values()];
  return predicates.length > 1 ? { $any: predicates } : predicates[0];
}

/** Only what all of them except, in the same words, is certainly out of all of them. */
function sharedExceptions(
  scopes: readonly WindowScope[],
): ScopeDimensions | undefined {
  const [first, ...others] = scopes.map(({ except }) => except);
  const text = JSON.stringify(first);
  return others.every(except => JSON.stringify(except) === text)
    ? first
    : undefined;
}
