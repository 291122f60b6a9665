/** Where fields of a request may stand; only a body's fields are named without it. */
const PLACES = new Set(['body', 'query', 'params', 'headers', 'cookies']);

/**
 * What is wrong with a request, field by field. Absent: the error is not about the form
 * of a request.
 *
 * @param error - what body parsing or validation passed on
 */
export function describeInvalidRequest(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) {
    return undefined;
  }
  if (error.status !== 400) {
    // Too large, an unknown media type: their own status says what to do.
    return undefined;
  }
  const faults = 'errors' in error ? readFaults(error.errors) : [];
  if (faults.length > 0) {
    return faults.join('; ');
  }
  const message = 'message' in error ? String(error.message) : String(error);
  // Body parsing fails before there are fields.
  return 'body' in error ? `body: it is not valid JSON: ${message}` : message;
}

function readFaults(faults: unknown): string[] {
  return Array.isArray(faults) ? faults.map(describeFault) : [];
}

function describeFault(fault: { path?: unknown; message?: unknown }): string {
  const [place = '', ...names] = String(fault.path ?? '')
    .split('/')
    .filter(Boolean);
  const field = PLACES.has(place) ? names : [place, ...names];
  return `${field.join('.') || place}: ${fault.message ?? 'is not valid'}`;
}
