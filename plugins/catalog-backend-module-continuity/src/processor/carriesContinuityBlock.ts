import type { Entity } from '@backstage/catalog-model';
import { CONTINUITY_SPEC_KINDS } from '@continuity/plugin-continuity-common';

const kinds: readonly string[] = CONTINUITY_SPEC_KINDS;

/** Whether an entity is of a kind that may declare, and does declare, `spec.continuity`. */
export function carriesContinuityBlock(entity: Entity): boolean {
  return kinds.includes(entity.kind) && entity.spec?.continuity !== undefined;
}
