/** Levels that an object may have; Kubernetes itself refuses far fewer. */
export const MOST_LEVELS = 128;

/** Values in one object; a larger one is no configuration that people keep in Git. */
export const MOST_VALUES = 500_000;

/**
 * An object without a prototype: `__proto__` and `constructor` are names like any other in
 * it, and nothing is inherited.
 */
export type Bag = Record<string, unknown>;

export function newBag(): Bag {
  return Object.create(null);
}

/** Whether a value is a JSON object. */
export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that the object itself has; absent for anything else. */
export function field(value: unknown, ...names: string[]): unknown {
  let at = value;
  for (const name of names) {
    if (!isBag(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A field as an object, made where it is absent. Mutates. */
export function bagIn(bag: Bag, name: string): Bag {
  const found = bag[name];
  if (isBag(found)) return found;
  const made = newBag();
  bag[name] = made;
  return made;
}

/** Sets a field that is absent. Mutates. */
export function fill(bag: Bag, name: string, value: unknown): void {
  if (bag[name] === undefined || bag[name] === null) bag[name] = value;
}

/** Thrown where an object is too deep or too large to compare. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError';
  constructor(readonly problem: 'too-deep' | 'too-large') {
    super(
      problem === 'too-deep'
        ? `is nested deeper than ${MOST_LEVELS} levels`
        : `holds more than ${MOST_VALUES} values`,
    );
  }
}

/**
 * A copy without prototypes that may be changed.
 *
 * @throws TooMuchError
 */
export function copyOf(value: unknown): unknown {
  let left = MOST_VALUES;
  const copy = (one: unknown, levels: number): unknown => {
    left -= 1;
    if (left < 0) throw new TooMuchError('too-large');
    // Whole numbers that a number holds are numbers; the others stay as they are.
    if (typeof one === 'bigint') {
      return Number.isSafeInteger(Number(one)) ? Number(one) : one;
    }
    if (typeof one !== 'object' || one === null) return one;
    if (levels === 0) throw new TooMuchError('too-deep');
    if (Array.isArray(one)) return one.map(item => copy(item, levels - 1));
    if (one instanceof Date) return one.toISOString();
    const bag = newBag();
    for (const [name, member] of Object.entries(one)) {
      bag[name] = copy(member, levels - 1);
    }
    return bag;
  };
  return copy(value, MOST_LEVELS);
}

/** The same text for values that are equal, whatever the order of their names. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (isBag(value)) {
    return `{${Object.keys(value)
      .sort()
      .map(name => `${JSON.stringify(name)}:${canonicalText(value[name])}`)
      .join(',')}}`;
  }
  // -0 is 0 to every reader of JSON, and NaN is YAML's alone.
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' && !Number.isFinite(value)
    ? `.${value}`
    : JSON.stringify(value) ?? 'null';
}
