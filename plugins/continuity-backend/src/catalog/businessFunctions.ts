import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createFunctionMembership, showValue } from '@continuity/engine';
import {
  type EntityVersions,
  type Standing,
  standingOf,
  type VersionReading,
} from './standing';

/** A BusinessFunction of the catalog. */
export interface DeclaredFunction {
  ref: string;
  versions: EntityVersions;
  /** Canonical refs of what it cannot do without. */
  supportedBy: Standing<string[]>;
}

/** Refs of the business functions that a service, or one of its systems, supports. */
export type FunctionMembership = (
  entityRef: string,
  systems: readonly string[],
) => readonly string[];

/** Reads a BusinessFunction of the catalog. Never throws. */
export function declareFunction(versions: EntityVersions): DeclaredFunction {
  return {
    ref: stringifyEntityRef(versions.newest),
    versions,
    supportedBy: standingOf(versions, readSupporters),
  };
}

/**
 * Who supports which functions. Of a function of which no version says so, every service
 * may be a supporter, so every service is: a window for that function is for all of them.
 */
export function membershipOf(
  functions: Iterable<DeclaredFunction>,
): FunctionMembership {
  const told: { ref: string; supportedBy: readonly string[] }[] = [];
  const untold: string[] = [];
  for (const { ref, supportedBy } of functions) {
    if (supportedBy.state === 'closed') {
      untold.push(ref);
    } else {
      told.push({ ref, supportedBy: supportedBy.value });
    }
  }
  const membership = createFunctionMembership(told);
  return untold.length === 0
    ? membership
    : (entityRef, systems) =>
        [...membership(entityRef, systems), ...untold].sort();
}

/** What one version says that it is supported by. */
export function readSupporters(entity: Entity): VersionReading<string[]> {
  const named: unknown = entity.spec?.supportedBy;
  if (!Array.isArray(named)) {
    return refuse(named, 'a list of entity refs');
  }
  const refs = named.map(ref =>
    typeof ref === 'string'
      ? canonicalRef(ref, entity.metadata.namespace)
      : undefined,
  );
  const unread = refs.indexOf(undefined);
  return unread < 0
    ? { ok: true, value: refs.filter(ref => ref !== undefined) }
    : refuse(
        named[unread],
        'an entity ref that names its kind, e.g. component:default/payments-api',
      );
}

function refuse(value: unknown, expected: string): VersionReading<string[]> {
  return {
    ok: false,
    problem:
      value === undefined
        ? `spec.supportedBy: is missing; expected ${expected}`
        : `spec.supportedBy: ${showValue(value)} is not ${expected}`,
  };
}

function canonicalRef(
  ref: string,
  defaultNamespace: string | undefined,
): string | undefined {
  try {
    return /\s/.test(ref)
      ? undefined
      : stringifyEntityRef(parseEntityRef(ref, { defaultNamespace }));
  } catch {
    return undefined;
  }
}
