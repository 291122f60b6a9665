import path from 'node:path';
import {
  analyzeMigrations,
  applyPolicy,
  defaultMigrationPolicy,
  isRuleId,
  MIGRATION_SEVERITIES,
  migrationRules,
  toSarif,
  type MigrationFinding,
  type MigrationPolicy,
  type MigrationReport,
  type MigrationsReport,
  type RuleId,
} from '@continuity/migrations';
import { Option, type Command } from 'commander';
import { version } from '../../package.json';
import { collect } from '../calendar/collect';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { analysisEvidence } from './analysisEvidence';
import { addFolderOptions, type FolderFlags } from './folderOptions';
import { addPushOptions, preparePush, type PushFlags } from './pushVerdict';
import { readFolder } from './readFolder';
import { readPlaceholders } from './readPlaceholders';
import { renderReport } from './renderReport';

interface Flags extends FolderFlags, PushFlags {
  since?: string;
  forbid?: string[];
  allow?: string[];
  failOn: MigrationPolicy['failOn'];
  json?: boolean;
  sarif?: boolean;
}

/** `continuity migrations analyze`: can the schema go back, and what happens until then? */
export function addAnalyzeCommand(
  migrations: Command,
  io: Io,
  settle: Settle,
): void {
  const analyzing = migrations
    .command('analyze')
    .description(
      'Say of each migration whether it can go back, whether old and new code run on either schema, and what it locks, rewrites and loses. Exits 1 on what the policy forbids.',
    );
  addFolderOptions(analyzing)
    .option(
      '--since <version>',
      'judge only what comes after this version; what is before it makes the schema',
    )
    .option(
      '--forbid <rules>',
      'rules that are forbidden whatever their severity; a list, may be repeated',
      collect,
    )
    .option(
      '--allow <rules>',
      'rules that are accepted whatever their severity; a list, may be repeated',
      collect,
    )
    .addOption(
      new Option('--fail-on <severity>', 'findings this bad are forbidden')
        .choices([...MIGRATION_SEVERITIES, 'never'])
        .default(defaultMigrationPolicy.failOn),
    )
    .option(
      '--json',
      'print { layout, migrations, problems, verdict, forbidden }',
    )
    .addOption(new Option('--sarif', 'print SARIF 2.1.0').conflicts('json'));
  addPushOptions(analyzing).action(async (dir: string, flags: Flags) => {
    settle(await analyze(dir, flags, io));
  });
}

async function analyze(dir: string, flags: Flags, io: Io) {
  const policy: MigrationPolicy = {
    failOn: flags.failOn,
    forbid: readRules('--forbid', flags.forbid),
    allow: readRules('--allow', flags.allow),
  };
  const push = preparePush(flags, io);
  const placeholders = readPlaceholders(flags.placeholder);
  const { folder, digest } = await readFolder(dir, flags.layout, io);
  const report = since(
    withFolder(await analyzeMigrations(folder, { placeholders }), dir),
    flags.since,
  );
  const verdict = applyPolicy(report, policy);
  if (flags.json) {
    const { verdict: said, forbidden } = verdict;
    io.out(
      `${JSON.stringify({ ...report, verdict: said, forbidden }, null, 2)}\n`,
    );
  } else if (flags.sarif) {
    const informationUri =
      'https://github.com/continuity-backstage/continuity/blob/main/docs/migrations.md';
    io.out(
      `${JSON.stringify(
        toSarif(report, verdict, { version, informationUri }),
        null,
        2,
      )}\n`,
    );
  } else {
    io.out(renderReport(report, verdict, io));
  }
  const pushed = await push?.(
    analysisEvidence(report, verdict, { digest, since: flags.since }),
  );
  return verdict.verdict === 'fail' ? exitCodes.failed : pushed ?? exitCodes.ok;
}

function readRules(option: string, names: readonly string[] = []): RuleId[] {
  return names.map(name => {
    if (!isRuleId(name)) {
      throw new UsageError(
        `${option}: "${name}" is no rule; expected one of ${Object.keys(
          migrationRules,
        ).join(', ')}`,
      );
    }
    return name;
  });
}

/** Paths as they are seen from where the command is run. */
function withFolder(report: MigrationsReport, dir: string): MigrationsReport {
  const seen = (file: string) =>
    path.posix.join(dir.split(path.sep).join('/'), file);
  const inFolder = (finding: MigrationFinding) => ({
    ...finding,
    path: seen(finding.path),
  });
  return {
    ...report,
    migrations: report.migrations.map(
      (migration): MigrationReport => ({
        ...migration,
        path: seen(migration.path),
        ...(migration.downPath !== undefined && {
          downPath: seen(migration.downPath),
        }),
        findings: migration.findings.map(inFolder),
      }),
    ),
    problems: report.problems.map(problem => ({
      ...problem,
      path: seen(problem.path),
    })),
  };
}

function since(
  report: MigrationsReport,
  after: string | undefined,
): MigrationsReport {
  if (after === undefined) return report;
  const at = report.migrations.findIndex(one => one.version === after);
  if (at < 0) {
    throw new UsageError(
      `--since: "${after}" is no version of these migrations; expected e.g. ${
        report.migrations[report.migrations.length - 1]?.version ?? ''
      }`,
    );
  }
  return { ...report, migrations: report.migrations.slice(at + 1) };
}
