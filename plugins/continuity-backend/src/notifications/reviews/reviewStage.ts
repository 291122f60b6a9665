import type { Instant } from '@continuity/engine';
import { toIso } from '../../http';

/** `near`: the review comes up. `due`: its day has come, and the decision no longer counts. */
export type ReviewStage = 'near' | 'due';

/**
 * What there is to tell of the review of a decision. Absent: nothing yet; or it was decided
 * so shortly before that whoever decided knows.
 *
 * @param noticeMs - how long before the day, 00:00 UTC, it is near
 */
export function reviewStage(
  { reviewOn, decidedAt }: { reviewOn: string; decidedAt: Instant },
  noticeMs: number,
  now: Instant,
): ReviewStage | undefined {
  if (reviewOn <= toIso(now).slice(0, 10)) return 'due';
  const nearFrom = Date.parse(`${reviewOn}T00:00:00Z`) - noticeMs;
  return nearFrom <= now && decidedAt < nearFrom ? 'near' : undefined;
}
