import type { Entity } from '@backstage/catalog-model';
import { CONTINUITY_SPEC_KINDS } from '@continuity/plugin-continuity-common';

const kinds: readonly string[] = CONTINUITY_SPEC_KINDS;

/** Whether an entity is of a kind that may declare `spec.continuity`. */
export function mayDeclareContinuity(entity: Entity): boolean {
  return kinds.includes(entity.kind);
}

/** Whether an entity is of a kind that may declare, and does declare, `spec.continuity`. */
export function carriesContinuityBlock(entity: Entity): boolean {
  return mayDeclareContinuity(entity) && entity.spec?.continuity !== undefined;
}
