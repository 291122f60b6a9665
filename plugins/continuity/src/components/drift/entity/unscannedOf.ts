import type { Environment } from '@continuity/plugin-continuity-react';
import type { DriftScan } from '@continuity/plugin-continuity-common';
import type { Place } from '../shared/placeOf';

/**
 * Places of a service of which no scan against Git is known. A scan that names no region is
 * of the environment as a whole.
 */
export function unscannedOf(
  environments: readonly Environment[],
  scans: readonly DriftScan[],
): Place[] {
  const ofGit = scans.filter(({ against }) => against === 'git');
  return environments
    .filter(
      ({ name, region }) =>
        !ofGit.some(
          scan =>
            scan.environment === name &&
            (scan.region === undefined || scan.region === region),
        ),
    )
    .map(({ name, region }) => ({
      environment: name,
      ...(region && { region }),
    }));
}
