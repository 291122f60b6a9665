import type { Consequence, GateVerdict } from './types';

const STRICTNESS: Record<GateVerdict, number> = {
  allow: 0,
  'needs-approval': 1,
  deny: 2,
};

/** Sorts the stricter verdict first. */
export function byStrictness(a: GateVerdict, b: GateVerdict): number {
  return STRICTNESS[b] - STRICTNESS[a];
}

/** The strictest of verdicts. Of none at all: deny, because nothing speaks for allowing. */
export function strictest(verdicts: readonly GateVerdict[]): GateVerdict {
  if (verdicts.length === 0) {
    return 'deny';
  }
  return verdicts.reduce((a, b) => (byStrictness(a, b) <= 0 ? a : b));
}

/** What a rule that is not met makes of the answer. */
export function verdictOf(consequence: Consequence): GateVerdict {
  return consequence === 'inform' ? 'allow' : consequence;
}
