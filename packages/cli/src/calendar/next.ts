import {
  createWindowIndex,
  durationMs,
  formatInstant,
  isDuration,
  windowsInScope,
  windowTimeline,
  type FreezeCalendar,
  type IndexedWindow,
  type Interval,
  type Occurrence,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { answerFor, closingOf } from './check';
import {
  describeUnknown,
  readCalendarFile,
  whyUnknown,
  type UnknownCalendar,
} from './readCalendarFile';
import {
  addQuestionOptions,
  judgeableCalendars,
  readQuestion,
  requireSpelling,
  type CalendarQuestion,
  type QuestionFlags,
} from './readQuestion';
import { outlook, presentAnswer, presentOccurrence } from './renderAnswer';

type Flags = QuestionFlags & { slot?: string; count: string };

const DAY_MS = 86_400_000;
const HORIZON_MS = 400 * DAY_MS;

/** `continuity calendar next`: when it changes, when it opens, what comes. */
export function addNextCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  addQuestionOptions(
    calendar
      .command('next')
      .description(
        'Say what calendars say next: the next change and opening, the first slot of a length, and the occurrences that come.',
      )
      .addHelpText(
        'after',
        `
Where the windows of a calendar are not known, nobody knows what comes: then only the
occurrences of the others are listed.

Exit codes:
  0   it is known                      2   wrong usage, or a calendar cannot be read
  3   a calendar follows a feed whose content was not handed in with --feed`,
      ),
  )
    .option('--slot <duration>', 'look for the first open slot, e.g. PT2H')
    .option('--count <number>', 'so many occurrences that come', '10')
    .action(async (flags: Flags) => {
      settle(await next(flags, io));
    });
}

async function next(flags: Flags, io: Io) {
  const slotMs = readSlot(flags.slot);
  const count = readCount(flags.count);
  const question = await readQuestion(flags, io);
  const { calendars, unknown } = await readCalendarFile(
    { file: flags.file, timezone: flags.tz, feeds: flags.feed },
    io,
  );
  requireSpelling(calendars, question);
  const closing = closingOf(unknown, question);
  for (const one of unknown) io.err(describeUnknown(one));
  const isKnown = closing.length === 0;
  const answer = answerFor(calendars, question);
  const slot =
    slotMs === undefined || !isKnown
      ? undefined
      : firstSlot(calendars, question, slotMs);
  const coming = comingOccurrences(calendars, question, count);
  io.out(
    flags.json
      ? `${JSON.stringify(
          {
            ...presentAnswer(answer, isKnown ? answer.state : 'block', closing),
            ...(slot && { slot: presentSlot(slot) }),
            occurrences: coming.map(({ indexed, occurrence }) => ({
              calendarRef: indexed.calendarRef,
              windowId: indexed.window.id,
              title: occurrence.title ?? indexed.window.title,
              effect: indexed.window.effect,
              enforcement: indexed.window.enforcement,
              ...presentOccurrence(occurrence),
            })),
          },
          null,
          2,
        )}\n`
      : [
          `${plainLine(question.label)} from ${formatInstant(answer.at)}`,
          '',
          ...(isKnown ? outlook(answer) : renderUnknown(closing)),
          ...(slotMs === undefined || !isKnown
            ? []
            : [
                slot
                  ? `First slot:   ${formatInstant(
                      slot.start,
                    )} to ${formatInstant(slot.end)}`
                  : `First slot:   none within 400 days`,
              ]),
          '',
          ...(isKnown ? [] : ['What the other calendars say:']),
          ...(coming.length === 0
            ? ['No window takes place within 400 days.']
            : coming.map(describeComing)),
          '',
        ].join('\n'),
  );
  if (isKnown) return exitCodes.ok;
  return closing.some(({ why }) => why === 'broken')
    ? exitCodes.usage
    : exitCodes.noAnswer;
}

/** Nobody can tell what comes; whose windows are missing, and what to do. */
function renderUnknown(closing: readonly UnknownCalendar[]): string[] {
  return [
    'Next change:  not known, and unknown is not open',
    ...closing.map(one => `  ${plainLine(whyUnknown(one))}`),
  ];
}

function readSlot(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!isDuration(text) || durationMs(text) === 0) {
    throw new UsageError(
      `--slot: "${text}" is not an ISO 8601 duration of some length, e.g. PT2H`,
    );
  }
  return durationMs(text);
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    throw new UsageError(`--count: "${text}" is not a number from 1 to 999`);
  }
  return Number(text);
}

function firstSlot(
  calendars: readonly FreezeCalendar[],
  question: CalendarQuestion,
  lengthMs: number,
): Interval | undefined {
  const index = createWindowIndex(judgeableCalendars(calendars, question));
  const scoped = windowsInScope(index, question.subject);
  const period = { start: question.at, end: question.at + HORIZON_MS };
  return windowTimeline(
    index,
    scoped,
    period,
    question.rollback
      ? { operation: 'rollback', rollbackProven: true }
      : undefined,
  ).firstOpen(question.at, lengthMs);
}

function presentSlot({ start, end }: Interval) {
  return { start: formatInstant(start), end: formatInstant(end) };
}

interface Coming {
  indexed: IndexedWindow;
  occurrence: Occurrence;
}

/** The next occurrences to start, of all windows in scope, earliest first. */
function comingOccurrences(
  calendars: readonly FreezeCalendar[],
  question: CalendarQuestion,
  count: number,
): Coming[] {
  const index = createWindowIndex(judgeableCalendars(calendars, question));
  return windowsInScope(index, question.subject)
    .flatMap(({ indexed }) => {
      const coming: Coming[] = [];
      let from = question.at;
      while (coming.length < count) {
        const { next: occurrence } = index.occurrencesAt(indexed, from);
        if (!occurrence || occurrence.start > question.at + HORIZON_MS) break;
        coming.push({ indexed, occurrence });
        from = occurrence.start;
      }
      return coming;
    })
    .sort((a, b) => a.occurrence.start - b.occurrence.start)
    .slice(0, count);
}

function describeComing({ indexed, occurrence }: Coming): string {
  const { window } = indexed;
  const what =
    window.effect === 'maintenance'
      ? 'maintenance'
      : `freeze, ${window.enforcement}`;
  const note = occurrence.note ? `\n  ${plainLine(occurrence.note)}` : '';
  return `${occurrence.startLocal} to ${occurrence.endLocal}  ${plainLine(
    occurrence.title ?? window.title,
  )} (${what})${note}`;
}
