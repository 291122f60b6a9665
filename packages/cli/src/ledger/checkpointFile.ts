import { readFile } from 'node:fs/promises';
import type { Checkpoint } from '@continuity/engine';
import { messageOf, UsageError } from '../failures';
import { describeIssues } from '../output/describeIssues';
import { checkpointSchema } from './ledgerSchemas';
import { writeWhole } from '../files/writeWhole';

/**
 * Reads a checkpoint that was kept.
 *
 * @throws UsageError when there is none: a missing checkpoint must not pass for a match
 */
export async function readCheckpointFile(file: string): Promise<Checkpoint> {
  let document: unknown;
  try {
    document = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--checkpoint: "${file}" cannot be read: ${messageOf(
        error,
      )}; the first one is made with --save-checkpoint alone`,
    );
  }
  const parsed = checkpointSchema.safeParse(document);
  if (!parsed.success) {
    throw new UsageError(
      `--checkpoint: "${file}" is not a checkpoint: ${describeIssues(
        parsed.error,
      )}`,
    );
  }
  return parsed.data;
}

/**
 * Keeps what was verified, for the next time.
 *
 * @param verifiedAt - epoch milliseconds, for people only
 */
export async function saveCheckpointFile(
  file: string,
  { treeSize, rootHash }: Checkpoint,
  source: string,
  verifiedAt: number,
): Promise<void> {
  const content = {
    treeSize,
    rootHash,
    source,
    verifiedAt: new Date(verifiedAt).toISOString(),
  };
  const writer = await writeWhole('--save-checkpoint', file);
  await writer.write(`${JSON.stringify(content, null, 2)}\n`);
  await writer.finish();
}
