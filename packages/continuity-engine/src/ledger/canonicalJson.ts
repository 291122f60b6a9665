import serialize from 'canonicalize';

/** Deeper values are refused: nothing we record needs it, and it keeps recursion bounded. */
const MAX_DEPTH = 128;

/** With the `u` flag a paired surrogate is one code point, so only lone ones match. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The one text of a JSON value, after RFC 8785 (JSON Canonicalization Scheme).
 *
 * A property whose value is `undefined` is left out, as in `JSON.stringify`. Everything
 * else that is not I-JSON (RFC 7493) is refused rather than quietly changed: what is
 * hashed must be exactly what was meant.
 *
 * @throws TypeError that names the path of the offending value.
 */
export function canonicalize(value: unknown): string {
  assertJson(value, '$', 0);
  const text = serialize(value);
  if (text === undefined) {
    throw new TypeError('$: there is no value to canonicalize');
  }
  return text;
}

/** Whether a text is byte for byte the RFC 8785 form of the value that it holds. */
export function isCanonical(text: string): boolean {
  try {
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function assertJson(value: unknown, path: string, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new TypeError(`${path}: nested deeper than ${MAX_DEPTH} levels`);
  }
  if (value === null || typeof value === 'boolean') {
    return;
  }
  if (typeof value === 'string') {
    assertText(value, path);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new TypeError(`${path}: ${value} is not a JSON number`);
    }
    return;
  }
  if (Array.isArray(value)) {
    // Not forEach: it skips holes, and a hole is not JSON either.
    for (let i = 0; i < value.length; i++) {
      assertJson(value[i], `${path}[${i}]`, depth + 1);
    }
    return;
  }
  if (isPlainObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      assertText(key, path);
      if (member !== undefined) {
        assertJson(member, `${path}.${key}`, depth + 1);
      }
    }
    return;
  }
  const what =
    typeof value === 'object' ? 'an object with a class' : typeof value;
  throw new TypeError(`${path}: ${what} is not a JSON value`);
}

function assertText(text: string, path: string): void {
  if (LONE_SURROGATE.test(text)) {
    throw new TypeError(
      `${path}: text holds a lone surrogate (RFC 8785, 3.2.2.2)`,
    );
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  // A toJSON method would let the serialized value differ from the checked one.
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Compared by shape and not by identity: values may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
