import { busyTimes, type Planned } from '../conflicts/busyTimes';
import type { Conflict, ConflictFacts } from '../conflicts/types';
import { intersection, overlaps, type Interval } from '../../time';
import type { FreeSlot, SlotSearch } from './types';

const MAX_TAKEN = 10;
/** Slots begin on a quarter of an hour, as people plan. */
const STEP_MS = 15 * 60_000;
/** Within one stretch, another slot is another day: an hour later says nothing new. */
const APART_MS = 24 * 3_600_000;

/**
 * The next times of a wanted length at which nothing blocks a change, in their order: of
 * each stretch that is long enough its first quarter of an hour, and the same a day later
 * for as long as it lasts.
 *
 * @param lengthMs - longer than zero
 * @throws RangeError for no length
 */
export function findSlots(
  change: Planned,
  facts: ConflictFacts,
  options: { period: Interval; lengthMs: number; limit: number },
): SlotSearch {
  const { period, lengthMs, limit } = options;
  if (!(lengthMs > 0)) {
    throw new RangeError(`${lengthMs} ms is no length of a slot`);
  }
  const busy = busyTimes(change, facts, period);
  const blocking = busy
    .filter(({ blocks }) => blocks)
    .flatMap(one => {
      const within = intersection(one, period);
      return within ? [{ ...one, ...within }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const notes = busy.filter(({ blocks }) => !blocks);
  const slots: FreeSlot[] = [];
  for (const gap of gapsOf(blocking, period)) {
    let start = Math.ceil(gap.start / STEP_MS) * STEP_MS;
    while (slots.length < limit && start + lengthMs <= gap.end) {
      const slot = { start, end: start + lengthMs };
      slots.push({
        ...slot,
        ...(gap.end < period.end && { openUntil: gap.end }),
        ...(gap.after && { after: gap.after }),
        ...(gap.before && { before: gap.before }),
        notes: notes.filter(note => overlaps(note, slot)),
      });
      start =
        Math.ceil(Math.max(slot.end, start + APART_MS) / STEP_MS) * STEP_MS;
    }
    if (slots.length >= limit) break;
  }
  return { slots, period, taken: takenBy(blocking) };
}

interface Gap extends Interval {
  after?: Conflict;
  before?: Conflict;
}

/** What nothing takes, in order. @param blocking - by start */
function* gapsOf(
  blocking: readonly Conflict[],
  period: Interval,
): Iterable<Gap> {
  let { start } = period;
  let after: Conflict | undefined;
  for (const one of blocking) {
    if (one.start > start) {
      yield { start, end: one.start, after, before: one };
    }
    if (one.end > start) {
      start = one.end;
      after = one;
    }
  }
  if (start < period.end) yield { start, end: period.end, after };
}

function takenBy(blocking: readonly Conflict[]): SlotSearch['taken'] {
  const byCause = new Map<string, SlotSearch['taken'][number]>();
  for (const { kind, with: what = '', start, end, explanation } of blocking) {
    const key = `${kind} ${what}`;
    const known = byCause.get(key);
    if (known) known.ms += end - start;
    else byCause.set(key, { kind, explanation, ms: end - start });
  }
  return [...byCause.values()].sort((a, b) => b.ms - a.ms).slice(0, MAX_TAKEN);
}
