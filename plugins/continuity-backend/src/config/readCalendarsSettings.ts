import {
  DURATION_EXPECTATION,
  durationMs,
  isDuration,
  listOf,
  type PeakPolicy,
  parsePeakPolicy,
  type Problem,
  readShape,
  strictShape,
  textThat,
} from '@continuity/engine';
import { z } from 'zod';
import { freezeNoticesShape, readFreezeNotices } from './freezeNotices';
import type { FeedSettings, FreezeNoticeSettings } from './types';

/** Other people's servers are asked no more often, and no less. */
export const SHORTEST_REFRESH = 'PT1M';
export const LONGEST_REFRESH = 'P1D';
const DEFAULT_REFRESH = 'PT5M';

const shape = strictShape('the settings of calendars', {
  // Read by the engine, which says more than a shape can.
  peaks: z.unknown().optional(),
  feeds: strictShape('the settings of calendar feeds', {
    allowedHosts: listOf(
      'a list of hosts',
      textThat(
        'a host with its port if it has one, without scheme, path or wildcard, e.g. calendar.example.com',
        text => canonicalHost(text) !== undefined,
      ),
    ).optional(),
    refresh: textThat(
      `${DURATION_EXPECTATION}, from ${SHORTEST_REFRESH} to ${LONGEST_REFRESH}`,
      isRefresh,
    ).optional(),
  }).optional(),
  notifications: freezeNoticesShape.optional(),
});

/** What `continuity.calendars` says; absent parts with their defaults. */
export interface CalendarsSettings {
  /** Absent: peaks inform people and freeze nothing. */
  peaks?: PeakPolicy;
  feeds: FeedSettings;
  freezeNotices: FreezeNoticeSettings;
}

/**
 * Reads `continuity.calendars` of the configuration.
 *
 * @param tierIds - The tiers that exist.
 * @param path - Where it stands, for the problems.
 */
export function readCalendarsSettings(
  raw: unknown,
  tierIds: readonly string[],
  path: string,
): { settings: CalendarsSettings } | { problems: Problem[] } {
  const reading = readShape(shape, raw ?? {}, path);
  const peaks = parsePeakPolicy(peaksOf(raw), `${path}.peaks`, tierIds);
  const notices = reading.ok
    ? readFreezeNotices(reading.value.notifications, `${path}.notifications`)
    : reading;
  if (!reading.ok || !notices.ok || peaks.problems.length > 0) {
    return {
      problems: [...(notices.ok ? [] : notices.problems), ...peaks.problems],
    };
  }
  const { allowedHosts = [], refresh = DEFAULT_REFRESH } =
    reading.value.feeds ?? {};
  return {
    settings: {
      ...(peaks.policy && { peaks: peaks.policy }),
      feeds: {
        allowedHosts: allowedHosts.flatMap(host => canonicalHost(host) ?? []),
        refreshMs: durationMs(refresh),
      },
      freezeNotices: notices.value,
    },
  };
}

/**
 * A host as addresses name it: lower case, without the port that its scheme implies.
 * Absent: it is something else than a host, or more.
 */
function canonicalHost(text: string): string | undefined {
  if (!/^[a-z0-9.:[\]-]+$/i.test(text)) {
    return undefined;
  }
  try {
    const url = new URL(`https://${text}`);
    const isHostOnly = url.pathname === '/' && url.hostname !== '';
    return isHostOnly ? url.host : undefined;
  } catch {
    return undefined;
  }
}

function isRefresh(text: string): boolean {
  return (
    isDuration(text) &&
    durationMs(text) >= durationMs(SHORTEST_REFRESH) &&
    durationMs(text) <= durationMs(LONGEST_REFRESH)
  );
}

function peaksOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'peaks' in raw
    ? raw.peaks
    : undefined;
}
