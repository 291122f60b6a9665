import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityGraphApprovePermission,
  continuityGraphExemptPermission,
  type GraphFinding,
} from '@continuity/plugin-continuity-common';
import { useResource } from '@continuity/plugin-continuity-react';

export type ExemptionAction = 'request' | 'approve' | 'refuse' | 'revoke';

/** What the reader can do next, by where the exemption stands and by what they may. */
export interface ExemptionRights {
  actions: ExemptionAction[];
  /** Waits, and the reader asked for it: somebody else decides. */
  own: boolean;
  /** The permission that is lacking for what others could do. Absent: none. */
  lacking?: string;
}

/** Undefined until it is known. */
export function useExemptionRights({
  exemption,
}: GraphFinding): ExemptionRights | undefined {
  const identity = useApi(identityApiRef);
  const me = useResource(() => identity.getBackstageIdentity(), 'me');
  const ask = usePermission({ permission: continuityGraphExemptPermission });
  const decide = usePermission({
    permission: continuityGraphApprovePermission,
  });
  if (me.state === 'loading' || ask.loading || decide.loading) return undefined;

  const own =
    exemption?.state === 'requested' &&
    me.state === 'ready' &&
    exemption.requestedBy === me.value.userEntityRef;
  const revoke: ExemptionAction[] =
    ask.allowed || decide.allowed ? ['revoke'] : [];
  switch (exemption?.state) {
    case 'requested':
      return {
        own,
        actions: [
          ...(decide.allowed && !own ? (['approve', 'refuse'] as const) : []),
          ...revoke,
        ],
        ...(!decide.allowed &&
          !own && { lacking: continuityGraphApprovePermission.name }),
      };
    case 'in-force':
      return {
        own,
        actions: revoke,
        ...(revoke.length === 0 && {
          lacking: continuityGraphApprovePermission.name,
        }),
      };
    default:
      return {
        own,
        actions: ask.allowed ? ['request'] : [],
        ...(!ask.allowed && { lacking: continuityGraphExemptPermission.name }),
      };
  }
}
