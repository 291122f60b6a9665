import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { parseContinuitySpec, type Problem } from '@continuity/engine';
import {
  CONTINUITY_SPEC_KINDS,
  type BusinessFunctionEntityV1,
} from '@continuity/plugin-continuity-common';
import { entityRefListProblems } from './entityRefProblems';
import { isObject } from './isObject';
import { ownerProblems } from './ownerProblems';
import { problem } from './problem';

const FIELDS = ['owner', 'tier', 'rto', 'impact', 'peaks', 'supportedBy'];
const PEAK_FIELDS = ['title', 'description'];

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
    ...peakProblems(spec.peaks),
    ...entityRefListProblems('spec.supportedBy', spec.supportedBy, {
      namespace,
      kinds: CONTINUITY_SPEC_KINDS,
      example: 'component:default/payments-api',
    }),
  ];
}

/**
 * Tier, RTO and impact analysis mean the same here as in `spec.continuity`, so
 * the same rules read them.
 */
function objectiveProblems(spec: Record<string, unknown>): Problem[] {
  const declared = ['tier', 'rto', 'impact'].filter(
    field => spec[field] !== undefined,
  );
  return parseContinuitySpec(
    Object.fromEntries(declared.map(field => [field, spec[field]])),
    'spec',
  ).problems;
}

function peakProblems(value: unknown): Problem[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    return [problem('spec.peaks', value, 'a list, e.g. [{ title: Payday }]')];
  }
  return value.flatMap((peak: unknown, index) => {
    const path = `spec.peaks.${index}`;
    if (!isObject(peak)) {
      return [problem(path, peak, 'a peak, e.g. { title: Payday }')];
    }
    const { title, description } = peak;
    return [
      ...unknownFieldProblems(path, peak, PEAK_FIELDS),
      ...(typeof title === 'string' && title.trim() !== ''
        ? []
        : [problem(`${path}.title`, title, 'a text, e.g. Payday')]),
      ...(description === undefined || typeof description === 'string'
        ? []
        : [problem(`${path}.description`, description, 'a text')]),
    ];
  });
}

/**
 * Fields that nobody reads. They are refused, not ignored: a misspelt `rot`
 * would otherwise quietly mean that no objective was declared.
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
