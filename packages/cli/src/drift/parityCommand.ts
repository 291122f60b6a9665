import { compareRegions } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import {
  addPushOptions,
  preparePush,
  type PushFlags,
} from '../migrations/pushVerdict';
import { readName } from '../readName';
import { conclude } from './conclude';
import { extraIn, isFile, progress, readLive } from './readLive';
import { readManifests } from './readManifests';
import { readRules } from './readRules';

interface Flags extends PushFlags {
  primary: string;
  other: string;
  allow?: string;
  manifests?: string;
  namespace: string;
  track?: string;
  primaryEnvironment?: string;
  primaryRegion?: string;
  json?: boolean;
}

/** `continuity drift parity`: is a secondary or standby like its primary? */
export function addParityCommand(drift: Command, io: Io, settle: Settle) {
  const command = drift
    .command('parity')
    .description(
      'Say where a secondary or standby differs from its primary, but for what is declared. Exits 1 when it does, and 3 when something could not be compared.',
    )
    .requiredOption(
      '--primary <path|context>',
      'what the primary runs: a folder, a file, or a context of the kubeconfig',
    )
    .requiredOption('--other <path|context>', 'the same of the other')
    .option(
      '--allow <file>',
      'differences that are meant, why and how long; rules as for --ignore of drift',
    )
    .option(
      '--manifests <path>',
      'which objects are looked for in a cluster (default: those of the primary, when it is a file)',
    )
    .option('--namespace <name>', 'where objects without one go', 'default')
    .option(
      '--track <label=value>',
      'only objects of the other with this label are too many when the primary has none of that name (default: all in a file, none in a cluster)',
    )
    .option('--json', 'print the report as JSON');
  addPushOptions(command)
    .option('--region <name>', 'the region of the other')
    .option(
      '--primary-environment <name>',
      'the environment of the primary (default: that of the other)',
    )
    .option('--primary-region <name>', 'the region of the primary')
    .action(async (flags: Flags) => {
      settle(await parity(flags, io));
    });
}

async function parity(flags: Flags, io: Io): Promise<ExitCode> {
  const { primary, other, namespace, track, environment } = flags;
  const push = preparePush(flags, io);
  if (push && environment === undefined) {
    throw new UsageError(
      '--push: name the environment of the other with --environment',
    );
  }
  const allow = await readRules('--allow', flags.allow, io);
  const place = {
    namespace,
    io,
    // An autoscaler that one side alone was asked for would look like a difference.
    hasAutoscalers: false,
    ...(track !== undefined && { track }),
  };
  const extra = extraIn(other, track);
  const wanted =
    flags.manifests === undefined
      ? []
      : await readManifests('--manifests', flags.manifests, io);
  if (wanted.length === 0 && !isFile(primary)) {
    throw new UsageError(
      `--primary: "${primary}" is a context, so name the objects to look for with --manifests`,
    );
  }
  const first = await readLive('--primary', primary, wanted, place);
  const second = await readLive(
    '--other',
    other,
    wanted.length > 0 ? wanted : first.live,
    place,
  );
  const report = compareRegions(first.live, second.live, {
    now: io.now(),
    namespace,
    allow,
    extra,
    problems: [
      ...first.problems,
      ...first.unread.map(({ source, message }) => ({
        source,
        problem: 'unreadable' as const,
        message,
      })),
      ...second.problems,
    ],
    unread: second.unread,
    onProgress: progress('compared', io),
  });
  return conclude(
    report,
    {
      against: 'parity',
      scannedAt: io.now(),
      comparedWith: primaryOf(flags),
    },
    push,
    flags,
    io,
  );
}

function primaryOf({
  environment = 'primary',
  primaryEnvironment = environment,
  primaryRegion,
}: Flags) {
  return {
    environment: readName('--primary-environment', primaryEnvironment, 100),
    ...(primaryRegion !== undefined && {
      region: readName('--primary-region', primaryRegion, 100),
    }),
  };
}
