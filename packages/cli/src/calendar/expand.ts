import {
  expandWindow,
  formatInstant,
  formatProblem,
  parseFreezeWindow,
  type FreezeWindow,
  type FreezeWindowDeclaration,
  type Occurrence,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { collect } from './collect';
import { readMoment, readZone } from './readMoments';

interface Flags {
  rrule?: string;
  dtstart: string;
  tz: string;
  duration?: string;
  endLocal?: string;
  exdate?: string[];
  rdate?: string[];
  from: string;
  to: string;
  limit: string;
  json?: boolean;
}

const MAX_LIMIT = 100_000;

/** `continuity calendar expand`: when a rule takes place. */
export function addExpandCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  calendar
    .command('expand')
    .description(
      'List when a window takes place in a period, and what changes of the clocks do to it.',
    )
    .option('--rrule <rule>', 'RFC 5545 RRULE, e.g. FREQ=WEEKLY;BYDAY=FR')
    .requiredOption(
      '--dtstart <local>',
      'first start on the clock of the zone, e.g. 2026-03-08T02:15:00; a date is all day',
    )
    .requiredOption('--tz <zone>', 'IANA zone, e.g. America/New_York')
    .option('--duration <duration>', 'ISO 8601, e.g. PT30M')
    .option(
      '--end-local <local>',
      'end on the clock, e.g. 03:00 (of the next day when that is not after the start) or 2026-03-08T03:00:00',
    )
    .option(
      '--exdate <local>',
      'start that does not take place; may be given often, or a list with commas',
      collect,
    )
    .option('--rdate <local>', 'further start, likewise', collect)
    .requiredOption('--from <moment>', 'ISO 8601; without an offset in --tz')
    .requiredOption('--to <moment>', 'exclusive')
    .option(
      '--limit <count>',
      'at most so many occurrences; exits 1 when there may be more',
      '10000',
    )
    .option('--json', 'print [{ start, end, startLocal, endLocal, note? }]')
    .action((flags: Flags) => {
      settle(expand(flags, io));
    });
}

function expand(flags: Flags, io: Io): ExitCode {
  const zone = readZone('--tz', flags.tz);
  const { window, momentary } = readWindow(flags, zone);
  const from = readMoment('--from', flags.from, zone);
  const to = readMoment('--to', flags.to, zone);
  if (to <= from) {
    throw new UsageError(`--to: "${flags.to}" is not after --from`);
  }
  const limit = readLimit(flags.limit);
  const { occurrences, truncated } = expandWindow(window, { from, to, limit });
  if (momentary && !flags.json) {
    io.err(
      'Without --duration or --end-local an event takes no time (RFC 5545 3.6.1).\n',
    );
  }
  const listed = momentary ? occurrences.map(withoutLength) : occurrences;
  if (truncated) {
    io.err(
      `There may be more than the ${listed.length} listed; raise --limit or shorten the period.\n`,
    );
  }
  io.out(
    flags.json
      ? `${JSON.stringify(listed.map(present), null, 2)}\n`
      : listed.map(line).join(''),
  );
  // Whoever reads the list alone must not take what is missing for nothing.
  return truncated ? exitCodes.failed : exitCodes.ok;
}

/** An event without an end takes no time (RFC 5545 3.6.1), which no window may. */
const MOMENT = 'PT1S';

function readWindow(
  flags: Flags,
  timezone: string,
): { window: FreezeWindow; momentary: boolean } {
  const isDate = !flags.dtstart.includes('T');
  const momentary =
    !isDate && flags.duration === undefined && flags.endLocal === undefined;
  const declared: FreezeWindowDeclaration = {
    id: 'expanded',
    title: 'Expanded',
    reason: 'Asked for on the command line',
    start: flags.dtstart.trim(),
    ...(flags.rrule !== undefined && {
      rrule: flags.rrule.trim().replace(/^RRULE:/i, ''),
    }),
    ...(flags.duration !== undefined && { duration: flags.duration.trim() }),
    ...(flags.endLocal !== undefined && {
      end: endOf(flags.dtstart.trim(), flags.endLocal.trim()),
    }),
    ...(momentary && { duration: MOMENT }),
    ...(flags.exdate && { exdates: flags.exdate }),
    ...(flags.rdate && { rdates: flags.rdate }),
  };
  const reading = parseFreezeWindow(declared, '', {
    timezone,
    owner: 'user:default/nobody',
    scope: {},
  });
  if (!reading.ok) {
    throw new UsageError(
      reading.problems
        .map(problem =>
          formatProblem({ ...problem, path: optionOf(problem.path) }),
        )
        .join('; '),
    );
  }
  return { window: reading.window, momentary };
}

/** The option that a part of the declaration came from. */
function optionOf(path: string): string {
  const part = path.replace(/^\./, '');
  const options: [RegExp, string][] = [
    [/^rrule/, '--rrule'],
    [/^start/, '--dtstart'],
    [/^end/, '--end-local'],
    [/^duration/, '--duration'],
    [/^exdates/, '--exdate'],
    [/^rdates/, '--rdate'],
  ];
  return options.find(([pattern]) => pattern.test(part))?.[1] ?? part;
}

/** A time of day belongs to the day of the start, or to the next when that is over by then. */
function endOf(start: string, end: string): string {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(end)) return end;
  const [day, time = '00:00:00'] = start.split('T');
  const whole = (text: string) => (text.length === 5 ? `${text}:00` : text);
  if (whole(end) > whole(time)) return `${day}T${whole(end)}`;
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return end;
  next.setUTCDate(next.getUTCDate() + 1);
  return `${next.toISOString().slice(0, 10)}T${whole(end)}`;
}

function readLimit(text: string): number {
  const limit = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(limit >= 1 && limit <= MAX_LIMIT)) {
    throw new UsageError(
      `--limit: "${text}" is not a whole number from 1 to ${MAX_LIMIT}`,
    );
  }
  return limit;
}

function withoutLength({ note, ...occurrence }: Occurrence): Occurrence {
  return {
    ...occurrence,
    end: occurrence.start,
    endLocal: occurrence.startLocal,
    ...(note !== undefined && { note }),
  };
}

function present({ start, end, startLocal, endLocal, note }: Occurrence) {
  return {
    start: formatInstant(start),
    end: formatInstant(end),
    startLocal,
    endLocal,
    ...(note !== undefined && { note }),
  };
}

function line({ start, end, startLocal, endLocal, note }: Occurrence): string {
  const times = `${startLocal} to ${endLocal}  (${formatInstant(
    start,
  )} to ${formatInstant(end)})`;
  return note === undefined ? `${times}\n` : `${times}\n  ${note}\n`;
}
