import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type { ScopedWindow } from './considerWindows';
import {
  exemptsRollback,
  finishesAfter,
  type AskedOperation,
} from './operation';
import { strictnessOf } from './strictness';
import {
  gapsBetween,
  StretchCollector,
  uniteStretches,
  type Stretches,
} from './Stretches';

/** A window, and when it closes to what is asked. */
export interface Closing {
  indexed: IndexedWindow;
  /** See `strictnessOf`. */
  strictness: number;
  stretches: Stretches;
}

/** What windows that are for a subject do over a period. */
export interface Sight {
  /** When each closes to what is asked; a window that is exempt never does. */
  closings: Closing[];
  /**
   * When windows are in force of which occurrences follow each other without a break,
   * or overlap. The others are in force for one occurrence at a time.
   */
  joined: Map<IndexedWindow, Stretches>;
}

/**
 * When each window that is for a subject closes: a freeze while it is in force, a
 * maintenance window while no maintenance window that is for the subject is in force.
 *
 * Stretches may begin before the period: for a deployment that is under way, it counts
 * whether a window began to close after it.
 *
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199, and
 * for a deployment that is under way since no moment.
 */
export function lookAhead(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  period: Interval,
  asked: AskedOperation,
): Sight {
  const looked = periodToLookAt(period, asked);
  const joined: Sight['joined'] = new Map();
  const inForce = scoped.flatMap(({ indexed, inScope }) => {
    if (!inScope) return [];
    const stretches = new StretchCollector(looked);
    index.spansBetween(indexed, looked, (start, end) =>
      stretches.add(start, end),
    );
    if (stretches.isJoined) joined.set(indexed, stretches);
    return [{ indexed, stretches }];
  });
  const maintained = inForce.filter(
    ({ indexed }) => indexed.window.effect === 'maintenance',
  );
  // One list for all of them: they close at the same times.
  const unmaintained = gapsBetween(
    uniteStretches(
      maintained.map(({ stretches }) => stretches),
      looked,
    ),
    looked,
  );
  const closings = inForce.flatMap(({ indexed, stretches }) => {
    const { window } = indexed;
    if (exemptsRollback(window, asked)) return [];
    return [
      {
        indexed,
        strictness: strictnessOf(window.enforcement),
        stretches: begunBy(
          window.effect === 'maintenance' ? unmaintained : stretches,
          finishesAfter(window, asked),
        ),
      },
    ];
  });
  return { closings, joined };
}

function periodToLookAt(
  period: Interval,
  { operation, runningSince }: AskedOperation,
): Interval {
  requirePeriod(period);
  const { start, end } = period;
  if (operation !== 'continue' || runningSince === undefined) {
    return { start, end };
  }
  if (Number.isNaN(runningSince)) {
    throw new RangeError('A deployment cannot be under way since NaN');
  }
  return { start: Math.max(0, Math.min(start, runningSince)), end };
}

/** @throws RangeError for a period that is none or leaves the years 1970 to 2199. */
export function requirePeriod({ start, end }: Interval): void {
  if (!(start < end)) {
    throw new RangeError(`From ${start} to ${end} is no stretch of time`);
  }
  if (start < 0 || end >= END_OF_TIME) {
    throw new RangeError(
      `From ${start} to ${end} is not within the years 1970 to 2199, for which windows are computed`,
    );
  }
}

/** Those that began by a moment; what begins later lets the deployment finish. */
function begunBy(stretches: Stretches, moment: Instant): Stretches {
  if (moment === Infinity) return stretches;
  const { starts, ends } = stretches;
  let count = 0;
  while (count < starts.length && starts[count] <= moment) count++;
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}
