import { deployment, type Evidence } from '../evidence';
import type { GateFacts, GateRequest } from './types';

/** Whether it is known that an artifact ran where it is to go back to. */
export interface RollbackProof {
  proven: boolean;
  /** Ids of the evidence that proves it. */
  evidence: string[];
  /** What would make it count, as a sentence. Empty when it does. */
  remedy: string;
}

/**
 * Looks for what makes a rollback a rollback: the named artifact was deployed to this
 * environment of this service before, with success. Without that, anything could call
 * itself a rollback and pass every freeze.
 *
 * Evidence does not grow too old for this, because what it says about the past stays so.
 *
 * @returns undefined when nobody says that this is a rollback
 */
export function proveRollback(
  request: GateRequest,
  facts: Pick<GateFacts, 'evidence'>,
): RollbackProof | undefined {
  const { operation, continues, artifactDigest, environment, region } = request;
  const goesBack =
    operation === 'rollback' ||
    (operation === 'continue' && continues?.operation === 'rollback');
  if (!goesBack) {
    return undefined;
  }
  if (artifactDigest === undefined) {
    return {
      proven: false,
      evidence: [],
      remedy:
        'To count as a rollback, name in artifactDigest the artifact to go back to.',
    };
  }
  const evidence = facts.evidence
    .filter(item => proves(item, request, artifactDigest))
    .map(({ id }) => id)
    .sort();
  return {
    proven: evidence.length > 0,
    evidence,
    remedy:
      evidence.length > 0
        ? ''
        : `To count as a rollback, ${artifactDigest} must have been deployed to "${environment}"${
            region === undefined ? '' : ` in ${region}`
          } with success before: name an artifact that was, or report that deployment as evidence (kind deployment, outcome succeeded, with its artifactDigest).`,
  };
}

/** A report that names no region speaks for all of them, as evidence does everywhere. */
function proves(
  item: Evidence,
  { entityRef, environment, region, at }: GateRequest,
  artifactDigest: string,
): boolean {
  if (
    item.kind !== deployment.id ||
    item.verdict !== 'pass' ||
    item.entityRef !== entityRef ||
    item.environment !== environment ||
    !(item.observedAt < at)
  ) {
    return false;
  }
  if (
    region !== undefined &&
    item.region !== undefined &&
    item.region !== region
  ) {
    return false;
  }
  const payload = deployment.schema.safeParse(item.payload);
  return (
    payload.success &&
    payload.data.outcome === 'succeeded' &&
    payload.data.artifactDigest === artifactDigest
  );
}
