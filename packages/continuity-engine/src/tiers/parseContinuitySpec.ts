import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { readShape, showValue, strictShape, textThat } from '../time';
import type { Problem } from '../time';
import {
  ENVIRONMENT_ROLES,
  duration,
  entityRef,
  impactCategory,
  listOf,
  name,
  oneOf,
  share,
  words,
} from './fields';
import { repeatedInContract, saasContract } from './saasContract';
import type { ContinuitySpec } from './types';

const impact = strictShape('a line of an impact analysis', {
  category: impactCategory,
  intolerableAfter: duration,
  description: words.optional(),
});

const environment = strictShape('an environment', {
  name: textThat('an environment name, e.g. production', isPlaceName),
  region: textThat('a region, e.g. eu-west-1', isPlaceName).optional(),
  role: oneOf(ENVIRONMENT_ROLES).optional(),
});

const RECOVERY_STEP = 'a whole number from 0 to 254';

const dependency = strictShape('a dependency', {
  ref: entityRef,
  strength: oneOf(['hard', 'soft']).optional(),
  group: name.optional(),
  minAvailable: z
    .int({ error: 'a whole number of at least 1' })
    .min(1, { error: 'a whole number of at least 1' })
    .optional(),
  recoveryStep: z
    .int({ error: RECOVERY_STEP })
    .min(0, { error: RECOVERY_STEP })
    .max(254, { error: RECOVERY_STEP })
    .optional(),
});

const continuitySpec = strictShape('a continuity block', {
  tier: name.optional(),
  rto: duration.optional(),
  rpo: duration.optional(),
  impact: listOf('a list of impacts', impact).optional(),
  rollbackOwner: textThat(
    'a reference to a user or group, e.g. group:default/team-payments',
    isOwnerRef,
  ).optional(),
  environments: listOf('a list of environments', environment).optional(),
  dependencies: z
    .array(dependency, { error: 'a list of dependencies' })
    .optional(),
  availability: share.optional(),
  availabilityTarget: share.optional(),
  recoveryTime: duration.optional(),
  saas: saasContract.optional(),
});

/**
 * Reads `spec.continuity` of an entity. Keys that are not known are problems too:
 * a misspelt `rto` would otherwise leave a service without an objective unseen.
 *
 * @param path - Where the block stands, for the problems.
 * @returns the block when there is no problem, and every problem otherwise.
 */
export function parseContinuitySpec(
  value: unknown,
  path: string = 'spec.continuity',
): { spec: ContinuitySpec | undefined; problems: Problem[] } {
  const reading = readShape(continuitySpec, value, path);
  if (!reading.ok) return { spec: undefined, problems: reading.problems };
  const spec: ContinuitySpec = reading.value;
  const problems = [
    ...repeatedImpacts(spec, path),
    ...repeatedEnvironments(spec, path),
    ...repeatedDependencies(spec, path),
    ...unreachableGroups(spec, path),
    ...repeatedInContract(spec.saas, `${path}.saas`),
  ];
  return { spec: problems.length === 0 ? spec : undefined, problems };
}

/** Clouds and clusters use more than dashes in their names. */
function isPlaceName(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(value);
}

function isOwnerRef(value: string): boolean {
  try {
    const { kind } = parseEntityRef(value);
    return ['user', 'group'].includes(kind.toLocaleLowerCase('en-US'));
  } catch {
    return false;
  }
}

/** Two answers to one question: which of them holds would be a guess. */
function repeatedImpacts(spec: ContinuitySpec, path: string): Problem[] {
  return repeated(
    spec.impact ?? [],
    impactLine => impactLine.category,
    (key, first, index) => ({
      path: `${path}.impact.${index}.category`,
      message: `${showValue(
        key,
      )} stands at ${path}.impact.${first} already; expected each category once`,
    }),
  );
}

function repeatedEnvironments(spec: ContinuitySpec, path: string): Problem[] {
  return repeated(
    spec.environments ?? [],
    ({ name: own, region }) =>
      region === undefined ? own : `${own} in ${region}`,
    (key, first, index) => ({
      path: `${path}.environments.${index}`,
      message: `${showValue(
        key,
      )} stands at ${path}.environments.${first} already; expected each name once per region`,
    }),
  );
}

function repeatedDependencies(spec: ContinuitySpec, path: string): Problem[] {
  return repeated(
    spec.dependencies ?? [],
    ({ ref }) => stringifyEntityRef(parseEntityRef(ref)),
    (key, first, index) => ({
      path: `${path}.dependencies.${index}.ref`,
      message: `${showValue(
        key,
      )} stands at ${path}.dependencies.${first} already; expected each dependency once`,
    }),
  );
}

/** A group that needs more members than it has can never be up. */
function unreachableGroups(spec: ContinuitySpec, path: string): Problem[] {
  const dependencies = spec.dependencies ?? [];
  return dependencies.flatMap((member, index) => {
    const { group, minAvailable } = member;
    if (minAvailable === undefined) return [];
    const at = `${path}.dependencies.${index}.minAvailable`;
    if (group === undefined) {
      return [
        {
          path: at,
          message: `${minAvailable} has no meaning without a group; expected group beside it`,
        },
      ];
    }
    const size = dependencies.filter(other => other.group === group).length;
    return minAvailable > size
      ? [
          {
            path: at,
            message: `${minAvailable} is more than the ${size} in group ${showValue(
              group,
            )}; expected at most ${size}`,
          },
        ]
      : [];
  });
}

function repeated<T>(
  items: T[],
  keyOf: (item: T) => string,
  toProblem: (key: string, first: number, index: number) => Problem,
): Problem[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return [];
    }
    return [toProblem(key, first, index)];
  });
}
