import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityWindowAdministerPermission,
  continuityWindowCreatePermission,
} from '@continuity/plugin-continuity-common';

/**
 * Whether the reader can make windows at all, for a group of theirs or for everybody.
 * Undefined until it is known.
 */
export function useMayMakeWindows(): boolean | undefined {
  const create = usePermission({
    permission: continuityWindowCreatePermission,
  });
  const administer = usePermission({
    permission: continuityWindowAdministerPermission,
  });
  if (create.allowed || administer.allowed) return true;
  return create.loading || administer.loading ? undefined : false;
}
