import { isBag } from '../values';

/** What stands where a secret stood. */
export const MASK = '(masked)';

/** Everything but the names. */
export function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (!isBag(value)) {
    return value === null || value === undefined ? value : MASK;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskAll(member)]),
  );
}

export function countMasks(value: unknown): number {
  if (value === MASK) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>(
    (sum, member) => sum + countMasks(member),
    0,
  );
}
