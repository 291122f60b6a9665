import { randomUUID } from 'node:crypto';
import type {
  ContinuityClient,
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { exitCodes } from '../exitCodes';
import { digest, entityRef, instant, releaseClass } from '../input/values';
import { checkDecision } from '../output/checkDecision';
import { describeDecision } from '../output/describeDecision';
import type { Terminal } from '../terminal';

export interface GateOptions {
  entity: string;
  environment: string;
  region?: string;
  class: string;
  digest?: string;
  change?: string;
  at?: string;
  dryRun?: boolean;
  json?: boolean;
  idempotencyKey?: string;
}

const exitCodeOf = {
  allow: exitCodes.ok,
  deny: exitCodes.deny,
  'needs-approval': exitCodes.needsApproval,
} as const satisfies Record<GateDecision['verdict'], number>;

/** The question as the API takes it. @throws UsageError */
export function gateRequest(options: GateOptions): GateRequest {
  return {
    entity: entityRef(options.entity),
    environment: options.environment,
    class: releaseClass(options.class),
    dryRun: options.dryRun ?? false,
    ...(options.region && { region: options.region }),
    ...(options.digest && { artifactDigest: digest(options.digest) }),
    ...(options.change && { change: options.change }),
    ...(options.at && { at: instant(options.at) }),
  };
}

/**
 * Asks the gate and prints its answer.
 *
 * @returns 0 allow, 10 deny, 11 needs approval
 * @throws NoAnswerError when what came back is not an answer to this question
 */
export async function gate(
  request: GateRequest,
  options: GateOptions,
  client: ContinuityClient,
  terminal: Terminal,
): Promise<number> {
  // One key for all attempts: a repeat after a lost answer is the same decision.
  const idempotencyKey = request.dryRun
    ? undefined
    : options.idempotencyKey ?? randomUUID();
  const decision = checkDecision(
    await client.decide(request, { idempotencyKey }),
    request,
  );
  terminal.out(
    options.json
      ? JSON.stringify(decision, null, 2)
      : describeDecision(decision),
  );
  return exitCodeOf[decision.verdict];
}
