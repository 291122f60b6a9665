import type { Shape } from '../shapes';
import { isBag, newBag, type Bag } from '../values';

/**
 * A live object as somebody would desire it: without its status, and without what the
 * server, controllers and tools wrote where the author would not.
 */
export function withoutAllocated(value: Bag, shape: Shape): Bag {
  const out = strip(value, shape);
  if (!isBag(out)) return newBag();
  const { metadata } = value;
  if (isBag(metadata)) {
    // Its name and place are skipped where two of one name are compared.
    out.metadata = {
      name: metadata.name,
      ...(metadata.namespace !== undefined && {
        namespace: metadata.namespace,
      }),
      ...(isBag(out.metadata) ? out.metadata : {}),
    };
  }
  return out;
}

function strip(value: unknown, shape: Shape | undefined): unknown {
  if (!shape) return value;
  if (Array.isArray(value)) {
    return value
      .filter(
        item => !(typeof item === 'string' && shape.written?.(item, item)),
      )
      .map(item => strip(item, shape.each));
  }
  if (!isBag(value)) return value;
  const out = newBag();
  for (const [name, member] of Object.entries(value)) {
    const inner = shape.fields?.[name] ?? shape.each;
    const isTheirs =
      inner?.skip ||
      (inner?.allocated && !saysNone(member)) ||
      shape.written?.(name, member);
    if (!isTheirs) out[name] = strip(member, inner);
  }
  return out;
}

/** A service without an address is one by choice. */
function saysNone(value: unknown): boolean {
  return (
    value === 'None' ||
    (Array.isArray(value) && value.length > 0 && value.every(saysNone))
  );
}
