import { usePermission } from '@backstage/plugin-permission-react';
import { continuityOverrideRequestPermission } from '@continuity/plugin-continuity-common';

/** Whether the reader can ask for overrides. Undefined until it is known. */
export function useMayAsk(): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: continuityOverrideRequestPermission,
  });
  return loading ? undefined : allowed;
}
