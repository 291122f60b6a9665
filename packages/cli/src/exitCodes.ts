/**
 * What a pipeline learns from the exit code. Everything but 0 keeps a gate closed; a
 * code that is not listed here (a signal, a crash) must be treated as `noAnswer`.
 */
export const exitCodes = {
  /** The gate allows; the evidence was taken; the ledger verifies. */
  ok: 0,
  /** An answer that is bad news: evidence was rejected, the ledger does not add up. */
  failed: 1,
  /** The command line, a file or the request is wrong. Trying again does not help. */
  usage: 2,
  /** Nobody gave an answer that may be relied on. A pipeline must treat it as deny. */
  noAnswer: 3,
  deny: 10,
  needsApproval: 11,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
