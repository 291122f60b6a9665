import {
  lintCalendar,
  lintReadableWindows,
  problemsAsFindings,
  type CalendarFinding,
  type FreezeCalendar,
  type HolidayCalendar,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { feedOption } from './feedOption';
import { readCalendarFile } from './readCalendarFile';
import { readMoment, readZone } from './readMoments';
import { renderFindings } from './renderFindings';

interface Flags {
  file: string;
  at?: string;
  tz: string;
  feed?: string[];
  json?: boolean;
}

/** `continuity calendar lint`: what an author probably did not mean. */
export function addLintCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  calendar
    .command('lint')
    .description(
      'Find what an author probably did not mean. Exits 1 when there are errors or warnings.',
    )
    .requiredOption(
      '--file <file>',
      'FreezeCalendar entities in YAML, or an iCalendar file; - is standard input',
    )
    .option('--at <moment>', 'as of when, ISO 8601 (default: now)')
    .option('--tz <zone>', 'IANA zone for times that name none', 'UTC')
    .addOption(feedOption())
    .option('--json', 'print { findings: [...] }')
    .action(async (flags: Flags) => {
      settle(await lint(flags, io));
    });
}

/** Each once, however many calendars stand beside it. */
function lintHolidays(holidays: HolidayCalendar[], now: number) {
  const nothing: FreezeCalendar = {
    ref: '',
    title: '',
    owner: '',
    origin: { kind: 'catalog' },
    windows: [],
  };
  return lintCalendar(nothing, { now, holidays });
}

async function lint(flags: Flags, io: Io) {
  const zone = readZone('--tz', flags.tz);
  const now =
    flags.at === undefined ? io.now() : readMoment('--at', flags.at, zone);
  const {
    calendars,
    unknown,
    holidays,
    findings: reading,
  } = await readCalendarFile(
    { file: flags.file, timezone: zone, feeds: flags.feed },
    io,
  );
  const findings: (CalendarFinding & { calendarRef?: string })[] = [
    ...reading,
    ...unknown.flatMap(({ ref, why, problems }) =>
      problemsAsFindings(problems).map(one => ({
        ...one,
        // That its windows stand elsewhere is no fault of a calendar.
        ...(why === 'feed' && { severity: 'info' as const }),
        calendarRef: ref,
      })),
    ),
    // The other windows of a calendar that cannot be read have faults of their own.
    ...unknown.flatMap(({ ref, problems, entity }) =>
      entity
        ? lintReadableWindows(entity, problems, {
            now,
            siblings: calendars,
          }).map(one => ({ ...one, calendarRef: ref }))
        : [],
    ),
    ...calendars.flatMap(calendar =>
      lintCalendar(calendar, {
        now,
        siblings: calendars.filter(other => other !== calendar),
      }).map(one => ({ ...one, calendarRef: calendar.ref })),
    ),
    ...lintHolidays(holidays, now),
  ];
  io.out(
    flags.json
      ? `${JSON.stringify({ findings }, null, 2)}\n`
      : renderFindings(findings, calendars.length + unknown.length),
  );
  return findings.some(({ severity }) => severity !== 'info')
    ? exitCodes.failed
    : exitCodes.ok;
}
