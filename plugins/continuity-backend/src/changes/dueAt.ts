import {
  durationMs,
  type ChangeSettings,
  type ChangeState,
  type Instant,
} from '@continuity/engine';
import type { StoredChange } from './types';

/** From these a change expires when nobody goes on with it. */
const NOT_BEGUN: readonly ChangeState[] = [
  'draft',
  'assessed',
  'awaiting-approval',
  'approved',
  'scheduled',
];

/**
 * When a change that has not begun expires: when its planned time is over, or when nobody
 * touched it for long. What is approved afterwards has its time behind it.
 */
export function expiresAt(
  { state, content, updatedAt, retrospective }: StoredChange,
  { expiresAfter }: Pick<ChangeSettings, 'expiresAfter'>,
): Instant | undefined {
  if (!NOT_BEGUN.includes(state)) return undefined;
  const untouched = updatedAt + durationMs(expiresAfter);
  return content.window && !retrospective
    ? Math.min(untouched, content.window.end)
    : untouched;
}

/**
 * When somebody has to look at a change by the clock. Absent: never.
 *
 * @param approvalsUntil - when the first of its approvals expires
 */
export function dueAt(
  change: StoredChange,
  approvalsUntil: Instant | undefined,
  settings: Pick<ChangeSettings, 'expiresAfter'>,
): Instant | undefined {
  const moments = [
    expiresAt(change, settings),
    change.escalateAt,
    change.state === 'in-review' ? change.reviewDueAt : undefined,
    NOT_BEGUN.includes(change.state) ? approvalsUntil : undefined,
  ].filter(moment => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
