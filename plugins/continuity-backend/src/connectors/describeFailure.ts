import { stringifyError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import { ConnectorError } from '@continuity/plugin-continuity-node';
import { maskSecrets } from '../evidence';
import type { StoredProblem } from './types';

const WAIT = 'Nothing; it is tried again by itself.';
const MEND =
  'Mend the cause there or in the configuration of the connector, then have it tried again.';

/** Why another system did not do what it was asked, for people. */
export function describeFailure(
  error: unknown,
  at: Instant,
): { problem: StoredProblem; retryable: boolean; retryAfterMs?: number } {
  const known = error instanceof ConnectorError ? error : undefined;
  const retryable = known?.retryable ?? true;
  return {
    retryable,
    ...(known?.retryAfterMs !== undefined && {
      retryAfterMs: known.retryAfterMs,
    }),
    problem: {
      reason: String(maskSecrets(known?.message ?? stringifyError(error))),
      remedy: known?.remedy ?? (retryable ? WAIT : MEND),
      at,
    },
  };
}
