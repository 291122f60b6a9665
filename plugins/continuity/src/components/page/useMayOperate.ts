import { usePermission } from '@backstage/plugin-permission-react';
import { continuityOperationsReadPermission } from '@continuity/plugin-continuity-common';

/**
 * Whether the reader runs the service, and is offered the page about that; undefined until
 * it is known. The page itself says what others lack.
 */
export function useMayOperate(): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: continuityOperationsReadPermission,
  });
  return loading ? undefined : allowed;
}
