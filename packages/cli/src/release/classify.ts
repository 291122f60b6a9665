import {
  builtinChecks,
  classifyRelease,
  defaultTierSettings,
  formatProblem,
  parseReleaseFacts,
  parseReleaseSettings,
  type Classification,
  type ReleaseFacts,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../failures';
import { repeated } from '../graph/repeated';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import {
  askForClassification,
  type ServerClassificationFlags,
} from './askForClassification';
import { readMapping } from './readMapping';
import {
  renderClassification,
  type ShownClassification,
} from './renderClassification';

interface FileFlags {
  file: string;
  rules?: string;
  tier?: string[];
}

/** Of the file, or of the portal, before anybody has looked. */
type Flags = Partial<FileFlags> &
  Partial<ServerClassificationFlags> &
  ConnectionFlags & { json?: boolean };

/** `continuity release classify`: what class a release is of, and what that binds it to. */
export function addClassifyCommand(
  release: Command,
  io: Io,
  settle: Settle,
): void {
  const command = release
    .command('classify')
    .description(
      'Say what class a release is of, by which rules, and what that binds it to: by a file of facts with --file alone, by what the portal knows and the file adds with --entity. A fact that is left out is not known, and counts as its worst.',
    )
    .option(
      '--file <file>',
      'facts about the release in YAML or JSON; - is standard input',
    )
    .option(
      '--rules <file>',
      'rules and protocols as in continuity.releases of the configuration (default: the built-in ones)',
    )
    .option(
      '--tier <tier...>',
      'ids of the tiers, the strictest first (default: the default tiers)',
    )
    .option(
      '--entity <ref>',
      'ask the portal, by its own rules: what is released; may be repeated',
      repeated,
    )
    .option(
      '--environment <name>',
      'with --entity: where to; may be repeated',
      repeated,
    )
    .option(
      '--region <name>',
      'with --entity: one region; may be repeated (default: all of them)',
      repeated,
    )
    .option(
      '--from <moment>',
      'with --entity: when it is planned to begin, ISO 8601 with offset (default: not planned yet)',
    )
    .option('--to <moment>', 'with --from: when it is planned to end')
    .option(
      '--incident <reference>',
      'with --entity: the incident that the release is to end',
    )
    .option('--json', 'print { class, rules, protocol }');
  addConnectionOptions(command).action(async (flags: Flags) => {
    const classification = await classify(flags, io);
    io.out(
      flags.json
        ? `${JSON.stringify(classification, null, 2)}\n`
        : renderClassification(classification),
    );
    settle(exitCodes.ok);
  });
}

async function classify(flags: Flags, io: Io): Promise<ShownClassification> {
  const { entity, file } = flags;
  if (entity !== undefined) {
    refuse(flags, ['rules', 'tier'], 'the portal has its own');
    return askForClassification({ ...flags, entity }, io);
  }
  refuse(
    flags,
    ['environment', 'region', 'from', 'to', 'incident'],
    'is for --entity, which asks the portal; say it in the file instead',
  );
  if (file === undefined) {
    throw new UsageError(
      '--file: is missing; expected a file of facts, or --entity to ask the portal',
    );
  }
  return classifyFile({ ...flags, file }, io);
}

function refuse(flags: Flags, names: (keyof Flags)[], why: string): void {
  const given = names.find(name => flags[name] !== undefined);
  if (given !== undefined) {
    throw new UsageError(`--${given}: ${why}`);
  }
}

async function classifyFile(flags: FileFlags, io: Io): Promise<Classification> {
  const tierIds = flags.tier ?? defaultTierSettings.tiers.map(({ id }) => id);
  const facts = await readFacts(flags.file, tierIds, io);
  return classifyRelease(facts, await readRules(flags.rules, tierIds, io));
}

async function readFacts(
  file: string,
  tierIds: readonly string[],
  io: Io,
): Promise<ReleaseFacts> {
  const read = parseReleaseFacts(await readMapping('--file', file, io), {
    tierIds,
  });
  if (!read.ok) {
    throw new UsageError(
      `--file: ${read.problems.map(formatProblem).join('; ')}`,
    );
  }
  return read.value;
}

async function readRules(
  file: string | undefined,
  tierIds: readonly string[],
  io: Io,
) {
  const parsed = parseReleaseSettings(
    file === undefined ? undefined : await readMapping('--rules', file, io),
    { tierIds, checkIds: builtinChecks.map(({ id }) => id) },
  );
  if ('problems' in parsed) {
    throw new UsageError(
      `--rules: ${parsed.problems.map(formatProblem).join('; ')}`,
    );
  }
  return parsed.settings;
}
