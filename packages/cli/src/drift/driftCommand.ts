import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  detectConfigurationDrift,
  detectDrift,
  parseIgnoreRules,
  type Comparison,
  type ConfigurationPair,
  type DriftReport,
  type ExtraObjects,
  type IgnoreRule,
  type SourcedObject,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import { version } from '../../package.json';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import { repeated } from '../graph/repeated';
import type { Io } from '../Io';
import {
  addPushOptions,
  preparePush,
  type PushFlags,
} from '../migrations/pushVerdict';
import { connectCluster } from './connectCluster';
import { driftEvidence } from './driftEvidence';
import { driftSarif } from './driftSarif';
import { readCluster } from './readCluster';
import { readManifests } from './readManifests';
import { renderDrift } from './renderDrift';

interface Flags extends PushFlags {
  desired: string;
  live: string;
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
    .requiredOption(
      '--desired <path>',
      'rendered manifests: a folder, a file, or - for standard input',
    )
    .requiredOption(
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
}

async function drift(flags: Flags, io: Io): Promise<ExitCode> {
  const push = preparePush(flags, io);
  if (push && flags.environment === undefined) {
    throw new UsageError(
      '--push: name the environment that was scanned with --environment',
    );
  }
  const ignore = await readRules(flags.ignore, io);
  const report = flags.plain
    ? await comparePlain(flags, ignore, io)
    : await compareObjects(flags, ignore, io);
  if (flags.json) {
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else if (flags.sarif) {
    const informationUri =
      'https://github.com/continuity-backstage/continuity/blob/main/docs/drift.md';
    const sarif = driftSarif(report, { version, informationUri });
    io.out(`${JSON.stringify(sarif, null, 2)}\n`);
  } else {
    io.out(renderDrift(report, io));
  }
  const pushed = await push?.(
    driftEvidence(report, { against: 'git', scannedAt: io.now() }),
  );
  if (report.outcome === 'drifted') return exitCodes.failed;
  if (report.outcome === 'unknown') return exitCodes.noAnswer;
  return pushed ?? exitCodes.ok;
}

async function compareObjects(
  flags: Flags,
  ignore: readonly IgnoreRule[],
  io: Io,
): Promise<DriftReport> {
  const { live: place, namespace, compare, manager } = flags;
  const tracked = readTrack(flags.track);
  const desired = await readManifests('--desired', flags.desired, io);
  const isFile = place === '-' || existsSync(place);
  const { live, problems } = isFile
    ? { live: await readManifests('--live', place, io), problems: [] }
    : await readCluster(await connectCluster(place), desired, {
        source: place,
        namespace,
        ...(flags.track !== undefined && { labels: flags.track }),
        onProgress: progress('read', io),
      });
  const report = detectDrift(desired, live, {
    now: io.now(),
    comparison: compare,
    namespace,
    ignore,
    extra: tracked ?? { report: isFile ? 'all' : 'none' },
    ...(manager && { managers: manager }),
    onProgress: progress('compared', io),
  });
  if (problems.length === 0) return report;
  // What could not be read is not missing: nothing is known of it.
  const all = [...problems, ...report.problems];
  return {
    ...withoutUnread(report, problems.length),
    problems: all,
  };
}

/** Missing objects of a cluster that did not answer for all of them may well be there. */
function withoutUnread(report: DriftReport, unread: number): DriftReport {
  const missing = report.objects.filter(({ state }) => state === 'missing');
  const objects = report.objects.filter(({ state }) => state !== 'missing');
  const { changed, extra } = report.counts;
  return {
    ...report,
    objects,
    counts: {
      ...report.counts,
      desired: report.counts.desired - missing.length,
      missing: 0,
    },
    outcome: changed + extra > 0 && unread > 0 ? 'drifted' : 'unknown',
  };
}

/** Two files, or the files of two folders that have the same names. */
async function comparePlain(
  { desired, live }: Flags,
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

async function readRules(
  file: string | undefined,
  io: Io,
): Promise<readonly IgnoreRule[]> {
  if (file === undefined) return [];
  const [document, ...more] = readYamlDocuments(
    await readText('--ignore', file, io),
  );
  if (more.length > 0) {
    throw new UsageError(`--ignore: "${file}" holds more than one document`);
  }
  const parsed = parseIgnoreRules(document, 'ignore');
  if ('problems' in parsed) {
    const [{ path: where, message }] = parsed.problems;
    throw new UsageError(`--ignore: "${file}": ${where}: ${message}`);
  }
  return parsed.rules;
}

function readTrack(text: string | undefined): ExtraObjects | undefined {
  if (text === undefined) return undefined;
  const match = /^([\w./-]+)=([\w.-]+)$/.exec(text);
  if (!match) {
    throw new UsageError(
      `--track: "${text}" is not <label=value>, e.g. app.kubernetes.io/instance=payments`,
    );
  }
  return { report: 'tracked', by: 'label', key: match[1], value: match[2] };
}

/** A line that is written over, for whoever looks at it. */
function progress(what: string, io: Io) {
  return (done: number, total: number) => {
    if (io.isWatched && done % 100 === 0) {
      io.err(`\r${what} ${done} of ${total}`);
      if (done + 100 > total) io.err('\n');
    }
  };
}
