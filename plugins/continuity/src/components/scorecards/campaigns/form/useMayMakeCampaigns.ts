import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityCampaignAdministerPermission,
  continuityCampaignCreatePermission,
} from '@continuity/plugin-continuity-common';

/**
 * Whether the reader can make campaigns, for a team of theirs or for any. Undefined until
 * it is known.
 */
export function useMayMakeCampaigns(): boolean | undefined {
  const create = usePermission({
    permission: continuityCampaignCreatePermission,
  });
  const administer = usePermission({
    permission: continuityCampaignAdministerPermission,
  });
  if (create.allowed || administer.allowed) return true;
  return create.loading || administer.loading ? undefined : false;
}
