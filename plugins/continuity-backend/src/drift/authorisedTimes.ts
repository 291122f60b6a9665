import type { ChangeState, Interval } from '@continuity/engine';
import type { Happening, StoredChange } from '../changes';

/** What is written under a change is allowed while it stands here. */
const LETS_WRITE: readonly ChangeState[] = [
  'approved',
  'scheduled',
  'implementing',
];
/** Where a change that was raised afterwards has been approved. */
const APPROVED_AFTERWARDS: readonly ChangeState[] = [
  ...LETS_WRITE,
  'in-review',
  'closed',
];

/** When a change allowed to write: in its planned time, while it was approved and not over. */
export function authorisedTimes(
  { content, retrospective, state }: StoredChange,
  happenings: readonly Happening[],
  graceMs: number,
): Interval[] {
  const { window } = content;
  if (!window) return [];
  const allowed = { start: window.start, end: window.end + graceMs };
  if (retrospective) {
    return APPROVED_AFTERWARDS.includes(state) ? [allowed] : [];
  }
  return happenings.flatMap(({ at, to }, place) => {
    if (!LETS_WRITE.includes(to)) return [];
    const start = Math.max(at, allowed.start);
    const end = Math.min(happenings[place + 1]?.at ?? Infinity, allowed.end);
    return start < end ? [{ start, end }] : [];
  });
}
