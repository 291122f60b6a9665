import { canonicalize } from '../ledger';

/** A report is a statement, not a file: what is larger belongs behind a link. */
const MAX_BYTES = 32 * 1024;
const MAX_DEPTH = 16;

/**
 * Why a payload cannot be stored, whatever its kind; absent when it can.
 *
 * It must survive RFC 8785, because the ledger hashes it, and hold no NUL, because
 * PostgreSQL stores no text with one.
 */
export function describePayloadProblem(payload: unknown): string | undefined {
  if (depthExceeds(payload, MAX_DEPTH)) {
    return `is nested deeper than ${MAX_DEPTH} levels`;
  }
  let text: string;
  try {
    text = canonicalize(payload);
  } catch (error) {
    return `is not plain JSON: ${
      error instanceof Error ? error.message : String(error)
    }`;
  }
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    return `takes ${bytes} bytes as JSON; at most ${MAX_BYTES} are accepted, so put the rest behind a link`;
  }
  return holdsNul(payload) ? 'holds a NUL character' : undefined;
}

function depthExceeds(value: unknown, levels: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 ||
      Object.values(value).some(member => depthExceeds(member, levels - 1)))
  );
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.includes('\0');
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([key, member]) => key.includes('\0') || holdsNul(member),
    )
  );
}
