import { toError } from '@backstage/errors';
import { CollectorError } from '@continuity/plugin-continuity-node';
import { maskSecrets } from '../evidence';
import type { StoredReason } from './types';

const WAIT = 'Nothing; it is asked again by itself.';
/** Of a sentence that is shown; what is longer is cut. */
const LONGEST = 500;

/** Why a collector did not see something, for people. */
export function describeFailure(error: unknown): {
  reason: StoredReason;
  retryAfterMs?: number;
} {
  const known = error instanceof CollectorError ? error : undefined;
  const { name, message } = toError(error);
  return {
    reason: readable({
      reason: known ? message : `${name}: ${message}`,
      remedy: known?.remedy,
    }),
    ...(known?.retryAfterMs !== undefined && {
      retryAfterMs: known.retryAfterMs,
    }),
  };
}

/** What a collector says, as it is kept: one line each, and nothing that looks secret. */
export function readable(told: {
  reason: string;
  remedy?: string;
}): StoredReason {
  return {
    reason: lineOf(told.reason),
    remedy: lineOf(told.remedy ?? WAIT),
  };
}

function lineOf(text: string): string {
  const line = String(maskSecrets(text))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
