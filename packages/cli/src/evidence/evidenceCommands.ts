import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { withConnection } from '../http/connect';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { addImportFactsCommand } from './import/importFacts';
import { pushEvidence, type PushOutcome } from './pushEvidence';
import { readEvidenceFile } from './readEvidenceFile';

type Flags = ConnectionFlags & { file: string; json?: boolean };

/** `continuity evidence push` and `import`. */
export function addEvidenceCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const evidence = program
    .command('evidence')
    .description('Report what pipelines and collectors have seen');
  const push = evidence
    .command('push')
    .description(
      'Report evidence from a file. What was reported before is known and does no harm, so a push may be repeated. Exits 0 when everything was taken, 1 when something was rejected (the rest is stored), 2 for wrong usage and 3 for no answer.',
    )
    .requiredOption(
      '--file <file>',
      'JSON (a report, an array, or {"items": [...]}) or NDJSON; - reads standard input',
    )
    .option('--json', 'print the outcome as JSON');
  addConnectionOptions(push).action(async (flags: Flags) => {
    settle(await pushFile(flags, io));
  });
  addImportFactsCommand(evidence, io, settle);
}

async function pushFile(flags: Flags, io: Io): Promise<ExitCode> {
  const { items, rejected } = await readEvidenceFile(flags.file, io);
  const outcome: PushOutcome = { accepted: 0, known: 0, rejected };
  const total = items.length + rejected.length;
  try {
    await withConnection(flags, io, connection =>
      pushEvidence(items, connection, outcome),
    );
  } catch (error) {
    if (outcome.accepted + outcome.known > 0) {
      io.err(
        `Broke off after ${outcome.accepted} accepted and ${outcome.known} known of ${total}; run it again, nothing is stored twice.\n`,
      );
    }
    throw error;
  }
  outcome.rejected.sort((a, b) => a.position - b.position);
  io.out(
    flags.json
      ? `${JSON.stringify(outcome, null, 2)}\n`
      : renderOutcome(outcome),
  );
  return outcome.rejected.length > 0 ? exitCodes.failed : exitCodes.ok;
}

function renderOutcome({ accepted, known, rejected }: PushOutcome): string {
  const lines = [
    `${accepted} accepted, ${known} known, ${rejected.length} rejected`,
    ...rejected.map(({ place, field, message }) =>
      plainLine(`${place}: ${field ? `${field}: ` : ''}${message}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
