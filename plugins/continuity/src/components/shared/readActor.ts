/** What an entity ref of the catalog looks like when it is written out. */
export const REF = /^[A-Za-z0-9._-]+:[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

/** Who did something, as the backend writes it down. */
export interface Actor {
  /**
   * `itself` Continuity, e.g. when a time was up; `part` another plugin of the portal;
   * `service` whoever has a token, or another system; `collector` what asks other systems;
   * `other` says itself what it is, e.g. the address of a pipeline.
   */
  is: 'entity' | 'itself' | 'part' | 'service' | 'collector' | 'other';
  /** Without what says of which sort it is. */
  name: string;
}

const ITSELF = new Set(['service:continuity', 'service:plugin:continuity']);

/** Longer ones first. */
const SORTS = [
  ['service:plugin:', 'part'],
  ['service:external:', 'service'],
  ['plugin:', 'part'],
  ['external:', 'service'],
  ['service:', 'service'],
  ['collector:', 'collector'],
] as const;

/** @param ref - e.g. `user:default/anna`, `service:external:ci` or `collector:oci` */
export function readActor(ref: string): Actor {
  if (ITSELF.has(ref)) return { is: 'itself', name: ref };
  if (REF.test(ref)) return { is: 'entity', name: ref };
  const sort = SORTS.find(([prefix]) => ref.startsWith(prefix));
  return sort
    ? { is: sort[1], name: ref.slice(sort[0].length) }
    : { is: 'other', name: ref };
}
