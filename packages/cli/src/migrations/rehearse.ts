import path from 'node:path';
import {
  RehearsalError,
  rehearseMigrations,
  serverAt,
  startThrowAwayServer,
  type Rehearsal,
  type RehearsalProgress,
  type RehearsalServer,
  type RehearseOptions,
} from '@continuity/migrations';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { NoAnswerError, UsageError } from '../failures';
import { readText } from '../files/readText';
import { readWait } from '../http/connectionOptions';
import { envText, type Io } from '../Io';
import { writeWhole } from '../files/writeWhole';
import { plainLine } from '../output/plainLine';
import { addFolderOptions, type FolderFlags } from './folderOptions';
import { addPushOptions, preparePush, type PushFlags } from './pushVerdict';
import { readFolder } from './readFolder';
import { readPlaceholders } from './readPlaceholders';
import { rehearsalEvidence } from './rehearsalEvidence';
import { renderRehearsal } from './renderRehearsal';

interface Flags extends FolderFlags, PushFlags {
  previous?: string;
  data?: string;
  rows: number;
  seed: number;
  databaseUrl?: string;
  statementLimit: number;
  format: 'json' | 'text';
  output?: string;
}

/** Rows are one string in memory. */
const MOST_DATA = 256 * 1024 * 1024;

const VERDICTS: Record<Rehearsal['verdict'], ExitCode> = {
  pass: exitCodes.ok,
  fail: exitCodes.failed,
  unknown: exitCodes.noAnswer,
};

/** `continuity migrations rehearse`: go back before anybody has to. */
export function addRehearseCommand(
  migrations: Command,
  io: Io,
  settle: Settle,
): void {
  const rehearsing = migrations
    .command('rehearse')
    .description(
      'Try going back: on a database that is thrown away, go up to the previous release, load rows, go up, back and up again, and compare schema and rows. Exits 0 when that is proven, 1 when something does not come back or fails, 2 for wrong usage and 3 when nothing is proven.',
    );
  addFolderOptions(rehearsing)
    .option(
      '--previous <version>',
      'the newest version of the previous release; -2: all but the newest two; none: there was none (default: all but the newest one)',
    )
    .option(
      '--data <file>',
      'SQL with rows for the previous release, e.g. from pg_dump --data-only (default: rows are made up)',
    )
    .option('--rows <count>', 'made up for each table', readCount, 25)
    .option(
      '--seed <number>',
      'the same seed makes up the same rows',
      readCount,
      1,
    )
    .option(
      '--database-url <url>',
      'a PostgreSQL server to make databases on, which are dropped again (default: CONTINUITY_DATABASE_URL, or a server of its own that is thrown away)',
    )
    .option(
      '--statement-limit <duration>',
      'the longest that one statement may take',
      readWait,
      600_000,
    )
    .addOption(
      new Option('--format <format>', 'how the result is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option(
      '--output <file>',
      'write the result there, not to standard output',
    );
  addPushOptions(rehearsing).action(async (dir: string, flags: Flags) => {
    settle(await rehearse(dir, flags, io));
  });
}

async function rehearse(dir: string, flags: Flags, io: Io): Promise<ExitCode> {
  const push = preparePush(flags, io);
  const placeholders = readPlaceholders(flags.placeholder);
  const { folder, digest } = await readFolder(dir, flags.layout, io);
  const url = readDatabaseUrl(flags.databaseUrl, io);
  const text =
    flags.data === undefined
      ? undefined
      : await readText('--data', flags.data, io, MOST_DATA);
  const output =
    flags.output === undefined
      ? undefined
      : await writeWhole('--output', flags.output);
  try {
    const rehearsal = await onServer(url, io, (server, signal) =>
      rehearseMigrations(folder, {
        server,
        previous: flags.previous,
        ...(text !== undefined && {
          data: { path: flags.data ?? '-', text },
        }),
        seed: flags.seed,
        rowsPerTable: flags.rows,
        placeholders,
        statementLimitMs: flags.statementLimit,
        fileOf: name => path.resolve(dir, name),
        signal,
        onProgress: showProgress(io),
      } satisfies RehearseOptions),
    );
    const result =
      flags.format === 'json'
        ? `${JSON.stringify({ ...rehearsal, scripts: digest }, null, 2)}\n`
        : renderRehearsal(rehearsal, output ? { ...io, colour: false } : io);
    if (output) {
      await output.write(result);
      await output.finish();
    } else {
      io.out(result);
    }
    const pushed = await push?.(rehearsalEvidence(rehearsal, digest));
    const code = VERDICTS[rehearsal.verdict];
    return code === exitCodes.ok ? pushed ?? code : code;
  } finally {
    await output?.discard();
  }
}

/** Holds a rehearsal on a server, and lets go of it whatever happens. */
async function onServer(
  url: string | undefined,
  io: Io,
  work: (server: RehearsalServer, signal: AbortSignal) => Promise<Rehearsal>,
): Promise<Rehearsal> {
  const abort = new AbortController();
  const letGo = io.onInterrupt(() => {
    io.err('\nInterrupted; removing what was made ...\n');
    abort.abort();
  });
  let server: RehearsalServer | undefined;
  try {
    server = url === undefined ? await startThrowAwayServer() : serverAt(url);
    if (url !== undefined) {
      io.err(
        `Making databases called continuity_rehearsal_... on ${
          new URL(url).host
        }; nothing else there is touched, and they are dropped afterwards.\n`,
      );
    }
    return await work(server, abort.signal);
  } catch (error) {
    throw explain(error);
  } finally {
    await server?.stop();
    letGo();
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof RehearsalError)) return error;
  return error.cause === 'usage'
    ? new UsageError(error.message)
    : new NoAnswerError(error.message);
}

function readDatabaseUrl(flag: string | undefined, io: Io): string | undefined {
  const url = flag ?? envText(io, 'CONTINUITY_DATABASE_URL');
  if (url === undefined) return undefined;
  // The address may hold a password, so it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(
      '--database-url (CONTINUITY_DATABASE_URL): is not an address of PostgreSQL, e.g. postgresql://user:password@localhost:5432/postgres',
    );
  }
  return url;
}

function showProgress(io: Io): (progress: RehearsalProgress) => void {
  return ({ step, version }) => {
    if (!io.isWatched) return;
    io.err(
      `${step}${version === undefined ? '' : `: ${plainLine(version)}`}\n`,
    );
  };
}

function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('Expected a whole number.');
  }
  return Number(text);
}
