import { InputError } from '@backstage/errors';
import { UNCLASSIFIED } from '../../fleet/FleetIndex';
import { canonicalRef } from '../../http';
import { ownerOf } from '../model/entityFacts';
import type { GraphSnapshot } from '../types';

/** What a list of nodes is narrowed to; an absent part excludes nothing. */
export interface NodeFilter {
  /** Canonical ref, or `none`. */
  owner?: string;
  /** Tier id or `unclassified`. */
  tier?: string;
  /** Kind of the entity, lower case. */
  kind?: string;
  /** Lower case. */
  text?: string;
}

/** @throws InputError that names the field */
export function readNodeFilter(given: {
  owner?: string;
  tier?: string;
  kind?: string;
  text?: string;
}): NodeFilter {
  const { owner, tier, kind, text } = given;
  return {
    ...(owner !== undefined && { owner: readOwner(owner) }),
    ...(tier !== undefined && { tier }),
    ...(kind !== undefined && { kind: kind.toLocaleLowerCase('en-US') }),
    ...(text !== undefined && { text: text.trim().toLocaleLowerCase('en-US') }),
  };
}

export function readOwner(owner: string): string {
  if (owner === 'none') {
    return owner;
  }
  if (!owner.includes(':')) {
    throw new InputError(
      `owner: "${owner}" is not an entity ref, e.g. group:default/payments, nor "none"`,
    );
  }
  return canonicalRef('owner', owner);
}

export function passes(
  ref: string,
  { owner, tier, kind, text }: NodeFilter,
  snapshot: GraphSnapshot,
): boolean {
  if (kind !== undefined && !ref.startsWith(`${kind}:`)) {
    return false;
  }
  if (owner === undefined && tier === undefined && text === undefined) {
    return true;
  }
  const found = snapshot.entry(ref);
  if (
    tier !== undefined &&
    (found?.profile.tier?.id ?? UNCLASSIFIED) !== tier
  ) {
    return false;
  }
  if (owner !== undefined) {
    const own = found && ownerOf(found.entity);
    if ((own ?? 'none') !== owner) {
      return false;
    }
  }
  if (text === undefined || text === '') {
    return true;
  }
  const title = found?.entity.metadata.title ?? '';
  return `${ref} ${title}`.toLocaleLowerCase('en-US').includes(text);
}
