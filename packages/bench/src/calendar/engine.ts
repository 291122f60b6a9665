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

/** Verdicts about many services, one after the other, with every word of why read. */
export function verdicts(
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  at: number,
): Measured {
  return measured(subjects, subject => read(ask(index, subject, at)));
}

/** The same, each service asked about an hour before its turn. */
export function verdictsAgain(
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  at: number,
): Measured {
  return measured(
    subjects,
    subject => read(ask(index, subject, at)),
    subject => read(ask(index, subject, at - 3_600_000)),
  );
}

/** Some words are made when they are read, so all of them are read. */
function read(answer: WindowAnswer): number {
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

/** Every occurrence of every window in a year. */
export function yearFrom(index: WindowIndex, start: number): Drawn {
  const period = { start, end: start + 365 * 86_400_000 };
  let count = 0;
  const add = () => {
    count += 1;
  };
  for (const window of index.windows) index.spansBetween(window, period, add);
  const drawn: Drawn = {
    windows: new Uint32Array(count),
    starts: new Float64Array(count),
    ends: new Float64Array(count),
  };
  let filled = 0;
  index.windows.forEach((window, place) => {
    index.spansBetween(window, period, (from, to) => {
      drawn.windows[filled] = place;
      drawn.starts[filled] = from;
      drawn.ends[filled] = to;
      filled += 1;
    });
  });
  return drawn;
}
