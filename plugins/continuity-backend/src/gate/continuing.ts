import { InputError } from '@backstage/errors';
import type { GateRequest, Instant } from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';

/**
 * How long ago a deployment that still runs may have been allowed. What began a day ago
 * is no deployment any more; without a bound one allow would pass every freeze to come.
 */
const LONGEST_MS = 24 * 3_600_000;

/**
 * What a running deployment is, by the decision that let it begin: only one that allowed
 * just that, when it was asked.
 *
 * @param decision - absent: there is none of this id, or the asker may not see it
 * @throws InputError that names the field `continues` and why the decision does not count
 */
export function continuing(
  id: string,
  decision: GateDecision | undefined,
  question: Pick<
    GateRequest,
    'entityRef' | 'environment' | 'region' | 'artifactDigest'
  >,
  now: Instant,
): Required<Pick<GateRequest, 'continues'>> &
  Pick<GateRequest, 'artifactDigest'> {
  const { entityRef, environment, region, artifactDigest } = question;
  const refuse = (why: string) => new InputError(`continues: ${why}`);
  if (!decision || decision.request.entity !== entityRef) {
    throw refuse(`there is no decision ${id} about ${entityRef}`);
  }
  const { request, verdict, decidedAt } = decision;
  if (verdict !== 'allow') {
    throw refuse(
      `decision ${id} is "${verdict}"; expected one that let the deployment begin`,
    );
  }
  if (request.operation === 'continue') {
    throw refuse(
      `decision ${id} is itself about a deployment that ran; expected the one that let it begin`,
    );
  }
  for (const [part, was, is] of [
    ['environment', request.environment, environment],
    ['region', request.region, region],
    [
      'artifactDigest',
      request.artifactDigest,
      // What is not said again is as it was.
      artifactDigest ?? request.artifactDigest,
    ],
  ]) {
    if (was !== is) {
      throw refuse(
        `decision ${id} is for ${part} ${was ?? '(none)'}, not ${
          is ?? '(none)'
        }; expected one about the same deployment`,
      );
    }
  }
  const allowedAt = Date.parse(decidedAt);
  if (Date.parse(request.at) !== allowedAt) {
    throw refuse(
      `decision ${id} is about another moment than that of asking, so it let nothing begin`,
    );
  }
  if (now - allowedAt > LONGEST_MS) {
    throw refuse(
      `decision ${id} is older than 24 hours; ask for the deployment anew`,
    );
  }
  return {
    continues: {
      decisionId: id,
      allowedAt,
      ...(request.operation !== undefined && { operation: request.operation }),
    },
    ...(request.artifactDigest !== undefined && {
      artifactDigest: request.artifactDigest,
    }),
  };
}
