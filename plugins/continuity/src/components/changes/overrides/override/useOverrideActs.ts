import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityOverrideApprovePermission,
  continuityOverrideRequestPermission,
  continuityOverrideReviewPermission,
  type Override,
} from '@continuity/plugin-continuity-common';
import { useMe } from '../../change/useMe';
import { actsOn, type OverrideActs } from './actsOn';

/** What the reader may do to an override. Absent until it is known who they are. */
export function useOverrideActs(override: Override): OverrideActs | undefined {
  const me = useMe();
  const request = usePermission({
    permission: continuityOverrideRequestPermission,
  });
  const approve = usePermission({
    permission: continuityOverrideApprovePermission,
  });
  const review = usePermission({
    permission: continuityOverrideReviewPermission,
  });
  if (
    me === undefined ||
    [request, approve, review].some(({ loading }) => loading)
  ) {
    return undefined;
  }
  return actsOn(override, me, {
    request: request.allowed,
    approve: approve.allowed,
    review: review.allowed,
  });
}
