import type { Instant } from '../time';
import { campaignSpan, momentBefore } from './campaignSpan';
import type { CampaignContent, CampaignState } from './types';

type Plan = Pick<
  CampaignContent,
  'startsOn' | 'endsOn' | 'timezone' | 'reminders'
>;

/** When on the day people are reminded: at work, not at midnight. */
const AT_HOUR = 9;

/** A moment at which owners are reminded. */
export interface CampaignReminder {
  at: Instant;
  /** Days before the last day. */
  days: number;
}

/** Those within the campaign, earliest first. */
export function campaignReminders(plan: Plan): CampaignReminder[] {
  const { start, end } = campaignSpan(plan);
  return [...new Set(plan.reminders)]
    .map(days => ({
      days,
      at: momentBefore(plan.endsOn, { days, hours: AT_HOUR }, plan.timezone),
    }))
    .filter(({ at }) => at >= start && at < end)
    .sort((a, b) => a.at - b.at);
}

/**
 * The reminder that is to be sent now. Of several that were missed only the newest, which
 * says all that the others would.
 *
 * @param since - up to when reminders are dealt with
 * @returns undefined: none
 */
export function dueReminder(
  plan: Plan,
  since: Instant,
  now: Instant,
): CampaignReminder | undefined {
  return campaignReminders(plan)
    .filter(({ at }) => at > since && at <= now)
    .at(-1);
}

/**
 * When time alone has something happen to a campaign: its start, the next reminder, its
 * end. Absent: nothing more does.
 *
 * @param since - up to when reminders are dealt with
 */
export function nextMoment(
  state: CampaignState,
  plan: Plan,
  since: Instant,
): Instant | undefined {
  const { start, end } = campaignSpan(plan);
  if (state === 'planned') return start;
  if (state !== 'running') return undefined;
  const next = campaignReminders(plan).find(({ at }) => at > since);
  return next?.at ?? end;
}
