import type { Bag } from '../values';

/**
 * What is known of a place in an object. Absent altogether: nothing is known, and it is
 * compared as it stands.
 */
export interface Shape {
  /** Fields of a struct. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** Every item of a list, or every value of a map. */
  readonly each?: Shape;
  /**
   * How a list is matched (`x-kubernetes-list-type`): by the fields that identify an item,
   * as a set, or in its order when absent.
   */
  readonly list?: 'set' | readonly string[];
  /** Items of a keyed list run in their order, so a new order is a change. */
  readonly ordered?: boolean;
  /** Other spellings of one value. */
  readonly scalar?: 'quantity' | 'duration' | 'int-or-string' | 'base64';
  /** What the API server fills in. */
  readonly default?: unknown;
  /** The API server or a controller sets it where nobody else does. */
  readonly allocated?: boolean;
  /** Names of a map, or items of a set, that controllers write where the author does not. */
  readonly written?: (name: string, value: unknown) => boolean;
  /** It is never compared. */
  readonly skip?: boolean;
  /** An empty map says something there: another thing than none. */
  readonly keepEmpty?: boolean;
  /** An empty text is the same as none. */
  readonly omitEmpty?: boolean;
  /** Defaults that depend on other fields, and moved fields. Mutates a copy. */
  readonly prepare?: (node: Bag) => void;
}

export const ANY: Shape = {};
export const SKIP: Shape = { skip: true };
export const ALLOCATED: Shape = { allocated: true };
export const QUANTITY: Shape = { scalar: 'quantity' };
export const INT_OR_STRING: Shape = { scalar: 'int-or-string' };
export const SELECTOR: Shape = { keepEmpty: true };
export const FALSE: Shape = { default: false };
export const TRUE: Shape = { default: true };
export const OPTIONAL_TEXT: Shape = { omitEmpty: true };

export const by = (value: unknown): Shape => ({ default: value });
export const struct = (
  fields: Record<string, Shape>,
  more: Omit<Shape, 'fields'> = {},
): Shape => ({ fields: Object.assign(Object.create(null), fields), ...more });
export const listBy = (
  keys: readonly string[],
  each: Shape = ANY,
  more: Shape = {},
): Shape => ({ list: keys, each, ...more });
export const listOfEach = (each: Shape): Shape => ({ each });
export const mapOf = (each: Shape): Shape => ({ each });
export const SET: Shape = { list: 'set', each: ANY };
