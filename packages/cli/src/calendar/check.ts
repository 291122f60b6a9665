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
  describeBroken,
  readCalendarFile,
  type BrokenCalendar,
} from './readCalendarFile';
import {
  addQuestionOptions,
  judgeableCalendars,
  readQuestion,
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
        'Say what calendars say at a moment, without a server. Exits 0 for open, 10 for closed, 11 for needs approval. A calendar that cannot be read closes what it covers.',
      ),
  ).action(async (flags: QuestionFlags) => {
    settle(await check(flags, io));
  });
}

async function check(flags: QuestionFlags, io: Io) {
  const question = await readQuestion(flags, io);
  const { calendars, broken } = await readCalendarFile(
    flags.file,
    flags.tz,
    io,
  );
  const closing = closingOf(broken, question);
  for (const one of broken) io.err(describeBroken(one));
  const answer = answerFor(calendars, question);
  const state: WindowState = closing.length > 0 ? 'block' : answer.state;
  io.out(
    flags.json
      ? `${JSON.stringify(presentAnswer(answer, state, closing), null, 2)}\n`
      : renderAnswer(answer, state, closing, question, io),
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

/** Calendars that cannot be read and that may be meant for the subject. */
export function closingOf(
  broken: readonly BrokenCalendar[],
  question: CalendarQuestion,
): BrokenCalendar[] {
  return broken.filter(
    ({ scope }) =>
      scope === undefined ||
      scopeMatches(question.judgeable(scope), question.subject).matches,
  );
}
