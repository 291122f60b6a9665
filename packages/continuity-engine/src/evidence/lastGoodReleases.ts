import type { Instant } from '../time/types';
import { deployment, rollbackExecution } from './kinds';
import { serves } from './latestEvidence';
import type { Evidence } from './types';

/** Something that lies in registries, by the content that it has. */
export interface ReleaseArtifact {
  /** Without its registry. Absent: nobody reported where it lies. */
  repository?: string;
  /** `sha256:...` */
  digest: string;
}

/** What one goes back to, in one environment. */
export interface GoodRelease {
  environment: string;
  /** Absent: deployments there name no region. */
  region?: string;
  version: string;
  /** When it was seen to be deployed. */
  deployedAt: Instant;
  /** Empty: no report of it says what it is made of. */
  artifacts: ReleaseArtifact[];
  /** Id of the report. */
  evidence: string;
}

/** Where a service is deployed to. */
interface Place {
  environment: string;
  region?: string;
}

/**
 * The last good release of each environment, and of each region where deployments name
 * regions: the newest that was deployed with success, and was not left by a rollback since.
 * After a rollback it is the version that was gone back to.
 *
 * There is none where no deployment succeeded, and where somebody went back to a version of
 * whose deployment nothing is known.
 *
 * @param evidence - of one entity; deployments and rollbacks, in any order
 * @param declared - where the service is deployed to by the catalog; another place counts as
 * long as a deployment to it has not expired
 */
export function lastGoodReleases(
  evidence: readonly Evidence[],
  { now, declared }: { now: Instant; declared: readonly Place[] },
): GoodRelease[] {
  const steps = evidence
    .filter(
      ({ kind, observedAt }) =>
        observedAt <= now &&
        (kind === deployment.id || kind === rollbackExecution.id),
    )
    .sort((a, b) => b.observedAt - a.observedAt || (a.id < b.id ? -1 : 1));
  return placesOf(steps, declared, now).flatMap(
    place => lastGoodOf(steps, place, now) ?? [],
  );
}

/** The places that still count, in the order of their names. */
function placesOf(
  steps: readonly Evidence[],
  declared: readonly Place[],
  now: Instant,
): Place[] {
  const byEnvironment = new Map<string, Set<string>>();
  for (const { environment, region, kind, expiresAt } of steps) {
    if (kind !== deployment.id || environment === undefined) continue;
    const isDeclared = declared.some(
      place =>
        place.environment === environment &&
        (region === undefined ||
          place.region === undefined ||
          place.region === region),
    );
    if (!isDeclared && expiresAt <= now) continue;
    const regions = byEnvironment.get(environment) ?? new Set();
    if (region !== undefined) regions.add(region);
    byEnvironment.set(environment, regions);
  }
  return [...byEnvironment.keys()].sort().flatMap((environment): Place[] => {
    const regions = [...(byEnvironment.get(environment) ?? [])].sort();
    return regions.length === 0
      ? [{ environment }]
      : regions.map(region => ({ environment, region }));
  });
}

function lastGoodOf(
  steps: readonly Evidence[],
  place: Place,
  now: Instant,
): GoodRelease | undefined {
  const left = new Set<string>();
  /** The version that was gone back to; nothing was deployed with success since. */
  let wanted: string | undefined;
  for (const step of steps) {
    if (serves(step, { kind: rollbackExecution, ...place, now })) {
      const rollback = rollbackExecution.schema.safeParse(step.payload);
      if (!rollback.success || rollback.data.outcome === 'cancelled') continue;
      left.add(rollback.data.from);
      if (rollback.data.outcome === 'succeeded') wanted ??= rollback.data.to;
    } else if (serves(step, { kind: deployment, ...place, now })) {
      const read = deployment.schema.safeParse(step.payload);
      if (!read.success) continue;
      const { version, outcome } = read.data;
      if (outcome === 'rolled-back') left.add(version);
      if (outcome !== 'succeeded') continue;
      if (wanted === undefined ? !left.has(version) : version === wanted) {
        return {
          ...place,
          version,
          deployedAt: step.observedAt,
          artifacts: artifactsOf(read.data),
          evidence: step.id,
        };
      }
    }
  }
  return undefined;
}

function artifactsOf({
  artifactDigest,
  artifacts,
}: {
  artifactDigest?: string;
  artifacts?: ReleaseArtifact[];
}): ReleaseArtifact[] {
  if (artifacts) return artifacts;
  return artifactDigest === undefined ? [] : [{ digest: artifactDigest }];
}
