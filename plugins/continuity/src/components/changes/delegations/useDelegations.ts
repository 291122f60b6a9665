import type { ApprovalDelegation } from '@continuity/plugin-continuity-common';
import {
  useApprovalDelegations,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useMe } from '../change/useMe';

/** Delegations of the reader, by which side of them they are on. */
export interface Delegations {
  given: ApprovalDelegation[];
  received: ApprovalDelegation[];
}

/** Who decides in the reader's place, and in whose place they decide. */
export function useDelegations(): Resource<Delegations> {
  const me = useMe()?.toLowerCase();
  const found = useApprovalDelegations();
  if (found.state !== 'ready') return found;
  if (me === undefined) return { state: 'loading' };
  const given = found.value.filter(({ from }) => from.toLowerCase() === me);
  return {
    ...found,
    value: {
      given,
      received: found.value.filter(one => !given.includes(one)),
    },
  };
}
