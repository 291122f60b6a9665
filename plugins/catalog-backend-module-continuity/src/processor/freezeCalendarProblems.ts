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
  const spec: unknown = entity.spec;
  const { owner, freezes } = isObject(spec) ? spec : {};
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  // Of an entry of `freezes` the engine does not ask what it is.
  const problems = parseFreezeCalendar(entity).problems.filter(
    ({ path }) => !/^spec\.freezes\b/.test(path),
  );
  const ownerIsWrong = problems.some(({ path }) =>
    ['spec', 'spec.owner'].includes(path),
  );
  return [
    ...problems,
    ...(ownerIsWrong ? [] : ownerProblems(owner, namespace)),
    ...freezesProblems(freezes, namespace),
  ];
}

function freezesProblems(freezes: unknown, namespace: string): Problem[] {
  const namesNone = Array.isArray(freezes) && freezes.length === 0;
  return freezes === undefined || namesNone
    ? []
    : entityRefListProblems('spec.freezes', freezes, {
        namespace,
        kinds: CONTINUITY_SPEC_KINDS,
        example: 'component:default/payments-api',
      });
}
