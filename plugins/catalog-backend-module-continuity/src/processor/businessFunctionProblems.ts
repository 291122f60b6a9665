import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import {
  parseContinuitySpec,
  parsePeaks,
  type Problem,
} from '@continuity/engine';
import {
  CONTINUITY_SPEC_KINDS,
  type BusinessFunctionEntityV1,
} from '@continuity/plugin-continuity-common';
import { entityRefListProblems } from './entityRefProblems';
import { isObject } from './isObject';
import { ownerProblems } from './ownerProblems';
import { problem } from './problem';

const FIELDS = [
  'owner',
  'tier',
  'rto',
  'availabilityTarget',
  'impact',
  'peaks',
  'supportedBy',
];

/** What is wrong with a business function; nothing when it is fine. */
export function businessFunctionProblems(
  entity: BusinessFunctionEntityV1,
): Problem[] {
  const spec: unknown = entity.spec;
  if (!isObject(spec)) {
    return [problem('spec', spec, 'an object with owner and supportedBy')];
  }
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return [
    ...unknownFieldProblems('spec', spec, FIELDS),
    ...ownerProblems(spec.owner, namespace),
    ...objectiveProblems(spec),
    ...parsePeaks(spec.peaks, { namespace }).problems,
    ...entityRefListProblems('spec.supportedBy', spec.supportedBy, {
      namespace,
      kinds: CONTINUITY_SPEC_KINDS,
      example: 'component:default/payments-api',
    }),
  ];
}

/**
 * Tier, RTO, availability target and impact analysis mean the same here as in `spec.continuity`, so
 * the same rules read them.
 */
function objectiveProblems(spec: Record<string, unknown>): Problem[] {
  const declared = ['tier', 'rto', 'availabilityTarget', 'impact'].filter(
    field => spec[field] !== undefined,
  );
  return parseContinuitySpec(
    Object.fromEntries(declared.map(field => [field, spec[field]])),
    'spec',
  ).problems;
}

/**
 * Fields that nobody reads. They are named, not passed over: a misspelt `rot` would
 * otherwise quietly mean that no objective was declared.
 */
function unknownFieldProblems(
  path: string,
  value: Record<string, unknown>,
  known: readonly string[],
): Problem[] {
  return Object.keys(value)
    .filter(field => !known.includes(field))
    .map(field => ({
      path: `${path}.${field}`,
      message: `"${field}" is not known here; expected one of ${known.join(
        ', ',
      )}`,
    }));
}
