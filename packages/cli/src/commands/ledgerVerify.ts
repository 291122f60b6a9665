import { appendFileSync, writeFileSync } from 'node:fs';
import {
  type Checkpoint,
  LedgerVerifier,
  type SequencedEntry,
} from '@continuity/engine';
import type { ContinuityClient } from '@continuity/plugin-continuity-common';
import { exitCodes, NoAnswerError } from '../exitCodes';
import {
  checkpointOf,
  entryOf,
  readCheckpointFile,
  readLedgerFile,
} from '../input/ledgerFile';
import type { Terminal } from '../terminal';

export interface LedgerVerifyOptions {
  /** Verify this saved ledger instead of a server's. */
  file?: string;
  /** A checkpoint kept from an earlier time: history up to it must not have moved. */
  checkpoint?: string;
  /** Where to keep the checkpoint that was reached. */
  saveCheckpoint?: string;
  /** Where to keep the entries that were read, one a line. */
  save?: string;
  json?: boolean;
}

const PAGE = 1000;

/**
 * Recomputes a ledger from its first entry and trusts nothing that was said about it.
 *
 * @returns 0, or 1 when it does not verify; the first bad index is named
 */
export async function ledgerVerify(
  options: LedgerVerifyOptions,
  client: (() => ContinuityClient) | undefined,
  terminal: Terminal,
): Promise<number> {
  const knownCheckpoint = options.checkpoint
    ? readCheckpointFile(options.checkpoint)
    : undefined;
  const source = options.file
    ? { entries: readLedgerFile(options.file) }
    : await readServer(client, options.save, terminal);
  const checkpoint = 'checkpoint' in source ? source.checkpoint : undefined;

  const verifier = new LedgerVerifier({ checkpoint, knownCheckpoint });
  for await (const entry of source.entries) {
    verifier.add(entry);
    if (verifier.settled) break;
  }
  const result = verifier.finish();
  if (options.json) {
    terminal.out(JSON.stringify(result, null, 2));
  } else if (result.ok) {
    terminal.out(
      `VERIFIED  ${result.treeSize} entries, root ${result.rootHash}`,
    );
    if (!knownCheckpoint) {
      terminal.out(
        'Compared with nothing kept from before: keep --save-checkpoint and pass it as --checkpoint next time.',
      );
    }
  } else {
    terminal.out(
      `NOT VERIFIED  entry ${result.index}: ${result.fault}\n  ${result.message}\n  to do: stop relying on entries from index ${result.index} on, keep a copy of the ledger as it is, and compare it with a backup.`,
    );
  }
  if (!result.ok) return exitCodes.fault;
  if (options.saveCheckpoint) {
    const { treeSize, rootHash } = result;
    writeFileSync(
      options.saveCheckpoint,
      `${JSON.stringify({ treeSize, rootHash })}\n`,
    );
  }
  return exitCodes.ok;
}

/** The checkpoint first: what is appended while we read is left for the next time. */
async function readServer(
  connect: (() => ContinuityClient) | undefined,
  save: string | undefined,
  terminal: Terminal,
): Promise<{ checkpoint: Checkpoint; entries: AsyncIterable<SequencedEntry> }> {
  if (!connect) throw new NoAnswerError('there is no server to ask');
  const client = connect();
  const checkpoint = checkpointOf(await client.getCheckpoint());
  if (save) writeFileSync(save, '');
  async function* pages(): AsyncGenerator<SequencedEntry> {
    for (let from = 0; from < checkpoint.treeSize; ) {
      const limit = Math.min(PAGE, checkpoint.treeSize - from);
      const { items } = await client.listLedgerEntries({ from, limit });
      const entries = items.map(entryOf);
      // Nothing where entries should be: the verifier will say that they are missing.
      if (entries.length === 0) return;
      if (save) {
        appendFileSync(
          save,
          entries.map(entry => `${JSON.stringify(entry)}\n`).join(''),
        );
      }
      yield* entries;
      from = Math.max(from, entries[entries.length - 1].index) + 1;
      if (checkpoint.treeSize > 10 * PAGE) {
        terminal.err(`${from} of ${checkpoint.treeSize} entries read`);
      }
    }
  }
  return { checkpoint, entries: pages() };
}
