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
    ...dependencyProblems(entity, block).filter(({ path }) => !said.has(path)),
  ];
}

/** What only the catalog can know of a dependency: that it can be a relation, and whose. */
function dependencyProblems(entity: Entity, block: unknown): Problem[] {
  const dependencies = isObject(block) ? block.dependencies : undefined;
  if (!Array.isArray(dependencies)) {
    return [];
  }
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return dependencies.flatMap((dependency: unknown, index) => {
    const path = `spec.continuity.dependencies.${index}.ref`;
    const ref = isObject(dependency) ? dependency.ref : undefined;
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
  });
}
