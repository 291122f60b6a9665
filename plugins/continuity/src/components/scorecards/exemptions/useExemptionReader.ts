import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityScorecardApprovePermission,
  continuityScorecardExemptPermission,
} from '@continuity/plugin-continuity-common';
import { useMe } from '../../changes/change/useMe';
import type { ExemptionReader } from './exemptionActs';

/** What the reader may do about exemptions. Undefined until it is known. */
export function useExemptionReader(): ExemptionReader | undefined {
  const me = useMe();
  const ask = usePermission({
    permission: continuityScorecardExemptPermission,
  });
  const decide = usePermission({
    permission: continuityScorecardApprovePermission,
  });
  if (ask.loading || decide.loading) return undefined;
  return {
    ...(me !== undefined && { me }),
    mayAsk: ask.allowed,
    mayDecide: decide.allowed,
  };
}
