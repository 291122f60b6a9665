import type { CalendarFeedDeclaration } from '../../types';

/** What the categories of an event decide: whether it counts, and for whom. */
export interface CategoryRules {
  counts(categories: readonly string[]): boolean;
  /** Those categories, as the options spell them, that have a scope of their own. */
  scoped(categories: readonly string[]): string[];
  scopeOf(
    category: string,
  ):
    | NonNullable<CalendarFeedDeclaration['scopes']>[number]['scope']
    | undefined;
}

/** Categories are names that people type, so their case does not matter. */
export function categoryRules({
  categories,
  scopes = [],
}: {
  categories?: readonly string[];
  scopes?: CalendarFeedDeclaration['scopes'];
}): CategoryRules {
  const counted = categories && new Set(categories.map(fold));
  const byName = new Map(scopes.map(entry => [fold(entry.category), entry]));
  return {
    counts: given =>
      counted === undefined || given.some(name => counted.has(fold(name))),
    scoped: given => {
      const found = given.flatMap(
        name => byName.get(fold(name))?.category ?? [],
      );
      return [...new Set(found)].sort();
    },
    scopeOf: category => byName.get(fold(category))?.scope,
  };
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('en-US');
}
