import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import type { ScopedWindow } from './considerWindows';
import {
  exemptsRollback,
  finishesAfter,
  type AskedOperation,
} from './operation';
import { strictnessOf } from './strictness';
import {
  gapsBetween,
  joinStretches,
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

/**
 * When each window that is for a subject closes: a freeze while it is in force, a
 * maintenance window while no maintenance window that is for the subject is in force.
 * What the operation is exempt from is left out.
 *
 * Stretches may begin before the period: for a deployment that is under way, it counts
 * whether a window began to close after it.
 *
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199, and
 * for a deployment that is under way since no moment.
 */
export function findClosings(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  period: Interval,
  asked: AskedOperation,
): Closing[] {
  const looked = periodToLookAt(period, asked);
  const inScope = scoped.flatMap(({ indexed, inScope: counts }) =>
    counts ? [indexed] : [],
  );
  const maintained = inScope.filter(
    ({ window }) => window.effect === 'maintenance',
  );
  // One list for all of them: they close at the same times.
  const unmaintained =
    maintained.length > 0
      ? gapsBetween(
          uniteStretches(
            maintained.map(indexed => inForce(index, indexed, looked)),
            looked,
          ),
          looked,
        )
      : undefined;
  return inScope.flatMap(indexed => {
    const { window } = indexed;
    if (exemptsRollback(window, asked)) return [];
    const stretches =
      window.effect === 'maintenance' && unmaintained
        ? unmaintained
        : inForce(index, indexed, looked);
    return [
      {
        indexed,
        strictness: strictnessOf(window.enforcement),
        stretches: begunBy(stretches, finishesAfter(window, asked)),
      },
    ];
  });
}

function periodToLookAt(
  { start, end }: Interval,
  { operation, runningSince }: AskedOperation,
): Interval {
  if (!(start < end)) {
    throw new RangeError(`From ${start} to ${end} is no stretch of time`);
  }
  if (operation !== 'continue' || runningSince === undefined) {
    return { start, end };
  }
  if (Number.isNaN(runningSince)) {
    throw new RangeError('A deployment cannot be under way since NaN');
  }
  return { start: Math.max(0, Math.min(start, runningSince)), end };
}

function inForce(
  index: WindowIndex,
  indexed: IndexedWindow,
  period: Interval,
): Stretches {
  return joinStretches(index.occurrencesBetween(indexed, period), period);
}

/** Those that began by a moment; what begins later lets the deployment finish. */
function begunBy(stretches: Stretches, moment: Instant): Stretches {
  if (moment === Infinity) return stretches;
  const { starts, ends } = stretches;
  let count = 0;
  while (count < starts.length && starts[count] <= moment) count++;
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}
