import { createHash } from 'node:crypto';
import type { ReadinessSnapshot } from '@continuity/engine';

/** Short, and another one when anything of a snapshot but its moment is. */
export function fingerprintOf({ at, ...snapshot }: ReadinessSnapshot): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(snapshot)))
    .digest('hex')
    .slice(0, 32);
}

/** The order in which something was found out must not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
