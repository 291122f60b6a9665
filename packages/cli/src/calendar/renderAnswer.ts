import {
  formatInstant,
  formatProblem,
  type ConsideredWindow,
  type Occurrence,
  type WindowAnswer,
  type WindowState,
} from '@continuity/engine';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';
import { whyUnknown, type UnknownCalendar } from './readCalendarFile';
import type { CalendarQuestion } from './readQuestion';

const WORDS: Record<WindowState, string> = {
  open: 'OPEN',
  warn: 'OPEN, WITH CARE',
  approval: 'NEEDS APPROVAL',
  block: 'CLOSED',
};

const COLOURS: Record<WindowState, 'green' | 'yellow' | 'red'> = {
  open: 'green',
  warn: 'yellow',
  approval: 'yellow',
  block: 'red',
};

/** An answer as JSON: instants in ISO 8601, windows by their ids. */
export function presentAnswer(
  answer: WindowAnswer,
  state: WindowState,
  closing: readonly UnknownCalendar[],
) {
  const { nextChange, nextOpen, longestOpen } = answer;
  const isClosed = closing.length > 0;
  return {
    at: formatInstant(answer.at),
    state,
    considered: answer.considered.map(presentConsidered),
    unreadableCalendars: closing.map(({ ref, problems }) => ({
      ref,
      problem: problems.map(formatProblem).join('; '),
    })),
    // What a calendar that cannot be read does later, nobody knows.
    ...(!isClosed && {
      ...(nextChange && {
        nextChange: { ...nextChange, at: formatInstant(nextChange.at) },
      }),
      ...(nextOpen !== undefined && { nextOpen: formatInstant(nextOpen) }),
      ...(longestOpen && { longestOpen: presentStretch(longestOpen) }),
    }),
    horizon: formatInstant(answer.horizon),
  };
}

/** A stretch of time; without an end it goes on to the horizon at least. */
export function presentStretch({
  start,
  end,
}: {
  start: number;
  end?: number;
}) {
  return {
    start: formatInstant(start),
    ...(end !== undefined && { end: formatInstant(end) }),
  };
}

/** An occurrence with instants in ISO 8601. */
export function presentOccurrence({ start, end, ...rest }: Occurrence) {
  return { start: formatInstant(start), end: formatInstant(end), ...rest };
}

function presentConsidered(of: ConsideredWindow) {
  const { window, active, next } = of;
  return {
    calendarRef: of.calendarRef,
    windowId: window.id,
    title: window.title,
    effect: window.effect,
    enforcement: window.enforcement,
    timezone: window.timezone,
    reason: window.reason,
    ...(window.link !== undefined && { link: window.link }),
    role: of.role,
    because: of.because,
    ...(active && { active: presentOccurrence(active) }),
    ...(next && { next: presentOccurrence(next) }),
  };
}

/** An answer for people: the state first, then every window and why it counts. */
export function renderAnswer(
  answer: WindowAnswer,
  state: WindowState,
  closing: readonly UnknownCalendar[],
  { question, all }: { question: CalendarQuestion; all: boolean },
  io: Io,
): string {
  const lines = [
    `${emphasise(io, COLOURS[state], WORDS[state])} ${plainLine(
      question.label,
    )} at ${formatInstant(answer.at)}`,
    '',
    ...closing.map(
      one => `  not known, so closed: ${plainLine(whyUnknown(one))}`,
    ),
    ...renderWindows(answer.considered, all),
    ...(answer.considered.length + closing.length === 0
      ? ['  There is no window.']
      : []),
    '',
    ...(closing.length > 0 ? [] : outlook(answer)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Windows that do nothing now, as many as a reader looks at. */
const SHOWN_IDLE = 3;

/** Every window that does something now, and of the others those that come first. */
function renderWindows(
  considered: readonly ConsideredWindow[],
  all: boolean,
): string[] {
  const isQuiet = ({ role }: ConsideredWindow) =>
    role === 'idle' || role === 'out-of-scope';
  const quiet = considered.filter(isQuiet);
  const idle = quiet.filter(({ role }) => role === 'idle');
  const shown = all ? quiet : idle.slice(0, SHOWN_IDLE);
  const hidden = quiet.length - shown.length;
  return [
    ...considered.filter(one => !isQuiet(one)).flatMap(renderActing),
    ...shown.map(renderConsidered),
    ...(hidden > 0
      ? [
          `  ${hidden} more ${
            hidden === 1 ? 'window is' : 'windows are'
          } not in force or for others (--all shows them)`,
        ]
      : []),
  ];
}

function renderActing(of: ConsideredWindow): string[] {
  // What takes place now may have words of its own.
  const { title = of.window.title, reason = of.window.reason } =
    of.active ?? {};
  return [
    renderConsidered(of),
    `    why: ${plainLine(title)}: ${plainLine(reason)}`,
  ];
}

function renderConsidered(of: ConsideredWindow): string {
  // A window that only warns closes nothing.
  const does =
    of.role === 'closes' && of.window.enforcement === 'warn'
      ? 'warns'
      : of.role;
  return `  ${does}: ${plainLine(of.calendarRef)}#${plainLine(
    of.window.id,
  )} ${plainLine(of.because)}`;
}

/** How it goes on. */
export function outlook(answer: WindowAnswer): string[] {
  const { nextChange, nextOpen, longestOpen, state, horizon } = answer;
  const isClosed = state === 'approval' || state === 'block';
  const lines = [
    nextChange
      ? `Next change:  ${formatInstant(nextChange.at)} ${
          WORDS[nextChange.state]
        }: ${plainLine(nextChange.cause)}`
      : `Next change:  none before ${formatInstant(horizon)}`,
  ];
  if (isClosed) {
    lines.push(
      nextOpen === undefined
        ? `Next opening: no known end before ${formatInstant(horizon)}`
        : `Next opening: ${formatInstant(nextOpen)}`,
    );
  }
  lines.push(
    longestOpen
      ? `Longest open: ${formatInstant(longestOpen.start)} to ${
          longestOpen.end === undefined
            ? `${formatInstant(horizon)} at least`
            : formatInstant(longestOpen.end)
        }`
      : `Longest open: none before ${formatInstant(horizon)}`,
  );
  return lines;
}
