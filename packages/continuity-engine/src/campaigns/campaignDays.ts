import type { Instant, Interval } from '../time';
import { campaignSpan, dayInZone } from './campaignSpan';

/** A service began to stand on the level, or does not any more. */
export interface LevelTurn {
  entityRef: string;
  at: Instant;
  reached: boolean;
}

/** A service belongs to a campaign for a while. Without `until`: it still does. */
export interface CampaignStay {
  entityRef: string;
  from: Instant;
  until?: Instant;
}

/** How far a campaign was at the end of a day. */
export interface CampaignDay {
  /** On the clock of the campaign's zone. */
  day: string;
  services: number;
  reached: number;
}

/**
 * How far a campaign was at the end of each day, the last one as of now.
 *
 * @param turns - in any order; what was before the first turn of a service is `not reached`
 */
export function campaignDays(
  span: Interval,
  timezone: string,
  {
    stays,
    turns,
    now,
  }: {
    stays: readonly CampaignStay[];
    turns: readonly LevelTurn[];
    now: Instant;
  },
): CampaignDay[] {
  const last = Math.min(now, span.end - 1);
  if (last < span.start) return [];
  const members = new Set<string>();
  const there = new Set<string>();
  const changes = [
    ...turns.map(({ entityRef, at, reached }) => ({
      at,
      apply: () => {
        if (reached) there.add(entityRef);
        else there.delete(entityRef);
      },
    })),
    ...stays.flatMap(({ entityRef, from, until }) => [
      { at: from, apply: () => void members.add(entityRef) },
      ...(until === undefined
        ? []
        : [{ at: until, apply: () => void members.delete(entityRef) }]),
    ]),
  ].sort((a, b) => a.at - b.at);
  const days: CampaignDay[] = [];
  let next = 0;
  for (let at = span.start; at <= last; ) {
    const day = dayInZone(at, timezone);
    const { end } = campaignSpan({ startsOn: day, endsOn: day, timezone });
    for (; next < changes.length && changes[next].at < end; next += 1) {
      if (changes[next].at <= last) changes[next].apply();
    }
    let reached = 0;
    for (const ref of members) if (there.has(ref)) reached += 1;
    days.push({ day, services: members.size, reached });
    at = end;
  }
  return days;
}
