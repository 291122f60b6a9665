import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { parseFreezeCalendar, type Problem } from '@continuity/engine';
import {
  CONTINUITY_SPEC_KINDS,
  type FreezeCalendarEntityV1,
} from '@continuity/plugin-continuity-common';
import { entityRefListProblems } from './entityRefProblems';
import { isObject } from './isObject';
import { ownerProblems } from './ownerProblems';

/** What is wrong with a freeze calendar; nothing when it is fine. */
export function freezeCalendarProblems(
  entity: FreezeCalendarEntityV1,
): Problem[] {
  const { problems } = parseFreezeCalendar(entity);
  const said = new Set(problems.map(({ path }) => path));
  return [
    ...problems,
    ...refProblems(entity).filter(({ path }) => !said.has(path)),
  ];
}

/** The refs that become relations. */
function refProblems(entity: FreezeCalendarEntityV1): Problem[] {
  const spec: unknown = entity.spec;
  if (!isObject(spec)) {
    return [];
  }
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return [
    ...ownerProblems(spec.owner, namespace),
    ...(spec.freezes === undefined
      ? []
      : entityRefListProblems('spec.freezes', spec.freezes, {
          namespace,
          kinds: CONTINUITY_SPEC_KINDS,
          example: 'component:default/payments-api',
        })),
  ];
}
