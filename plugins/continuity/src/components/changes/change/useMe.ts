import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useResource } from '@continuity/plugin-continuity-react';

/** Ref of the reader. Absent until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const me = useResource(() => identity.getBackstageIdentity(), 'me');
  return me.state === 'ready' ? me.value.userEntityRef : undefined;
}
