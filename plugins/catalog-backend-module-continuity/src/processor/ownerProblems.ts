import type { Problem } from '@continuity/engine';
import { entityRefProblems } from './entityRefProblems';

/** What is wrong with `spec.owner`; nothing when it is fine. */
export function ownerProblems(owner: unknown, namespace: string): Problem[] {
  return entityRefProblems('spec.owner', owner, {
    namespace,
    defaultKind: 'Group',
    kinds: ['Group', 'User'],
    example: 'group:default/payments',
  });
}
