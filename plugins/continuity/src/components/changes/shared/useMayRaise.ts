import { usePermission } from '@backstage/plugin-permission-react';
import { continuityChangeCreatePermission } from '@continuity/plugin-continuity-common';

/** Whether the reader can raise changes. Undefined until it is known. */
export function useMayRaise(): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: continuityChangeCreatePermission,
  });
  return loading ? undefined : allowed;
}
