import type { Instant } from '../../time';
import type { WallTime } from '../clock/wallTime';
import type { ZoneClock } from '../clock/ZoneClock';
import type { FreezeWindow } from '../types';
import type { Meaning } from './PlacedSpans';
import {
  clockLength,
  compileLength,
  endOf,
  wallOf,
  type CompiledLength,
} from './windowLength';

/** An occurrence that is listed one by one, placed. */
export interface ParticularSpan {
  start: Instant;
  end: Instant;
  meaning: Meaning;
}

/**
 * The occurrences that no rule yields: extra ones (RFC 5545 3.8.5.2, RDATE) and those
 * that take the place of others (3.8.4.4, RECURRENCE-ID). They may lie anywhere, so
 * all are kept; there are at most two thousand.
 *
 * An override without a length of its own is as long as what it replaces.
 *
 * @param cancelled - Starts that do not take place.
 */
export function particularSpans(
  { rdates, overrides }: Pick<FreezeWindow, 'rdates' | 'overrides'>,
  length: CompiledLength,
  cancelled: ReadonlySet<WallTime>,
  clock: ZoneClock,
): ParticularSpan[] {
  const replaced = new Map(
    overrides.map(override => [wallOf(override.occurrence), override]),
  );
  const extraLengths = new Map<WallTime, CompiledLength>();
  const meanings: Meaning[] = [];
  for (const { start, end } of rdates) {
    const wall = wallOf(start);
    const own = end === undefined ? length : clockLength(wallOf(end) - wall);
    if (replaced.has(wall)) extraLengths.set(wall, own);
    else if (!cancelled.has(wall)) meanings.push({ wall, length: own });
  }
  for (const [occurrence, override] of replaced) {
    if (cancelled.has(occurrence)) continue;
    const { title, reason } = override;
    const wall =
      override.start === undefined ? occurrence : wallOf(override.start);
    meanings.push({
      wall,
      length: override.length
        ? compileLength(override.length, wall)
        : extraLengths.get(occurrence) ?? length,
      ...(title !== undefined && { title }),
      ...(reason !== undefined && { reason }),
    });
  }
  return meanings.map(meaning => {
    const { instant: start } = clock.toInstant(meaning.wall);
    const end = endOf(meaning.length, meaning.wall, start, clock);
    return { start, end, meaning };
  });
}
