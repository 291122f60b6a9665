import {
  answerWindows,
  scopeMatches,
  type WindowAnswer,
  type WindowState,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { presentAnswer, renderAnswer } from './renderAnswer';
import {
  describeUnknown,
  readCalendarFile,
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

const EXIT_CODES = {
  open: exitCodes.ok,
  warn: exitCodes.ok,
  approval: exitCodes.needsApproval,
  block: exitCodes.deny,
} as const satisfies Record<WindowState, number>;

/** `continuity calendar check`: what the windows say at a moment. */
export function addCheckCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  addQuestionOptions(
    calendar
      .command('check')
      .description(
        'Say what calendars say at a moment, without a server. A calendar whose windows are not known closes what it covers.',
      )
      .addHelpText(
        'after',
        `
What is not said - the service, the environment - excludes no window: the answer is the
strictest that any of them would get. A feed is not fetched: what it says is handed in with
--feed, and without it the calendar that follows it counts as closed, since unknown is not open.

Exit codes:
  0   open, or open with a warning     10  closed
  2   wrong usage                      11  needs approval`,
      ),
  )
    .option('--all', 'show windows that are not in force or for others, too')
    .action(async (flags: QuestionFlags & { all?: boolean }) => {
      settle(await check(flags, io));
    });
}

async function check(flags: QuestionFlags & { all?: boolean }, io: Io) {
  const question = await readQuestion(flags, io);
  const { calendars, unknown } = await readCalendarFile(
    { file: flags.file, timezone: flags.tz, feeds: flags.feed },
    io,
  );
  requireSpelling(calendars, question);
  const closing = closingOf(unknown, question);
  for (const one of unknown) io.err(describeUnknown(one));
  const answer = answerFor(calendars, question);
  const state: WindowState = closing.length > 0 ? 'block' : answer.state;
  io.out(
    flags.json
      ? `${JSON.stringify(presentAnswer(answer, state, closing), null, 2)}\n`
      : renderAnswer(
          answer,
          state,
          closing,
          { question, all: flags.all === true },
          io,
        ),
  );
  return EXIT_CODES[state];
}

/** What the readable calendars say. */
export function answerFor(
  calendars: Parameters<typeof judgeableCalendars>[0],
  question: CalendarQuestion,
): WindowAnswer {
  return answerWindows(
    judgeableCalendars(calendars, question),
    question.subject,
    question.at,
    question.rollback
      ? { operation: 'rollback', rollbackProven: true }
      : undefined,
  );
}

/** Calendars whose windows are not known and that may be meant for the subject. */
export function closingOf(
  unknown: readonly UnknownCalendar[],
  question: CalendarQuestion,
): UnknownCalendar[] {
  return unknown.filter(
    ({ scope }) =>
      scope === undefined ||
      scopeMatches(question.judgeable(scope), question.subject).matches,
  );
}
