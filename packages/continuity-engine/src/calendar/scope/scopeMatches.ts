import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { ScopeDimensions, WindowScope, WindowSubject } from '../types';
import {
  coverageOf,
  describeInstead,
  describeListed,
  describeMet,
  LISTED_DIMENSIONS,
  namesOf,
  type ListedDimension,
} from './dimensions';

/** Whether a window is for a subject, and which part of the scope decided. */
export interface ScopeMatch {
  matches: boolean;
  reason: string;
}

/** What an entity predicate says about an entity; `failed` is not a no. */
export type PredicateOutcome = 'yes' | 'no' | 'failed';

/**
 * Whether a window is for a subject, with the words for it: every dimension of the
 * scope must match, and none of its exceptions may.
 *
 * What cannot be judged never leaves a subject out: a deployment that names no
 * region cannot be excluded by `regions` and is not exempted by `except.regions`,
 * which exempts only what goes nowhere else; a predicate that fails on the entity
 * counts as matching in the scope, and as not matching in its exceptions.
 */
export function scopeMatches(
  scope: WindowScope,
  subject: WindowSubject,
): ScopeMatch {
  const parts = judgeDimensions(scope, subject);
  const excluding = parts.find(part => !part.matches);
  if (excluding) return excluding;
  const exceptions = scope.except ? judgeExceptions(scope.except, subject) : [];
  const exempting = exceptions.find(part => part.matches);
  if (exempting) return { matches: false, reason: exempting.reason };
  let words = parts.length === 0 ? everybody(scope) : parts[0].reason;
  for (const { reason } of parts.slice(1)) words += ` ${reason}`;
  for (const { reason } of exceptions) if (reason) words += ` ${reason}`;
  return { matches: true, reason: words };
}

/** {@link scopeMatches} without words: for asking about many windows or services. */
export function scopeIncludes(
  scope: WindowScope,
  subject: WindowSubject,
): boolean {
  return (
    scopeIncludesAside(scope, subject) &&
    (scope.entities === undefined ||
      predicateIncludes(scope.entities, subject.entity)) &&
    (scope.except?.entities === undefined ||
      predicateOutcome(scope.except.entities, subject.entity) !== 'yes')
  );
}

/**
 * {@link scopeIncludes} with entity predicates left aside, for callers who remember
 * what those say.
 */
export function scopeIncludesAside(
  scope: WindowScope,
  subject: WindowSubject,
): boolean {
  const { except } = scope;
  for (const dimension of LISTED_DIMENSIONS) {
    const listed = scope[dimension];
    if (listed && coverageOf(dimension, listed, subject) === 'none') {
      return false;
    }
    const excepted = except?.[dimension];
    if (excepted && coverageOf(dimension, excepted, subject) === 'all') {
      return false;
    }
  }
  return true;
}

/**
 * Whether an entity predicate includes an entity, by the rule of {@link scopeMatches}
 * but without words: for asking about every service of a large catalog.
 */
export function predicateIncludes(
  predicate: FilterPredicate,
  entity: WindowSubject['entity'],
): boolean {
  return predicateOutcome(predicate, entity) !== 'no';
}

/** What a predicate says about an entity. Never throws. */
export function predicateOutcome(
  predicate: FilterPredicate,
  entity: WindowSubject['entity'],
): PredicateOutcome {
  return askPredicate(predicate, entity).outcome;
}

function everybody({ except }: WindowScope): string {
  return except && Object.keys(except).length > 0
    ? 'The window is for everybody but its exceptions.'
    : 'The window is for everybody.';
}

function judgeDimensions(
  scope: ScopeDimensions,
  subject: WindowSubject,
): ScopeMatch[] {
  // Loops, here and below: a verdict puts dozens of scopes into words.
  const parts: ScopeMatch[] = [];
  for (const dimension of LISTED_DIMENSIONS) {
    const names = scope[dimension];
    if (names) parts.push(judgeListed(dimension, names, subject));
  }
  if (scope.entities !== undefined) {
    parts.push(judgeEntity(scope.entities, subject));
  }
  return parts;
}

function judgeListed(
  dimension: ListedDimension,
  listed: readonly string[],
  subject: WindowSubject,
): ScopeMatch {
  const { on, off } = namesOf(dimension, listed, subject);
  switch (coverageOf(dimension, listed, subject)) {
    case 'unknown':
      return {
        matches: true,
        reason: `It is for ${describeListed(
          dimension,
          listed,
        )}; the deployment names no region, so none of them can be excluded.`,
      };
    case 'none':
      return {
        matches: false,
        reason: `It is for ${describeListed(
          dimension,
          listed,
        )}, and ${describeInstead(dimension, off)}.`,
      };
    default:
      return {
        matches: true,
        reason: `It is for ${describeMet(dimension, on)}.`,
      };
  }
}

function judgeEntity(
  predicate: FilterPredicate,
  { entity }: WindowSubject,
): ScopeMatch {
  const { outcome, why } = askPredicate(predicate, entity);
  if (outcome === 'failed') {
    return {
      matches: true,
      reason: `Its entity filter could not be evaluated (${why}), so the service cannot be excluded.`,
    };
  }
  return outcome === 'yes'
    ? { matches: true, reason: 'Its entity filter matches the service.' }
    : {
        matches: false,
        reason: 'Its entity filter does not match the service.',
      };
}

/** `matches`: exempts the subject. An empty reason: nothing worth saying. */
function judgeExceptions(
  except: ScopeDimensions,
  subject: WindowSubject,
): ScopeMatch[] {
  const parts: ScopeMatch[] = [];
  for (const dimension of LISTED_DIMENSIONS) {
    const names = except[dimension];
    if (names) parts.push(judgeListedException(dimension, names, subject));
  }
  if (except.entities !== undefined) {
    parts.push(judgeEntityException(except.entities, subject));
  }
  return parts;
}

function judgeListedException(
  dimension: ListedDimension,
  listed: readonly string[],
  subject: WindowSubject,
): ScopeMatch {
  const { on, off } = namesOf(dimension, listed, subject);
  switch (coverageOf(dimension, listed, subject)) {
    case 'all':
      return {
        matches: true,
        reason: `It is not for ${describeMet(dimension, on)}.`,
      };
    case 'some':
      return {
        matches: false,
        reason: `It is not for ${describeMet(
          dimension,
          on,
        )}, but this goes to ${off.join(' and ')} too.`,
      };
    case 'unknown':
      return {
        matches: false,
        reason: `It is not for ${describeListed(
          dimension,
          listed,
        )}; the deployment names no region, so it is not exempted.`,
      };
    default:
      return { matches: false, reason: '' };
  }
}

function judgeEntityException(
  predicate: FilterPredicate,
  { entity }: WindowSubject,
): ScopeMatch {
  const { outcome, why } = askPredicate(predicate, entity);
  if (outcome === 'failed') {
    return {
      matches: false,
      reason: `The entity filter of its exceptions could not be evaluated (${why}), so the service is not exempted.`,
    };
  }
  return outcome === 'yes'
    ? {
        matches: true,
        reason: 'The entity filter of its exceptions matches the service.',
      }
    : { matches: false, reason: '' };
}

function askPredicate(
  predicate: FilterPredicate,
  entity: WindowSubject['entity'],
): { outcome: PredicateOutcome; why?: string } {
  try {
    return {
      outcome: evaluateFilterPredicate(predicate, entity) ? 'yes' : 'no',
    };
  } catch (error) {
    return {
      outcome: 'failed',
      why: error instanceof Error ? error.message : String(error),
    };
  }
}
