import type { DriftReport } from '@continuity/engine';
import type { ClusterError } from '@continuity/kubernetes-reader';
import type { CollectorProblem } from '@continuity/plugin-continuity-node';
import type { ClusterSettings } from './config';

/** Why a cluster said nothing at all, and what to do. */
export function problemOfCluster(
  { name, region }: Pick<ClusterSettings, 'name' | 'region'>,
  { message, status }: ClusterError,
): CollectorProblem {
  return {
    place: name,
    ...(region !== undefined && { region }),
    reason: `Nothing is known of what runs in ${name}: ${message}.`,
    ...(status === 401 && {
      remedy: `Give a token that is valid as serviceAccountToken of ${name}, under kubernetes.clusterLocatorMethods, and start the backend again.`,
    }),
    ...(status === undefined && {
      remedy: `See whether the address and the certificate of ${name} are right under kubernetes.clusterLocatorMethods, and whether the portal reaches it.`,
    }),
  };
}

/** What of a scan could not be compared. Absent: everything was. */
export function problemOfScan({
  problems,
}: Pick<DriftReport, 'problems'>):
  | Pick<CollectorProblem, 'reason' | 'remedy'>
  | undefined {
  if (problems.length === 0) return undefined;
  const [{ message }] = problems;
  const more = problems.length - 1;
  const isRefused = problems.some(one => one.message.includes('(403)'));
  return {
    reason: `Not everything was compared: ${message}${
      more > 0 ? `; and ${more} more` : ''
    }.`,
    ...(isRefused && {
      remedy:
        'Grant list on these kinds to the service account of the portal, in every namespace that is compared.',
    }),
  };
}
