import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { withConnection } from '../http/connect';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { readCheckpointFile, saveCheckpointFile } from './checkpointFile';
import { fileSource } from './fileSource';
import type { LedgerSource } from './LedgerSource';
import { renderVerification } from './renderVerification';
import { serverSource } from './serverSource';
import { verifySource } from './verifySource';
import { writeWhole } from '../files/writeWhole';

interface VerifyFlags extends ConnectionFlags {
  file?: string;
  checkpoint?: string;
  saveCheckpoint?: string;
  save?: string;
  json?: boolean;
}

/** `continuity ledger verify`. */
export function addLedgerCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const ledger = program
    .command('ledger')
    .description('Look after the append-only log of every write and decision');
  const verify = ledger
    .command('verify')
    .description(
      'Recompute the whole ledger here, without trusting the server. Exits 0 when it adds up, 1 naming the first bad index, 2 for wrong usage and 3 for no answer.',
    )
    .option('--file <file>', 'entries saved earlier, instead of a portal')
    .option(
      '--checkpoint <file>',
      'a checkpoint kept from earlier: history up to it must not have moved',
    )
    .option(
      '--save-checkpoint <file>',
      'where to keep the checkpoint of a ledger that adds up',
    )
    .option('--save <file>', 'where to keep the entries, one a line')
    .option('--json', 'print the outcome as JSON');
  addConnectionOptions(verify).action(async (flags: VerifyFlags) => {
    settle(await verifyLedger(flags, io));
  });
}

async function verifyLedger(flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const { file } = flags;
  if (file === undefined) {
    return withConnection(flags, io, async connection =>
      verifyAndTell(await serverSource(connection), flags, io),
    );
  }
  if (flags.url !== undefined || flags.save !== undefined) {
    throw new UsageError(
      `--file: cannot be combined with ${
        flags.url === undefined ? '--save' : '--url'
      }; the entries come from the file`,
    );
  }
  return verifyAndTell(await fileSource(file), flags, io);
}

async function verifyAndTell(
  source: LedgerSource,
  flags: VerifyFlags,
  io: Io,
): Promise<ExitCode> {
  const known =
    flags.checkpoint === undefined
      ? undefined
      : await readCheckpointFile(flags.checkpoint);
  const result = await verifyAndSave(source, known, flags.save);
  if (result.ok && result.treeSize === 0 && !source.checkpoint && !known) {
    throw new UsageError(
      `--file: "${source.name}" holds no entries; whether some were removed only a --checkpoint can tell`,
    );
  }
  if (result.ok && flags.saveCheckpoint !== undefined) {
    await saveCheckpointFile(
      flags.saveCheckpoint,
      result,
      source.name,
      io.now(),
    );
  }
  io.out(
    flags.json
      ? `${JSON.stringify(result, null, 2)}\n`
      : renderVerification(result, source.name, known !== undefined, io),
  );
  return result.ok ? exitCodes.ok : exitCodes.failed;
}

async function verifyAndSave(
  source: LedgerSource,
  known: Parameters<typeof verifySource>[1],
  file: string | undefined,
) {
  if (file === undefined) {
    return verifySource(source, known);
  }
  const saved = await writeWhole('--save', file);
  try {
    // Also of a broken ledger: what was served is the evidence.
    const result = await verifySource(source, known, entry =>
      saved.write(`${JSON.stringify(entry.value)}\n`),
    );
    await saved.finish();
    return result;
  } finally {
    await saved.discard();
  }
}
