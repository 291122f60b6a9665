import { dayIndexAt, type ZoneDay } from '../time/zoneDays';
import type { OccurrenceIndex } from './occurrenceIndex';

/** A window on neighbouring days of one week, in one lane. */
export interface Segment {
  /** The first of its occurrences. */
  position: number;
  /** How many occurrences it stands for: those of one window on one day. */
  count: number;
  /** Columns of the week, 0 to 6; `last` inclusive. */
  first: number;
  last: number;
  lane: number;
  /** Whether it goes on in the week before, and in the one after. */
  before: boolean;
  after: boolean;
}

export interface WeekLayout {
  days: ZoneDay[];
  segments: Segment[];
  /** How many lanes are in use. */
  lanes: number;
  /** Of each day, how many segments there was no lane for. */
  hidden: number[];
  /** Of each day, how many windows take place. */
  windows: number[];
}

interface Piece extends Omit<Segment, 'lane'> {
  rank: number;
}

/**
 * Lays occurrences out over weeks of days. Occurrences of one window within one day
 * become one segment. What matters most gets a lane first, then what is longest; what is
 * left without one is counted on each of its days.
 *
 * O(n log n) in the number of occurrences.
 *
 * @param days - whole weeks
 * @param lanes - how many segments a day has room for
 * @param include - leaves occurrences out; absent: none
 */
export function layoutWeeks(
  index: OccurrenceIndex,
  days: readonly ZoneDay[],
  lanes: number,
  include: (position: number) => boolean = () => true,
): WeekLayout[] {
  const weeks = Array.from(
    { length: days.length / 7 },
    () => new Map<number, Piece>(),
  );
  for (let position = 0; position < index.count; position++) {
    const from = dayIndexAt(days, index.starts[position]);
    const to = dayIndexAt(days, index.ends[position] - 1);
    if (to >= 0 && from < days.length && include(position)) {
      addPieces(index, weeks, position, from, to);
    }
  }
  return weeks.map((pieces, week) =>
    layoutWeek(days.slice(week * 7, week * 7 + 7), [...pieces.values()], lanes),
  );
}

function addPieces(
  index: OccurrenceIndex,
  weeks: Map<number, Piece>[],
  position: number,
  from: number,
  to: number,
) {
  const first = Math.max(from, 0);
  const last = Math.min(to, weeks.length * 7 - 1);
  const window = index.windowOf[position];
  for (let week = Math.floor(first / 7); week * 7 <= last; week++) {
    const begin = Math.max(first - week * 7, 0);
    const end = Math.min(last - week * 7, 6);
    const key = (window * 7 + begin) * 7 + end;
    const known = weeks[week].get(key);
    if (known) {
      known.count += 1;
    } else {
      weeks[week].set(key, {
        position,
        count: 1,
        first: begin,
        last: end,
        before: from < week * 7,
        after: to > week * 7 + 6,
        rank: index.rankOf[window],
      });
    }
  }
}

function layoutWeek(
  days: ZoneDay[],
  pieces: Piece[],
  lanes: number,
): WeekLayout {
  pieces.sort(
    (a, b) =>
      a.rank - b.rank ||
      b.last - b.first - (a.last - a.first) ||
      a.first - b.first ||
      a.position - b.position,
  );
  // A bit for each day: which days of a lane are taken.
  const taken = new Array<number>(lanes).fill(0);
  const hidden = new Array<number>(7).fill(0);
  const windows = new Array<number>(7).fill(0);
  const segments: Segment[] = [];
  for (const { rank: _, ...piece } of pieces) {
    const mask = ((1 << (piece.last - piece.first + 1)) - 1) << piece.first;
    const lane = taken.findIndex(bits => (bits & mask) === 0);
    if (lane >= 0) {
      taken[lane] |= mask;
      segments.push({ ...piece, lane });
    }
    for (let day = piece.first; day <= piece.last; day++) {
      windows[day] += 1;
      if (lane < 0) hidden[day] += 1;
    }
  }
  // Read by a screen reader and by the tab key in the order in which they are seen.
  segments.sort((a, b) => a.first - b.first || a.lane - b.lane);
  return {
    days,
    segments,
    lanes: taken.filter(bits => bits !== 0).length,
    hidden,
    windows,
  };
}
