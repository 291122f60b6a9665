import { DAY_MS, formatTimeOfDay, formatWall } from '../../clock/wallTime';
import { wallOf } from '../../occurrences/windowLength';
import type { CalendarFinding } from '../../types';
import type { LintedOccurrence, LintedWindow } from '../LintedWindow';
import { isoLength, lengthInWords, startsOf } from '../words';

/** Every three hours and more often is a schedule for machines, not a freeze. */
const MANY_A_DAY = 8;

/** An occurrence that outlasts so many that follow it says that its length is not meant. */
const MANY_AT_ONCE = 4;

/** `overlaps-itself`: an occurrence begins before the one before it ends. */
export function overlapsItself(linted: LintedWindow): CalendarFinding[] {
  const { coming, clock } = linted;
  const overlapping = pairs(coming).filter(([one, next]) => {
    const overlap = one.end - next.start;
    // Around a change of the clocks a day of 24 hours outlasts the one of 23.
    const change = Math.abs(
      clock.offsetAt(one.start) - clock.offsetAt(next.start),
    );
    return overlap > change;
  });
  if (overlapping.length === 0) return [];
  const [[one, next]] = overlapping;
  const apart = Math.min(
    ...overlapping.map(([{ wall }, { wall: later }]) => later - wall),
  );
  const length = lengthField(linted);
  return [
    linted.finding('overlaps-itself', length, {
      severity: 'warning',
      message: `The occurrence of ${formatWall(one.wall)} lasts ${lengthInWords(
        one.end - one.start,
      )}, until ${formatWall(
        clock.toWall(one.end),
      )}, but the next begins at ${formatWall(next.wall)}.`,
      remedy: `Make an occurrence at most ${lengthInWords(apart)} long (${
        length === 'end'
          ? `end: ${formatWall(
              coming[0].wall + apart,
            )} for the start ${formatWall(coming[0].wall)}`
          : `duration: ${isoLength(apart)}`
      }), or let the rule occur less often.`,
      dates: startsOf(overlapping.map(([{ wall }]) => ({ wall }))),
    }),
  ];
}

/** `too-frequent`: it occurs far more often than its length suggests. */
export function tooFrequent(linted: LintedWindow): CalendarFinding[] {
  const { coming, window } = linted;
  const busiest = busiestDay(coming);
  if (busiest.length < 2) return [];
  const [one, next] = busiest;
  const long = (one.end - one.start) / (next.start - one.start);
  if (busiest.length < MANY_A_DAY && long < MANY_AT_ONCE) return [];
  const times = busiest.slice(0, 3).map(({ wall }) => formatTimeOfDay(wall));
  const freq = /FREQ=(?:SECONDLY|MINUTELY|HOURLY)/i.exec(window.rrule ?? '');
  return [
    linted.finding('too-frequent', 'rrule', {
      severity: 'warning',
      message: `It begins ${busiest.length} times on ${formatWall(
        one.wall,
      ).slice(0, 10)} (${times.join(', ')}${
        busiest.length > 3 ? ', ...' : ''
      }), and each time lasts ${lengthInWords(one.end - one.start)}${
        long >= 1 ? ', longer than until the next, so that it never ends' : ''
      }.`,
      remedy: `${
        freq
          ? `Write FREQ=DAILY instead of ${freq[0]}`
          : 'Name one hour and one minute'
      } for one occurrence a day, at the time of its start (${formatTimeOfDay(
        wallOf(window.start),
      )}); its length says until when it lasts.`,
      dates: startsOf(busiest),
    }),
  ];
}

function lengthField({ window }: LintedWindow): 'end' | 'duration' {
  return window.length.by;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((next, index) => [list[index], next]);
}

/** The occurrences of the day that has most of them, the first such day. */
function busiestDay(
  occurrences: readonly LintedOccurrence[],
): LintedOccurrence[] {
  const days = new Map<number, LintedOccurrence[]>();
  for (const one of occurrences) {
    const day = Math.floor(one.wall / DAY_MS);
    const list = days.get(day);
    if (list) list.push(one);
    else days.set(day, [one]);
  }
  return [...days.values()].reduce<LintedOccurrence[]>(
    (most, list) => (list.length > most.length ? list : most),
    [],
  );
}
