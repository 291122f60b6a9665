import type { Occurrence } from '@continuity/engine';
import { DateTime } from 'luxon';
import type { ClockRepetition } from './cronOf';

/** Clocks are changed by less than this. */
const AROUND_MS = 3 * 3_600_000;

/**
 * Whether Argo CD takes an occurrence for what it is. It reads the start and the length of
 * a window on the clock as it goes at the moment of asking, so it agrees where the clock
 * is not changed near the start or the end, and shows the written length between them.
 */
export function keepsItsClock(
  { start, end, startLocal, endLocal }: Occurrence,
  { schedule, lengthMs }: ClockRepetition,
  timeZone: string,
): boolean {
  const offsetAt = (moment: number) =>
    DateTime.fromMillis(moment, { zone: timeZone }).offset;
  const isSteadyAround = (moment: number) =>
    offsetAt(moment - AROUND_MS) === offsetAt(moment + AROUND_MS);
  const [minute, hour] = schedule.split(' ').map(Number);
  return (
    isSteadyAround(start) &&
    isSteadyAround(end) &&
    onClock(endLocal) - onClock(startLocal) === lengthMs &&
    onClock(startLocal) % 86_400_000 === (hour * 60 + minute) * 60_000
  );
}

/** What a clock shows, as if it were in UTC. */
function onClock(local: string): number {
  return Date.parse(`${local.slice(0, 19)}Z`);
}
