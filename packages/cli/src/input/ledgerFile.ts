import type { Checkpoint, SequencedEntry } from '@continuity/engine';
import { z } from 'zod';
import { UsageError } from '../exitCodes';
import { readText } from './evidenceFile';

const hash = z.string().regex(/^[a-f0-9]{64}$/);

const sequencedEntry = z.object({
  index: z.int().min(0),
  canonical: z.string(),
  leafHash: hash,
  rootHash: hash,
});

const checkpointShape = z.object({
  treeSize: z.int().min(0),
  rootHash: hash,
});

/**
 * Reads a saved ledger, one entry a line.
 *
 * @throws UsageError that names the line which is not an entry
 */
export function* readLedgerFile(file: string): Generator<SequencedEntry> {
  const lines = readText(file, '--file').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    yield read(sequencedEntry, line, `--file: ${file}, line ${index + 1}`);
  }
}

/** @throws UsageError when the file is not a checkpoint */
export function readCheckpointFile(file: string): Checkpoint {
  const text = readText(file, '--checkpoint');
  return read(checkpointShape, text, `--checkpoint: ${file}`);
}

/** What a server sent, in the shape that is verified. @throws UsageError */
export function entryOf(value: unknown): SequencedEntry {
  return sequencedEntry.parse(value);
}

export function checkpointOf(value: unknown): Checkpoint {
  return checkpointShape.parse(value);
}

function read<T>(shape: z.ZodType<T>, text: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${place} is not JSON`);
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${place}: ${issue.path.join('.')}: ${issue.message}`);
}
