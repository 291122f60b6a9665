import type { DriftReport, ScanContext } from '@continuity/engine';
import { version } from '../../package.json';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import type { preparePush } from '../migrations/pushVerdict';
import { driftEvidence } from './driftEvidence';
import { driftSarif } from './driftSarif';
import { renderDrift } from './renderDrift';

/** Prints a report, reports it when asked to, and says how it went. */
export async function conclude(
  report: DriftReport,
  context: ScanContext,
  push: ReturnType<typeof preparePush>,
  { json, sarif }: { json?: boolean; sarif?: boolean },
  io: Io,
): Promise<ExitCode> {
  if (json) {
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else if (sarif) {
    const informationUri =
      'https://github.com/continuity-backstage/continuity/blob/main/docs/drift.md';
    const log = driftSarif(report, { version, informationUri });
    io.out(`${JSON.stringify(log, null, 2)}\n`);
  } else {
    io.out(renderDrift(report, io));
  }
  const pushed = await push?.(driftEvidence(report, context));
  if (report.outcome === 'drifted') return exitCodes.failed;
  if (report.outcome === 'unknown') return exitCodes.noAnswer;
  return pushed ?? exitCodes.ok;
}
