import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * The paths at which a predicate looks: entities that hold the same at all of them are the
 * same to it. Undefined: it is none that could be taken apart.
 */
export function pathsOf(predicate: FilterPredicate): string[] | undefined {
  const paths = new Set<string>();
  return collect(predicate, paths) ? [...paths].sort() : undefined;
}

/** Whether all could be found. */
function collect(predicate: unknown, paths: Set<string>): boolean {
  if (
    typeof predicate !== 'object' ||
    predicate === null ||
    Array.isArray(predicate)
  ) {
    return false;
  }
  return Object.entries(predicate).every(([key, value]: [string, unknown]) => {
    switch (key) {
      case '$all':
      case '$any':
        return (
          Array.isArray(value) && value.every(part => collect(part, paths))
        );
      case '$not':
        return collect(value, paths);
      default:
        paths.add(key);
        return !key.startsWith('$');
    }
  });
}
