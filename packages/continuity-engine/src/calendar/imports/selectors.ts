import type { FilterPredicate } from '@backstage/filter-predicates';
import { readPredicate } from '../scope/predicate';

/** What the patterns of a list come to as a condition on one value of an entity. */
export type Selection =
  /** Any value will do. */
  | { kind: 'all' }
  | { kind: 'some'; predicate: FilterPredicate }
  /** Patterns that a filter predicate cannot say. */
  | { kind: 'inexpressible'; patterns: string[] };

/**
 * Glob patterns as a filter predicate: names as they are, and `prefix*`. Predicates
 * compare without regard to case, so they may mean more than the patterns did.
 *
 * @param path - Of the value in the entity, e.g. `metadata.name`.
 */
export function selectByGlobs(
  patterns: readonly string[],
  path: string,
): Selection {
  if (patterns.some(pattern => /^\*+$/.test(pattern))) return { kind: 'all' };
  const isGlob = (text: string) => /[*?[\]{}\\!]/.test(text);
  const names = patterns.filter(pattern => !isGlob(pattern));
  const prefixes: string[] = [];
  const others: string[] = [];
  for (const pattern of patterns.filter(isGlob)) {
    const prefix = pattern.replace(/\*+$/, '');
    if (prefix !== '' && prefix !== pattern && !isGlob(prefix)) {
      prefixes.push(prefix);
    } else others.push(pattern);
  }
  if (others.length > 0) return { kind: 'inexpressible', patterns: others };
  const conditions: unknown[] = [
    ...(names.length === 1 ? [names[0]] : []),
    ...(names.length > 1 ? [{ $in: names }] : []),
    ...prefixes.map($hasPrefix => ({ $hasPrefix })),
  ];
  const predicates = conditions.map(value => predicateOf({ [path]: value }));
  return { kind: 'some', predicate: anyOf(predicates) };
}

function predicateOf(value: unknown): FilterPredicate {
  const reading = readPredicate(value);
  if (!reading.ok) throw new RangeError(reading.message);
  return reading.predicate;
}

export function anyOf(predicates: FilterPredicate[]): FilterPredicate {
  return predicates.length === 1 ? predicates[0] : { $any: predicates };
}

export function allOf(predicates: FilterPredicate[]): FilterPredicate {
  return predicates.length === 1 ? predicates[0] : { $all: predicates };
}
