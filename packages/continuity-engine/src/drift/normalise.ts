import type { Shape } from './shapes';
import { isBag, newBag } from './values';

/**
 * An object with its defaults filled in and what is empty left out, so that two spellings
 * of one object become the same.
 *
 * @param value - a copy; it is changed
 * @param dropsEmpty - empty maps and lists are the same as none, as in Kubernetes' structs
 */
export function normalise(
  value: unknown,
  shape: Shape,
  dropsEmpty: boolean,
): unknown {
  if (Array.isArray(value)) {
    const { each } = shape;
    return each ? value.map(one => normalise(one, each, dropsEmpty)) : value;
  }
  if (!isBag(value)) return value;
  const { fields, each, prepare } = shape;
  if (!fields && !each && !prepare) return withoutNulls(value);
  prepare?.(value);
  const out = newBag();
  for (const name of Object.keys(value)) {
    const inner = fields?.[name] ?? each;
    if (inner?.skip) continue;
    const member = inner
      ? normalise(value[name], inner, dropsEmpty)
      : withoutNulls(value[name]);
    if (!saysNothing(member, inner, dropsEmpty)) out[name] = member;
  }
  if (fields) {
    for (const [name, { default: filled }] of defaultsOf(shape)) {
      if (out[name] === undefined) out[name] = filled;
    }
  }
  return out;
}

function saysNothing(
  value: unknown,
  shape: Shape | undefined,
  dropsEmpty: boolean,
): boolean {
  if (value === undefined || value === null) return true;
  if (value === '') return shape?.omitEmpty === true;
  if (!dropsEmpty || typeof value !== 'object') return false;
  return !shape?.keepEmpty && Object.keys(value).length === 0;
}

/** A field that is null is one that is absent, to the API server. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isBag(value)) return value;
  const out = newBag();
  for (const [name, member] of Object.entries(value)) {
    if (member !== null && member !== undefined) {
      out[name] = withoutNulls(member);
    }
  }
  return out;
}

const defaultsByShape = new WeakMap<Shape, [string, Shape][]>();

function defaultsOf(shape: Shape): [string, Shape][] {
  const known = defaultsByShape.get(shape);
  if (known) return known;
  const found = Object.entries(shape.fields ?? {}).filter(
    ([, { default: filled }]) => filled !== undefined,
  );
  defaultsByShape.set(shape, found);
  return found;
}
