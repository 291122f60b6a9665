import type { ZoneDay } from '../time/zoneDays';
import { dayIndexAt } from '../time/zoneDays';
import { joinRuns, type Run } from './joinRuns';
import { LanePacker } from './LanePacker';
import type { OccurrenceIndex } from './occurrenceIndex';
import type { WeekAxis } from './weekAxis';

/** A window on one day, at its height on the axis. */
export interface Block extends Run {
  /** Where it ends on the axis as it is drawn: long enough to be read. */
  drawnTo: number;
  lane: number;
  /** How many lanes stand side by side there. */
  lanes: number;
  /** Whether it began before the day, and goes on after it. */
  before: boolean;
  after: boolean;
}

/** Windows that there was no lane for. */
export interface Hidden {
  /** Minutes from the begin of the axis. */
  from: number;
  to: number;
  count: number;
}

export interface DayColumn {
  day: ZoneDay;
  blocks: Block[];
  hidden: Hidden[];
}

export interface DayLayoutOptions {
  /** How many blocks may stand side by side. */
  lanes: number;
  /** Minutes of the axis that a block needs in order to be read. */
  least: number;
}

interface Candidate extends Run {
  drawnTo: number;
  rank: number;
  before: boolean;
  after: boolean;
}

/**
 * Lays occurrences out over the hours of days. What overlaps stands side by side, what
 * matters most first; what there is no room for is counted where it stands.
 *
 * O(n log n) in the number of occurrences.
 *
 * @param include - leaves occurrences out, such as those that fill whole days
 */
export function layoutDays(
  index: OccurrenceIndex,
  days: readonly ZoneDay[],
  axis: WeekAxis,
  options: DayLayoutOptions,
  include: (position: number) => boolean = () => true,
): DayColumn[] {
  const byDay = groupByDay(index, days, include);
  return days.map((day, position) =>
    layoutColumn(
      day,
      candidatesOf(index, day, byDay[position], options, (at, edge) =>
        axis.place(position, at, edge),
      ),
      options,
    ),
  );
}

/** Of each day, the occurrences that touch it, by window. */
function groupByDay(
  index: OccurrenceIndex,
  days: readonly ZoneDay[],
  include: (position: number) => boolean,
): Map<number, number[]>[] {
  const byDay = days.map(() => new Map<number, number[]>());
  for (let position = 0; position < index.count; position++) {
    if (!include(position)) continue;
    const first = Math.max(dayIndexAt(days, index.starts[position]), 0);
    const last = Math.min(
      dayIndexAt(days, index.ends[position] - 1),
      days.length - 1,
    );
    const window = index.windowOf[position];
    for (let day = first; day <= last; day++) {
      const known = byDay[day].get(window);
      if (known) known.push(position);
      else byDay[day].set(window, [position]);
    }
  }
  return byDay;
}

function candidatesOf(
  index: OccurrenceIndex,
  day: ZoneDay,
  byWindow: Map<number, number[]>,
  { least }: DayLayoutOptions,
  place: (at: number, edge: 'start' | 'end') => number,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [window, positions] of byWindow) {
    const placed = positions.map(position => ({
      position,
      from: place(Math.max(index.starts[position], day.start), 'start'),
      to: place(Math.min(index.ends[position], day.end), 'end'),
    }));
    for (const run of joinRuns(placed, { least, gap: 0 })) {
      candidates.push({
        ...run,
        drawnTo: Math.max(run.to, run.from + least),
        rank: index.rankOf[window],
        before: index.starts[run.position] < day.start,
        after: index.ends[run.position] > day.end,
      });
    }
  }
  return candidates.sort((a, b) => a.from - b.from);
}

function layoutColumn(
  day: ZoneDay,
  candidates: Candidate[],
  options: DayLayoutOptions,
): DayColumn {
  const column: DayColumn = { day, blocks: [], hidden: [] };
  let cluster: Candidate[] = [];
  let until = -Infinity;
  for (const candidate of candidates) {
    if (candidate.from >= until) {
      layoutCluster(cluster, options, column);
      cluster = [];
    }
    cluster.push(candidate);
    until = Math.max(until, candidate.drawnTo);
  }
  layoutCluster(cluster, options, column);
  return column;
}

/** What overlaps, directly or through others, shares the width of the day. */
function layoutCluster(
  cluster: Candidate[],
  { lanes }: DayLayoutOptions,
  column: DayColumn,
) {
  if (cluster.length === 0) return;
  const packer = new LanePacker(lanes);
  const hidden: Hidden = { from: Infinity, to: -Infinity, count: 0 };
  const placed = cluster
    .sort((a, b) => a.rank - b.rank || b.to - b.from - (a.to - a.from))
    .flatMap(({ rank: _, ...candidate }) => {
      const lane = packer.place(candidate.from, candidate.drawnTo);
      if (lane >= 0) return { ...candidate, lane, lanes: 0 };
      hidden.from = Math.min(hidden.from, candidate.from);
      hidden.to = Math.max(hidden.to, candidate.drawnTo);
      hidden.count += candidate.count;
      return [];
    });
  for (const block of placed) block.lanes = packer.used;
  // The tab key and a screen reader follow the clock.
  placed.sort((a, b) => a.from - b.from || a.lane - b.lane);
  column.blocks.push(...placed);
  if (hidden.count > 0) column.hidden.push(hidden);
}
