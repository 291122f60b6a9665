import type { Interval } from '../../time';
import { finish, type Steps } from '../../steps';
import {
  gapsBetween,
  uniteStretches,
  type Stretches,
} from '../answer/Stretches';
import { isPassable, STATES } from '../answer/strictness';
import type { WindowIndex } from '../occurrences/WindowIndex';
import type { FreezeCalendar } from '../types';
import { Landscape, type ScopedGroup } from './Landscape';
import type { SimulatedService, Slot } from './types';

/**
 * The first stretch of a wanted length in which every service is open, or only warned
 * of. Undefined: there is none in the period. With no services everything is open.
 *
 * @throws RangeError for a period that leaves the years 1970 to 2199, or no length.
 */
export function firstSlot(
  source: WindowIndex | readonly FreezeCalendar[],
  services: readonly SimulatedService[],
  period: Interval,
  lengthMs: number,
): Slot | undefined {
  const landscape = new Landscape(source, period);
  const groups = landscape.group(services.map(({ subject }) => subject));
  return finish(commonSlot(landscape, groups, lengthMs));
}

/** {@link firstSlot} with the change of the landscape made, in steps. */
export function* commonSlot(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
  lengthMs: number,
): Steps<Slot | undefined> {
  if (!(lengthMs > 0)) {
    throw new RangeError(`${lengthMs} ms is no length of a slot`);
  }
  const { period } = landscape;
  const closed = new Set<Stretches>();
  for (const { after } of groups) {
    yield;
    for (const { strictness, stretches } of landscape.closings(after)) {
      if (!isPassable(STATES[strictness])) closed.add(stretches);
    }
  }
  const open = gapsBetween(uniteStretches([...closed], period), period);
  const place = open.starts.findIndex(
    (start, index) => open.ends[index] - start >= lengthMs,
  );
  return place < 0
    ? undefined
    : { start: open.starts[place], end: open.starts[place] + lengthMs };
}
