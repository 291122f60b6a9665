import { goDurationOf, quantityOf } from './quantities';
import type { Shape } from './shapes';
import { canonicalText, isBag } from './values';

/** The same text for values that mean the same at a place of this shape. */
export function keyText(value: unknown, shape: Shape | undefined): string {
  if (!shape) return canonicalText(value);
  if (Array.isArray(value)) {
    const items = value.map(one => keyText(one, shape.each));
    return `[${(shape.list ? items.sort() : items).join(',')}]`;
  }
  if (isBag(value)) {
    return `{${Object.keys(value)
      .sort()
      .map(
        name =>
          `${JSON.stringify(name)}:${keyText(
            value[name],
            shape.fields?.[name] ?? shape.each,
          )}`,
      )
      .join(',')}}`;
  }
  return scalarText(value, shape.scalar);
}

/** A text that is not one of the spellings stands for itself. */
function scalarText(value: unknown, scalar: Shape['scalar']): string {
  switch (scalar) {
    case 'quantity': {
      const amount = quantityOf(value);
      return amount === undefined ? canonicalText(value) : `quantity ${amount}`;
    }
    case 'duration': {
      const length = goDurationOf(value);
      return length === undefined ? canonicalText(value) : `duration ${length}`;
    }
    case 'int-or-string':
      return typeof value === 'string' && /^\d{1,15}$/.test(value)
        ? String(Number(value))
        : canonicalText(value);
    case 'base64':
      return typeof value === 'string'
        ? JSON.stringify(value.replace(/\s+/g, ''))
        : canonicalText(value);
    default:
      return canonicalText(value);
  }
}
