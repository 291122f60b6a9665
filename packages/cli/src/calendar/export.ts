import {
  createWindowIndex,
  durationMs,
  formatInstant,
  isDuration,
  windowsInScope,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { planSyncWindows } from './argocd/planSyncWindows';
import { renderSyncWindows } from './argocd/renderSyncWindows';
import { closingOf } from './check';
import { collect } from './collect';
import { describeUnknown, readCalendarFile } from './readCalendarFile';
import {
  addQuestionOptions,
  judgeableCalendars,
  readQuestion,
  requireSpelling,
  type QuestionFlags,
} from './readQuestion';

interface Flags extends QuestionFlags {
  application?: string[];
  namespace?: string[];
  cluster?: string[];
  horizon: string;
  manualSync?: boolean;
}

const DAY_MS = 86_400_000;

/** `continuity calendar export`: windows for what closes deployments by itself. */
export function addExportCommand(
  calendar: Command,
  io: Io,
  settle: Settle,
): void {
  addQuestionOptions(
    calendar
      .command('export')
      .description(
        'Write the windows of a service as sync windows of Argo CD. For 364 days they are not open where the calendars are closed; export them again before.',
      )
      .addOption(
        new Option('--format <format>', 'what they are for')
          .choices(['argocd-sync-windows'])
          .makeOptionMandatory(),
      )
      .addHelpText(
        'after',
        `
It knows the calendars of the file alone; windows made in the portal and peaks of business
functions are for the gate, which a PreSync hook asks. Write it anew before the horizon is over: from there on everything is closed, where a
window goes on that cron has no words for.

Exit codes:
  0   written                          2   wrong usage
  3   windows of a calendar are not known, so nothing is written`,
      ),
  )
    .option(
      '--application <name>',
      'Application of Argo CD that deploys the service; * stands for anything; may be given several times',
      collect,
    )
    .option('--namespace <name>', 'namespace that it deploys to', collect)
    .option('--cluster <name>', 'cluster that it deploys to', collect)
    .option(
      '--horizon <duration>',
      'how far windows are dated that cron has no words for, from P1D to P330D',
      'P90D',
    )
    .option('--manual-sync', 'let people sync all the same')
    .action(async (flags: Flags) => {
      settle(await exportWindows(flags, io));
    });
}

async function exportWindows(flags: Flags, io: Io): Promise<ExitCode> {
  const targets = readTargets(flags);
  const horizonMs = readHorizon(flags.horizon);
  requireSubject(flags);
  const question = await readQuestion(flags, io);
  const { calendars, unknown } = await readCalendarFile(
    { file: flags.file, timezone: flags.tz, feeds: flags.feed },
    io,
  );
  requireSpelling(calendars, question);
  for (const one of unknown) io.err(describeUnknown(one));
  const closing = closingOf(unknown, question);
  if (closing.length > 0) {
    io.err(
      'Nothing is written: windows that are not known would be open in Argo CD.\n',
    );
    return exitCodes.noAnswer;
  }
  const period = { from: question.at, to: question.at + horizonMs };
  const index = createWindowIndex(judgeableCalendars(calendars, question));
  const windows = windowsInScope(index, question.subject).map(
    ({ indexed }) => indexed,
  );
  const syncWindows = planSyncWindows(windows, period);
  io.out(
    renderSyncWindows(syncWindows, {
      ...targets,
      manualSync: flags.manualSync === true,
      about: `${question.label}, from ${formatInstant(
        period.from,
      )}; dated up to ${formatInstant(period.to)}`,
      json: flags.json === true,
    }),
  );
  if (syncWindows.length === 0) {
    io.err('No window is for it, so Argo CD may sync at any time.\n');
  }
  return exitCodes.ok;
}

function readTargets({ application, namespace, cluster }: Flags) {
  const targets = {
    ...(application && { applications: application }),
    ...(namespace && { namespaces: namespace }),
    ...(cluster && { clusters: cluster }),
  };
  if (Object.keys(targets).length === 0) {
    throw new UsageError(
      '--application: is missing, and so are --namespace and --cluster; expected what the windows are for in Argo CD',
    );
  }
  return targets;
}

/** Of a sync window nobody can ask further, so nothing about it may be left open. */
function requireSubject({ entity, environment, rollback }: Flags): void {
  if (entity === undefined || environment === undefined) {
    throw new UsageError(
      `--${
        entity === undefined ? 'entity' : 'environment'
      }: is missing; expected the service and where it is deployed to, since each has windows of its own`,
    );
  }
  if (rollback) {
    throw new UsageError(
      '--rollback: Argo CD does not tell going back from any other sync; leave it out, and see --manual-sync',
    );
  }
}

function readHorizon(text: string): number {
  const ms = isDuration(text) ? durationMs(text) : NaN;
  if (!(ms >= DAY_MS && ms <= 330 * DAY_MS)) {
    throw new UsageError(
      `--horizon: "${text}" is not an ISO 8601 duration from P1D to P330D`,
    );
  }
  return ms;
}
