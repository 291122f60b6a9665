import { usePermission } from '@backstage/plugin-permission-react';
import { continuityOperationsRetryPermission } from '@continuity/plugin-continuity-common';

/**
 * Whether the reader may have things run, or tried again, and does not only look on.
 * Undefined until it is known.
 */
export function useMayRetry(): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: continuityOperationsRetryPermission,
  });
  return loading ? undefined : allowed;
}
