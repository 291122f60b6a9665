import type { WindowChange } from '@continuity/plugin-continuity-common';

const STRICTNESS = ['open', 'warn', 'approval', 'block'] as const;

/** The changes that take effect at once and leave something more open than it is. */
export function opensNow(changes: readonly WindowChange[]): WindowChange[] {
  return changes.filter(
    ({ now, before, after }) =>
      now && STRICTNESS.indexOf(after) < STRICTNESS.indexOf(before),
  );
}
