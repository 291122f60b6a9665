import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import type { WindowScope, WindowSubject } from '../types';

/** Whether a window is for a subject, and which part of the scope decided. */
export interface ScopeMatch {
  matches: boolean;
  reason: string;
}

/**
 * Whether a window is for a subject. A part that cannot be judged counts as
 * matching: a freeze that might be meant is in force. That is so for regions when
 * the deployment names none, and for a predicate that fails on the entity.
 */
export function scopeMatches(
  scope: WindowScope,
  subject: WindowSubject,
): ScopeMatch {
  const { tiers, environments, regions, classes, entities } = scope;
  const parts = [
    tiers && matchList('tier', tiers, subject.tier),
    environments && matchList('environment', environments, subject.environment),
    regions && matchRegions(regions, subject.regions),
    classes && matchList('release class', classes, subject.releaseClass),
    entities === undefined ? undefined : matchEntity(entities, subject),
  ].filter(part => part !== undefined);
  const excluding = parts.find(part => !part.matches);
  if (excluding) return excluding;
  return {
    matches: true,
    reason:
      parts.length === 0
        ? 'The window is for everybody.'
        : parts.map(part => part.reason).join(' '),
  };
}

/**
 * Whether an entity predicate includes an entity, by the rule of {@link scopeMatches}
 * but without words: for asking about every service of a large catalog.
 */
export function predicateIncludes(
  predicate: NonNullable<WindowScope['entities']>,
  entity: WindowSubject['entity'],
): boolean {
  try {
    return evaluateFilterPredicate(predicate, entity);
  } catch {
    return true;
  }
}

function matchList(
  what: string,
  listed: readonly string[],
  actual: string,
): ScopeMatch {
  return listed.includes(actual)
    ? { matches: true, reason: `It is for ${what} ${actual}.` }
    : {
        matches: false,
        reason: `It is for ${what} ${either(listed)}, and this is ${actual}.`,
      };
}

function matchRegions(
  listed: readonly string[],
  actual: readonly string[],
): ScopeMatch {
  if (actual.length === 0) {
    return {
      matches: true,
      reason: `It is for region ${either(
        listed,
      )}; the deployment names no region, so none of them can be excluded.`,
    };
  }
  const touched = actual.filter(region => listed.includes(region));
  return touched.length > 0
    ? { matches: true, reason: `It is for region ${touched.join(' and ')}.` }
    : {
        matches: false,
        reason: `It is for region ${either(
          listed,
        )}, and this goes to ${actual.join(' and ')}.`,
      };
}

function matchEntity(
  predicate: NonNullable<WindowScope['entities']>,
  { entity }: WindowSubject,
): ScopeMatch {
  try {
    return evaluateFilterPredicate(predicate, entity)
      ? { matches: true, reason: 'Its entity filter matches the service.' }
      : {
          matches: false,
          reason: 'Its entity filter does not match the service.',
        };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      matches: true,
      reason: `Its entity filter could not be evaluated (${why}), so the service cannot be excluded.`,
    };
  }
}

function either(listed: readonly string[]): string {
  return listed.join(' or ');
}
