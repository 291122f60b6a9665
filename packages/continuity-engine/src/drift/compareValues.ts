import { matchLists } from './compareLists';
import { keyText } from './keyText';
import type { Shape } from './shapes';
import type { Step } from './steps';
import { isBag } from './values';

/** A place where two objects differ, with what stands there. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly change: 'changed' | 'added' | 'removed' | 'reordered';
  /** undefined: absent. */
  readonly desired: unknown;
  readonly live: unknown;
}

/** Goes through two values side by side and remembers where it is. */
class Walk {
  readonly found: Difference[] = [];
  readonly #steps: Step[] = [];

  values(a: unknown, b: unknown, shape: Shape | undefined): void {
    if (a === b || (a === undefined && shape?.allocated)) return;
    if ((a === undefined || b === undefined) && isDefault(a ?? b, shape)) {
      return;
    }
    const bags = insides(a, b, isBag, {});
    const lists = insides(a, b, isList, []);
    if (bags) this.#bags(...bags, shape);
    else if (lists) this.#lists(...lists, shape);
    else if (a === undefined) this.#note('added', a, b);
    else if (b === undefined) this.#note('removed', a, b);
    else if (keyText(a, shape) !== keyText(b, shape)) {
      this.#note('changed', a, b);
    }
  }

  #bags(
    a: Record<string, unknown>,
    b: Record<string, unknown>,
    shape: Shape | undefined,
  ): void {
    for (const name of namesOf(a, b)) {
      const inner = shape?.fields?.[name] ?? shape?.each;
      const [own, other] = [ownValue(a, name), ownValue(b, name)];
      if (own === undefined && shape?.written?.(name, other)) continue;
      this.#steps.push({ name });
      this.values(own, other, inner);
      this.#steps.pop();
    }
  }

  #lists(
    a: readonly unknown[],
    b: readonly unknown[],
    shape: Shape | undefined,
  ): void {
    const { pairs, reordered } = matchLists(a, b, shape);
    if (reordered) this.#note('reordered', keysIn(a, shape), keysIn(b, shape));
    for (const { desired: own, live: other, index, keys } of pairs) {
      if (own === undefined && shape?.written?.(String(other), other)) continue;
      this.#steps.push({ index, item: other ?? own, ...(keys && { keys }) });
      // An item that only one of them has is one change, not one a field.
      if (own === undefined) this.#note('added', own, other);
      else if (other === undefined) this.#note('removed', own, other);
      else this.values(own, other, shape?.each);
      this.#steps.pop();
    }
  }

  #note(change: Difference['change'], desired: unknown, live: unknown): void {
    this.found.push({ steps: [...this.#steps], change, desired, live });
  }
}

/** Every place where two normalised objects differ, as deep as it can be named. */
export function compareValues(
  desired: unknown,
  live: unknown,
  shape: Shape | undefined,
): Difference[] {
  const walk = new Walk();
  walk.values(desired, live, shape);
  return walk.found;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** Both, where both are of the sort, or one is and the other absent; an empty one has no inside. */
function insides<T extends object>(
  a: unknown,
  b: unknown,
  is: (value: unknown) => value is T,
  none: T,
): [T, T] | undefined {
  if (is(a) && is(b)) return [a, b];
  if (a === undefined && is(b) && Object.keys(b).length > 0) return [none, b];
  if (b === undefined && is(a) && Object.keys(a).length > 0) return [a, none];
  return undefined;
}

function isDefault(value: unknown, shape: Shape | undefined): boolean {
  return shape?.default !== undefined && shape.default === value;
}

function namesOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function ownValue(bag: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

/** What identifies the items, in their order. */
function keysIn(list: readonly unknown[], shape: Shape | undefined): unknown {
  const [name] = Array.isArray(shape?.list) ? shape.list : [];
  return list.map(one => (isBag(one) && name ? one[name] : one));
}
