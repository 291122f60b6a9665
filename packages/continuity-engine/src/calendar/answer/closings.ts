import type { Interval } from '../../time';
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
 * @param period - Begins no later than the deployment that is under way, if one is:
 * whether a window began to close after it cannot be told from less.
 */
export function findClosings(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  period: Interval,
  asked: AskedOperation,
): Closing[] {
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
            maintained.map(indexed => inForce(index, indexed, period)),
            period,
          ),
          period,
        )
      : undefined;
  return inScope.flatMap(indexed => {
    const { window } = indexed;
    if (exemptsRollback(window, asked)) return [];
    const stretches =
      window.effect === 'maintenance' && unmaintained
        ? unmaintained
        : inForce(index, indexed, period);
    return [
      {
        indexed,
        strictness: strictnessOf(window.enforcement),
        stretches: begunBy(stretches, finishesAfter(window, asked)),
      },
    ];
  });
}

function inForce(
  index: WindowIndex,
  indexed: IndexedWindow,
  period: Interval,
): Stretches {
  return joinStretches(index.occurrencesBetween(indexed, period), period);
}

/** Those that began by a moment; what begins later lets the deployment finish. */
function begunBy(stretches: Stretches, moment: number): Stretches {
  if (moment === Infinity) return stretches;
  const { starts, ends } = stretches;
  let count = 0;
  while (count < starts.length && starts[count] <= moment) count++;
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}
