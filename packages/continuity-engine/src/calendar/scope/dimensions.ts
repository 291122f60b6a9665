import type { ScopeDimensions, WindowSubject } from '../types';

/** The dimensions that are lists of names. */
export type ListedDimension = Exclude<keyof ScopeDimensions, 'entities'>;

/**
 * How much of what a subject is lies on a list: all of it, some of it, none of it, or
 * it cannot be told.
 */
export type Coverage = 'all' | 'some' | 'none' | 'unknown';

interface Dimension {
  /** What a listed name is, e.g. `tier`. */
  noun: string;
  /** What the subject is in this dimension. */
  facts(subject: WindowSubject): readonly string[];
  /** Completes "and this ...", for a subject that is on none of the list. */
  instead(names: readonly string[]): string;
}

const LISTED: Record<ListedDimension, Dimension> = {
  tiers: {
    noun: 'tier',
    facts: ({ tier }) => [tier],
    instead: ([tier]) => `is ${tier}`,
  },
  systems: {
    noun: 'system',
    facts: ({ systems }) => systems,
    instead: systems =>
      systems.length > 0
        ? `is part of ${systems.join(' and ')}`
        : 'is part of none',
  },
  businessFunctions: {
    noun: 'business function',
    facts: ({ businessFunctions }) => businessFunctions,
    instead: functions =>
      functions.length > 0
        ? `supports ${functions.join(' and ')}`
        : 'supports none',
  },
  environments: {
    noun: 'environment',
    facts: ({ environment }) => [environment],
    instead: ([environment]) => `is ${environment}`,
  },
  regions: {
    noun: 'region',
    facts: ({ regions }) => regions,
    instead: regions => `goes to ${regions.join(' and ')}`,
  },
  classes: {
    noun: 'release class',
    facts: ({ releaseClass }) => [releaseClass],
    instead: ([releaseClass]) => `is ${releaseClass}`,
  },
};

/** In the order in which they are judged and described. */
export const LISTED_DIMENSIONS = [
  'tiers',
  'systems',
  'businessFunctions',
  'environments',
  'regions',
  'classes',
] as const satisfies readonly ListedDimension[];

/**
 * How a list covers a subject. Somebody is one tier, in one environment; being in
 * one listed system, or supporting one listed function, is as good as being in all.
 * Regions are what a deployment touches: it may touch some that are listed and some
 * that are not, and one that names none may touch any.
 */
export function coverageOf(
  dimension: ListedDimension,
  listed: readonly string[],
  subject: WindowSubject,
): Coverage {
  const facts = LISTED[dimension].facts(subject);
  if (dimension !== 'regions') {
    return facts.some(fact => listed.includes(fact)) ? 'all' : 'none';
  }
  if (facts.length === 0) return 'unknown';
  if (facts.every(fact => listed.includes(fact))) return 'all';
  return facts.some(fact => listed.includes(fact)) ? 'some' : 'none';
}

/** What the subject is in a dimension, on the list and off it, in words. */
export function namesOf(
  dimension: ListedDimension,
  listed: readonly string[],
  subject: WindowSubject,
): { on: string[]; off: string[] } {
  const facts = LISTED[dimension].facts(subject);
  return {
    on: facts.filter(fact => listed.includes(fact)).map(shortName),
    off: facts.filter(fact => !listed.includes(fact)).map(shortName),
  };
}

/** `tier tier-1 or tier-2`. */
export function describeListed(
  dimension: ListedDimension,
  listed: readonly string[],
): string {
  return `${LISTED[dimension].noun} ${listed.map(shortName).join(' or ')}`;
}

/** `region eu-west-1 and eu-west-2`: what the subject really is, of what is listed. */
export function describeMet(
  dimension: ListedDimension,
  names: readonly string[],
): string {
  return `${LISTED[dimension].noun} ${names.join(' and ')}`;
}

/** `this is tier-3`: what the subject is instead. */
export function describeInstead(
  dimension: ListedDimension,
  names: readonly string[],
): string {
  return `this ${LISTED[dimension].instead(names)}`;
}

/** The kind of a ref goes without saying, and so does the namespace `default`. */
function shortName(name: string): string {
  return name.replace(/^(?:system|businessfunction):(?:default\/)?/, '');
}
