import path from 'node:path';
import {
  compareWithBaseline,
  detectConfigurationDrift,
  detectDrift,
  type Comparison,
  type ConfigurationPair,
  type DriftOptions,
  type DriftReport,
  type IgnoreRule,
  type SourcedObject,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import { fetchSignedBaseline } from '../baseline/fetchBaseline';
import type { Settle } from '../createProgram';
import { readTrustedKeys } from '../decision/readTrustedKeys';
import type { ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { repeated } from '../graph/repeated';
import { withConnection } from '../http/connect';
import type { Io } from '../Io';
import {
  addPushOptions,
  preparePush,
  type PushFlags,
} from '../migrations/pushVerdict';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';
import { conclude } from './conclude';
import { addParityCommand } from './parityCommand';
import { extraIn, progress, readLive } from './readLive';
import { readManifests } from './readManifests';
import { readRules } from './readRules';

interface Flags extends PushFlags {
  desired?: string;
  baseline?: boolean;
  key?: string[];
  live?: string;
  ignore?: string;
  compare: Comparison;
  namespace: string;
  track?: string;
  manager?: string[];
  plain?: boolean;
  json?: boolean;
  sarif?: boolean;
}

/** `continuity drift`: does what runs match what Git says? */
export function addDriftCommand(program: Command, io: Io, settle: Settle) {
  const command = program
    .command('drift')
    .description(
      'Say where live objects differ from desired ones, and who owns the field; defaults, status and other noise left out, secrets masked. Exits 1 on drift, and 3 when something could not be compared.',
    )
    .option(
      '--desired <path>',
      'rendered manifests: a folder, a file, or - for standard input',
    )
    .option(
      '--baseline',
      'hold it against the baseline of --entity in --environment instead; needs --key',
    )
    .option(
      '--key <file>',
      'public keys that are trusted to sign baselines, in PEM; may be repeated',
      repeated,
    )
    .option(
      '--live <path|context>',
      'what runs: a folder, a file, or a context of the kubeconfig',
    )
    .option('--ignore <file>', 'rules for what to leave out, why and how long')
    .addOption(
      new Option('--compare <way>', 'how fields that only live has are judged')
        .choices(['two-way', 'three-way', 'ownership'])
        .default('two-way'),
    )
    .option(
      '--namespace <name>',
      'where desired objects without a namespace go',
      'default',
    )
    .option(
      '--track <label=value>',
      'live objects with this label that are not desired are drift (default: all in a file, none in a cluster)',
    )
    .option(
      '--manager <name>',
      'a field manager that deploys; may be repeated (default: those of Argo CD, Flux and Helm)',
      repeated,
    )
    .option(
      '--plain',
      'compare as plain JSON or YAML, not as Kubernetes objects',
    )
    .option('--json', 'print the report as JSON')
    .addOption(new Option('--sarif', 'print SARIF 2.1.0').conflicts('json'));
  addPushOptions(command)
    .option('--region <name>', 'the region of it that was scanned')
    .action(async (flags: Flags) => {
      settle(await drift(flags, io));
    });
  addParityCommand(command, io, settle);
}

async function drift(flags: Flags, io: Io): Promise<ExitCode> {
  const { live } = flags;
  if (live === undefined) {
    throw new UsageError(
      '--live: name what runs: a folder, a file, or a context of the kubeconfig',
    );
  }
  if ((flags.desired === undefined) === !flags.baseline) {
    throw new UsageError(
      'name what is desired: either rendered manifests with --desired, or --baseline',
    );
  }
  const ignore = await readRules('--ignore', flags.ignore, io);
  const asked = { ...flags, live };
  if (flags.baseline) return againstBaseline(asked, ignore, io);
  const push = preparePush(flags, io);
  if (push && flags.environment === undefined) {
    throw new UsageError(
      '--push: name the environment that was scanned with --environment',
    );
  }
  const wanted = { ...asked, desired: flags.desired ?? '-' };
  const report = flags.plain
    ? await comparePlain(wanted, ignore, io)
    : await compareObjects(wanted, ignore, io);
  return conclude(
    report,
    { against: 'git', scannedAt: io.now() },
    push,
    flags,
    io,
  );
}

async function againstBaseline(
  flags: Flags & { live: string },
  ignore: readonly IgnoreRule[],
  io: Io,
): Promise<ExitCode> {
  const { entity, environment, region, live: place, track, plain } = flags;
  if (plain) throw new UsageError('--plain: a baseline is of objects');
  if (entity === undefined || environment === undefined || !flags.key) {
    throw new UsageError(
      '--baseline: say whose with --entity and --environment, and with --key which keys are trusted (`continuity decision keys` prints them)',
    );
  }
  const push = flags.push ? preparePush(flags, io) : undefined;
  const keys = await readTrustedKeys(flags.key, io);
  const { snapshot, version } = await withConnection(flags, io, connection =>
    fetchSignedBaseline(
      {
        entityRef: readEntityRef('--entity', entity),
        environment: readName('--environment', environment, 100),
        ...(region !== undefined && {
          region: readName('--region', region, 100),
        }),
      },
      keys,
      connection,
    ),
  );
  const { live, ...unknown } = await readLive(
    '--live',
    place,
    snapshot.objects.map(value => ({ value, source: 'baseline' })),
    { namespace: flags.namespace, io, ...(track !== undefined && { track }) },
  );
  const report = compareWithBaseline(snapshot, live, {
    ...optionsOf(flags, ignore, io),
    ...unknown,
    extra: extraIn(place, track),
  });
  return conclude(
    report,
    { against: 'baseline', scannedAt: io.now(), version },
    push,
    flags,
    io,
  );
}

async function compareObjects(
  flags: Flags & { live: string; desired: string },
  ignore: readonly IgnoreRule[],
  io: Io,
): Promise<DriftReport> {
  const { live: place, namespace, track } = flags;
  const extra = extraIn(place, track);
  const desired = await readManifests('--desired', flags.desired, io);
  const { live, ...unknown } = await readLive('--live', place, desired, {
    namespace,
    io,
    ...(track !== undefined && { track }),
  });
  return detectDrift(desired, live, {
    ...optionsOf(flags, ignore, io),
    ...unknown,
    extra,
  });
}

function optionsOf(
  { compare, namespace, manager }: Flags,
  ignore: readonly IgnoreRule[],
  io: Io,
): DriftOptions {
  return {
    now: io.now(),
    comparison: compare,
    namespace,
    ignore,
    ...(manager && { managers: manager }),
    onProgress: progress('compared', io),
  };
}

/** Two files, or the files of two folders that have the same names. */
async function comparePlain(
  { desired, live }: { desired: string; live: string },
  ignore: readonly IgnoreRule[],
  io: Io,
): Promise<DriftReport> {
  const wanted = documentsOf(
    await readManifests('--desired', desired, io),
    desired,
  );
  const running = documentsOf(await readManifests('--live', live, io), live);
  const names = [...new Set([...wanted.keys(), ...running.keys()])].sort();
  const pairs = names.map(
    (name): ConfigurationPair => ({
      name,
      desired: wanted.get(name),
      live: running.get(name),
    }),
  );
  return detectConfigurationDrift(pairs, { now: io.now(), ignore });
}

function documentsOf(
  documents: readonly SourcedObject[],
  place: string,
): Map<string, unknown> {
  const found = new Map<string, unknown[]>();
  for (const { value, source } of documents) {
    const name = path.posix.relative(place.split(path.sep).join('/'), source);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return new Map(
    [...found].map(([name, values]) => [
      name === '' ? 'configuration' : name,
      values.length === 1 ? values[0] : values,
    ]),
  );
}
