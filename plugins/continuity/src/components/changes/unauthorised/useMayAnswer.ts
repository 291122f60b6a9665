import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityChangeAdministerPermission,
  continuityChangeUpdatePermission,
} from '@continuity/plugin-continuity-common';

/**
 * Whether the reader may answer for deployments at all; whether for a particular one, because
 * they own it, is judged by the backend.
 */
export function useMayAnswer(): boolean {
  const update = usePermission({
    permission: continuityChangeUpdatePermission,
  });
  const administer = usePermission({
    permission: continuityChangeAdministerPermission,
  });
  return update.allowed || administer.allowed;
}
