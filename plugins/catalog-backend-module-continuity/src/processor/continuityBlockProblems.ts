import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  parseContinuitySpec,
  showValue,
  type Problem,
} from '@continuity/engine';
import { entityRefProblems } from './entityRefProblems';
import { isObject } from './isObject';

/** What is wrong with `spec.continuity`; nothing when it is fine. */
export function continuityBlockProblems(entity: Entity): Problem[] {
  const block: unknown = entity.spec?.continuity;
  const { problems } = parseContinuitySpec(block);
  const said = new Set(problems.map(({ path }) => path));
  return [
    ...problems,
    ...[
      ...dependencyProblems(entity, block),
      ...contractProblems(entity, block),
    ].filter(({ path }) => !said.has(path)),
  ];
}

/** A contract with a vendor on something that nobody sells would never be looked at. */
function contractProblems(entity: Entity, block: unknown): Problem[] {
  if (!isObject(block) || block.saas === undefined) {
    return [];
  }
  const { kind, spec } = entity;
  const path = 'spec.continuity.saas';
  if (kind !== 'Resource' || spec?.type !== 'saas') {
    return [
      {
        path,
        message: `has no meaning on a ${kind} of type ${showValue(
          spec?.type,
        )}; expected it on a Resource of type "saas"`,
      },
    ];
  }
  const substitutes = isObject(block.saas) ? block.saas.substitutes : undefined;
  if (!Array.isArray(substitutes)) {
    return [];
  }
  return substitutes.flatMap((ref: unknown, index) =>
    refToAnother(entity, `${path}.substitutes.${index}`, ref),
  );
}

/** What only the catalog can know of a dependency: that it can be a relation, and whose. */
function dependencyProblems(entity: Entity, block: unknown): Problem[] {
  const dependencies = isObject(block) ? block.dependencies : undefined;
  if (!Array.isArray(dependencies)) {
    return [];
  }
  return dependencies.flatMap((dependency: unknown, index) =>
    refToAnother(
      entity,
      `spec.continuity.dependencies.${index}.ref`,
      isObject(dependency) ? dependency.ref : undefined,
    ),
  );
}

function refToAnother(entity: Entity, path: string, ref: unknown): Problem[] {
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const problems = entityRefProblems(path, ref, {
    namespace,
    example: 'component:default/ledger',
  });
  if (problems.length > 0 || typeof ref !== 'string') {
    return problems;
  }
  const target = parseEntityRef(ref, { defaultNamespace: namespace });
  return stringifyEntityRef(target) === stringifyEntityRef(entity)
    ? [
        {
          path,
          message: `${showValue(ref)} is the entity itself; expected another`,
        },
      ]
    : [];
}
