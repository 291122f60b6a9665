/**
 * What a pipeline branches on. Everything that is not an answer of the gate is kept
 * apart from the answers, so that nothing can be mistaken for an allow.
 */
export const exitCodes = {
  /** The gate allows; for the other commands: all is well. */
  ok: 0,
  /** The work was done and found a fault: rejected evidence, a ledger that does not verify. */
  fault: 1,
  /** The command was called wrongly; nothing was asked. */
  usage: 2,
  /** No usable answer came: a pipeline must treat it as deny. */
  noAnswer: 3,
  deny: 10,
  needsApproval: 11,
} as const;

/** Called wrongly; the message says what is wrong and what was expected. */
export class UsageError extends Error {}

/** No usable answer; the message says why and what to do. */
export class NoAnswerError extends Error {}
