import {
  answerWindows,
  createWindowIndex,
  parseFreezeCalendar,
  type CalendarEntity,
  type FreezeCalendar,
  type WindowAnswer,
  type WindowIndex,
  type WindowSubject,
} from '@continuity/engine';
import { measured, type Measured } from './measure';

/** From what YAML says to an index that answers about a moment. */
export function makeReady(
  entities: readonly CalendarEntity[],
  at: number,
): WindowIndex {
  const calendars = entities.map((entity): FreezeCalendar => {
    const { calendar, problems } = parseFreezeCalendar(entity);
    if (!calendar) throw new Error(JSON.stringify(problems));
    return calendar;
  });
  return createWindowIndex(calendars, { warmAt: at });
}

/** A verdict: which windows are for a service, and what they say from a moment on. */
export function ask(
  index: WindowIndex,
  subject: WindowSubject,
  at: number,
): WindowAnswer {
  return answerWindows(index, subject, at, { considered: 'in-scope' });
}

/**
 * Verdicts about many services, one after the other and each a second later than the one
 * before, with every word of why read.
 *
 * @param maxMs - Stops after so long. Absent: when all were asked about.
 */
export function verdicts(
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  at: number,
  maxMs?: number,
): Measured {
  return measured(
    subjects,
    (subject, place) => read(ask(index, subject, at + place * 1000)),
    { maxMs },
  );
}

/** The same, each service asked about an hour before its turn. */
export function verdictsAgain(
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  at: number,
  maxMs?: number,
): Measured {
  return measured(
    subjects,
    (subject, place) => read(ask(index, subject, at + place * 1000)),
    {
      before: (subject, place) =>
        read(ask(index, subject, at + place * 1000 - 3_600_000)),
      maxMs,
    },
  );
}

/** Some words are made when they are read, so all of them are read. */
export function read(answer: WindowAnswer): number {
  let letters = answer.nextChange?.cause.length ?? 0;
  for (const { because, scopeReason } of answer.considered) {
    letters += because.length + scopeReason.length;
  }
  return letters;
}

/** Occurrences as the calendar page draws them. */
export interface Drawn {
  /** Which window, by its place in the index. */
  windows: Uint32Array;
  starts: Float64Array;
  ends: Float64Array;
}

/** Every occurrence of every window in a year, gone through once. */
export function yearFrom(index: WindowIndex, start: number): Drawn {
  const period = { start, end: start + 365 * 86_400_000 };
  let size = 1 << 19;
  let windows = new Uint32Array(size);
  let starts = new Float64Array(size);
  let ends = new Float64Array(size);
  let filled = 0;
  let place = 0;
  const add = (from: number, to: number) => {
    if (filled === size) {
      size *= 2;
      windows = grown(windows, new Uint32Array(size));
      starts = grown(starts, new Float64Array(size));
      ends = grown(ends, new Float64Array(size));
    }
    windows[filled] = place;
    starts[filled] = from;
    ends[filled] = to;
    filled += 1;
  };
  for (; place < index.windows.length; place++) {
    index.spansBetween(index.windows[place], period, add);
  }
  return {
    windows: windows.subarray(0, filled),
    starts: starts.subarray(0, filled),
    ends: ends.subarray(0, filled),
  };
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
