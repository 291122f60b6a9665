/**
 * The table-level lock modes, the weakest first, as PostgreSQL's chapter "Explicit
 * Locking" orders what they conflict with.
 */
export const LOCK_MODES = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

/** Whether the first keeps out at least what the second does. */
export function isAtLeast(mode: LockMode, other: LockMode): boolean {
  return LOCK_MODES.indexOf(mode) >= LOCK_MODES.indexOf(other);
}

/** The stronger of two. */
export function strongest(one: LockMode, other: LockMode | undefined) {
  return other !== undefined && isAtLeast(other, one) ? other : one;
}

/** Nobody inserts, updates or deletes meanwhile (conflicts with ROW EXCLUSIVE). */
export function blocksWrites(mode: LockMode): boolean {
  return isAtLeast(mode, 'SHARE');
}

/** Nobody reads meanwhile. */
export function blocksReads(mode: LockMode): boolean {
  return mode === 'ACCESS EXCLUSIVE';
}
