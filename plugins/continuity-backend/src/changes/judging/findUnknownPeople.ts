import type { ChangeContent, Problem } from '@continuity/engine';

/**
 * Whom a change names and the catalog does not have, each with its field: nobody could
 * reach them, and an exclusion of somebody misspelt excludes nobody.
 *
 * @param unknown - refs
 */
export function findUnknownPeople(
  {
    implementer,
    committers = [],
    rollbackPlan,
  }: Pick<ChangeContent, 'implementer' | 'committers' | 'rollbackPlan'>,
  unknown: readonly string[],
): Problem[] {
  return [
    problemOf('implementer', implementer, unknown),
    ...committers.map((ref, index) =>
      problemOf(`committers.${index}`, ref, unknown),
    ),
    problemOf(
      'rollbackPlan.decisionOwner',
      rollbackPlan?.decisionOwner,
      unknown,
    ),
  ].flat();
}

function problemOf(
  path: string,
  ref: string | undefined,
  unknown: readonly string[],
): Problem[] {
  return ref === undefined || !unknown.includes(ref)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(
            ref,
          )} is not in the catalog; expected somebody who is`,
        },
      ];
}
