import { LISTED_DIMENSIONS } from '../scope/dimensions';
import type { WindowScope } from '../types';

/**
 * Whether two scopes certainly leave room for a service that both are for, judged by
 * what they say alone. Where that cannot be told - different predicates, exceptions by
 * predicate - the answer is no: a linter that guesses is switched off.
 */
export function certainlyOverlap(a: WindowScope, b: WindowScope): boolean {
  if (scopeKey(a) === scopeKey(b)) return true;
  if (a.except?.entities !== undefined || b.except?.entities !== undefined) {
    return false;
  }
  if (
    a.entities !== undefined &&
    b.entities !== undefined &&
    JSON.stringify(a.entities) !== JSON.stringify(b.entities)
  ) {
    return false;
  }
  return LISTED_DIMENSIONS.every(dimension => {
    const excepted = [
      ...(a.except?.[dimension] ?? []),
      ...(b.except?.[dimension] ?? []),
    ] as readonly string[];
    const ofA: readonly string[] | undefined = a[dimension];
    const ofB: readonly string[] | undefined = b[dimension];
    const named =
      ofA && ofB ? ofA.filter(name => ofB.includes(name)) : ofA ?? ofB;
    return named?.some(name => !excepted.includes(name)) ?? true;
  });
}

/** Equal for scopes that say the same, in whatever order they list it. */
export function scopeKey({ except = {}, ...dimensions }: WindowScope): string {
  return JSON.stringify(
    [dimensions, except].map(part =>
      [
        ...LISTED_DIMENSIONS.map(dimension => {
          const listed: readonly string[] | undefined = part[dimension];
          return listed && [...listed].sort();
        }),
        part.entities,
      ].map(value => value ?? null),
    ),
  );
}
