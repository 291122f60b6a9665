import { parseEntityRef } from '@backstage/catalog-model';
import {
  decodeICalendar,
  IMPORT_FORMATS,
  importDefinitions,
  lintCalendar,
  parseFreezeCalendar,
  problemsAsFindings,
  readICalendar,
  type CalendarFinding,
  type FreezeWindowDeclaration,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import { stringify } from 'yaml';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { MAX_BYTES } from './maxBytes';
import { readZone } from './readMoments';
import { renderFindings } from './renderFindings';

/** Of an entity, or of its namespace. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

const FORMATS = [...IMPORT_FORMATS, 'ical'] as const;

interface Flags {
  from: (typeof FORMATS)[number];
  file: string;
  name: string;
  owner: string;
  tz: string;
  reason: string;
  json?: boolean;
}

/** `continuity calendar import`: definitions from elsewhere as a `FreezeCalendar`. */
export function addImportCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  calendar
    .command('import')
    .description(
      'Turn definitions from elsewhere into a FreezeCalendar, and report what did not mean what its author probably thought, there and in what came of it. Exits 1 when something was not understood.',
    )
    .addOption(
      new Option('--from <format>', 'where they come from')
        .choices(FORMATS)
        .makeOptionMandatory(),
    )
    .requiredOption('--file <file>', 'the definitions; - is standard input')
    .option('--name <name>', 'name of the calendar', 'imported')
    .option(
      '--owner <ref>',
      'who answers for it, e.g. group:default/change-managers',
      'group:default/change-managers',
    )
    .option('--tz <zone>', 'IANA zone for times that name none', 'UTC')
    .option(
      '--reason <text>',
      'why, where the definition does not say',
      'Imported; the definition gave no reason',
    )
    .option('--json', 'print { calendar, findings }')
    .action(async (flags: Flags) => {
      settle(await importCalendar(flags, io));
    });
}

async function importCalendar(flags: Flags, io: Io) {
  const timezone = readZone('--tz', flags.tz);
  const owner = readOwner(flags.owner);
  const name = readName(flags.name);
  const text = await readText(
    '--file',
    flags.file,
    io,
    MAX_BYTES,
    flags.from === 'ical' ? decodeICalendar : undefined,
  );
  const { windows, findings: reading } = read(text, flags, timezone);
  const calendar = {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name },
    spec: { owner, timezone, windows },
  };
  // What comes out has to be a calendar that everything else reads.
  const made = parseFreezeCalendar(calendar);
  const isEmpty = windows.length === 0;
  const missing = [
    ...reading,
    ...(isEmpty ? [] : problemsAsFindings(made.problems)),
  ];
  // What was understood may still not be what its author meant.
  const findings = [
    ...missing,
    ...(made.calendar ? lintCalendar(made.calendar, { now: io.now() }) : []),
  ];
  if (flags.json) {
    io.out(`${JSON.stringify({ calendar, findings }, null, 2)}\n`);
  } else {
    // Nothing that was understood makes no calendar; what a file says of itself survives being redirected; the messages do not.
    const leftOut = missing
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `# Left out: ${plainLine(message)}\n`);
    io.out(
      leftOut.join('') +
        (isEmpty
          ? ''
          : stringify(calendar, {
              lineWidth: 90,
              aliasDuplicateObjects: false,
            })),
    );
    if (findings.length > 0) io.err(renderFindings(findings, 1));
  }
  return missing.some(({ severity }) => severity === 'error')
    ? exitCodes.failed
    : exitCodes.ok;
}

function read(
  text: string,
  { from, owner, reason, file }: Flags,
  timezone: string,
): { windows: FreezeWindowDeclaration[]; findings: CalendarFinding[] } {
  if (from !== 'ical') {
    return importDefinitions(from, text, { timezone, owner, reason });
  }
  const reading = readICalendar(text, {
    timezone,
    owner,
    reason,
    continuityProperties: true,
  });
  if (!reading.ok) {
    throw new UsageError(
      `--file: "${file}" cannot be read: ${reading.problems
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
    );
  }
  return reading;
}

function readOwner(text: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind: 'group',
    });
    const isRef = [namespace, name].every(part => NAME.test(part));
    if (isRef && ['group', 'user'].includes(kind.toLowerCase())) return text;
  } catch (error) {
    throw new UsageError(`--owner: "${text}": ${messageOf(error)}`);
  }
  throw new UsageError(
    `--owner: "${text}" is not a group or user, e.g. group:default/change-managers`,
  );
}

function readName(text: string): string {
  if (!NAME.test(text)) {
    throw new UsageError(
      `--name: "${text}" is not the name of an entity: at most 63 letters, digits, dashes, dots and underscores`,
    );
  }
  return text;
}
