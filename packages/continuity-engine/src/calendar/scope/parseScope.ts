import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { showValue, type Problem } from '../../time';
import type { ScopeDimensions, WindowScope } from '../types';
import { readPredicate } from './predicate';
import type { DeclaredDimensions, DeclaredScope } from './scopeShape';

/** What has to be known to read a scope. */
export interface ScopeContext {
  /**
   * The tiers that exist. When given, a scope that names another tier is a problem:
   * a misspelt tier would otherwise leave the window without anybody to freeze.
   */
  tierIds?: readonly string[];
  /** Namespace of refs that name none. Absent: `default`. */
  defaultNamespace?: string;
}

/** Stricter than the catalog's parser, which takes `system:default/a b` for a name. */
const REF_SHAPE = /^(?:[^:/\s]+:)?(?:[^:/\s]+\/)?[^:/\s]+$/;

const REF_KINDS = {
  systems: {
    kind: 'system',
    expected: 'a reference to a system, e.g. system:default/payments',
  },
  businessFunctions: {
    kind: 'businessfunction',
    expected:
      'a reference to a business function, e.g. businessfunction:default/checkout',
  },
} as const;

/**
 * Reads a scope whose lists were checked already. Refs come back canonical; an empty
 * `except` stays, because in a window it takes the place of its calendar's.
 */
export function parseScope(
  declared: DeclaredScope | undefined,
  path: string,
  context: ScopeContext = {},
): { scope: WindowScope; problems: Problem[] } {
  if (!declared) return { scope: {}, problems: [] };
  const { except, ...dimensions } = declared;
  const own = readDimensions(dimensions, path, context);
  if (except === undefined) {
    return { scope: own.dimensions, problems: own.problems };
  }
  const excepted = readDimensions(except, `${path}.except`, context);
  return {
    scope: { ...own.dimensions, except: excepted.dimensions },
    problems: [...own.problems, ...excepted.problems],
  };
}

/**
 * The scope of a window: its own, and its calendar's for the parts that it leaves
 * out. `except` is one part; an empty one says that the calendar's do not apply.
 */
export function inheritScope(
  calendar: WindowScope,
  own: WindowScope,
): WindowScope {
  // Shared by the windows that say nothing of their own, which are most.
  if (Object.keys(own).length === 0 && !isEmpty(calendar.except)) {
    return calendar;
  }
  const { except, ...dimensions } = { ...calendar, ...own };
  return except && !isEmpty(except) ? { ...dimensions, except } : dimensions;
}

/** An absent one is not. */
function isEmpty(except: ScopeDimensions | undefined): boolean {
  return except !== undefined && Object.keys(except).length === 0;
}

function readDimensions(
  declared: DeclaredDimensions,
  path: string,
  { tierIds, defaultNamespace }: ScopeContext,
): { dimensions: ScopeDimensions; problems: Problem[] } {
  const { tiers, environments, regions, classes, entities } = declared;
  const systems = readRefs(declared, 'systems', path, defaultNamespace);
  const functions = readRefs(
    declared,
    'businessFunctions',
    path,
    defaultNamespace,
  );
  const predicate =
    entities === undefined ? undefined : readPredicate(entities);
  return {
    dimensions: {
      ...(tiers && { tiers }),
      ...(systems.refs && { systems: systems.refs }),
      ...(functions.refs && { businessFunctions: functions.refs }),
      ...(environments && { environments }),
      ...(regions && { regions }),
      ...(classes && { classes }),
      ...(predicate?.ok && { entities: predicate.predicate }),
    },
    problems: [
      ...(tiers && tierIds ? tierProblems(tiers, tierIds, path) : []),
      ...systems.problems,
      ...functions.problems,
      ...(predicate?.ok === false
        ? [{ path: `${path}.entities`, message: predicate.message }]
        : []),
    ],
  };
}

function tierProblems(
  tiers: readonly string[],
  tierIds: readonly string[],
  path: string,
): Problem[] {
  const known = [...tierIds, 'unclassified'];
  return tiers.flatMap((tier, index) =>
    known.includes(tier)
      ? []
      : [
          {
            path: `${path}.tiers.${index}`,
            message: `${showValue(
              tier,
            )} is not a tier; expected one of ${known.join(', ')}`,
          },
        ],
  );
}

/** A ref of another kind is refused: it would quietly match nothing. */
function readRefs(
  declared: DeclaredDimensions,
  part: keyof typeof REF_KINDS,
  path: string,
  defaultNamespace: string | undefined,
): { refs?: string[]; problems: Problem[] } {
  const texts = declared[part];
  if (!texts) return { problems: [] };
  const { kind: defaultKind, expected } = REF_KINDS[part];
  const problems: Problem[] = [];
  const refs = texts.flatMap((text, index) => {
    const ref = REF_SHAPE.test(text)
      ? parseEntityRef(text, { defaultKind, defaultNamespace })
      : undefined;
    if (ref?.kind.toLocaleLowerCase('en-US') === defaultKind) {
      return [stringifyEntityRef(ref)];
    }
    problems.push({
      path: `${path}.${part}.${index}`,
      message: `${showValue(text)} is not ${expected}`,
    });
    return [];
  });
  return { refs, problems };
}
