import type { Checkpoint } from '@continuity/engine';
import { NoAnswerError } from '../failures';
import type { Connection } from '../http/connect';
import { describeIssues } from '../output/describeIssues';
import { checkpointSchema, pageSchema } from './ledgerSchemas';
import type { LedgerSource, ServedEntry } from './LedgerSource';

const PAGE = 1000;

/**
 * Entries from a portal, up to the checkpoint that it shows now. Entries that arrive
 * meanwhile belong to the next verification.
 *
 * @throws NoAnswerError
 */
export async function serverSource(
  connection: Connection,
): Promise<LedgerSource> {
  const answer = await connection.ask(client => client.getCheckpoint());
  const parsed = checkpointSchema.safeParse(answer);
  if (!parsed.success) {
    throw new NoAnswerError(
      `the server's answer is not a checkpoint: ${describeIssues(
        parsed.error,
      )}`,
    );
  }
  const checkpoint = parsed.data;
  return {
    name: connection.apiUrl.origin,
    checkpoint,
    entries: readPages(connection, checkpoint),
  };
}

async function* readPages(
  connection: Connection,
  { treeSize }: Checkpoint,
): AsyncGenerator<ServedEntry> {
  for (let from = 0; from < treeSize; ) {
    const items = await readPage(connection, from);
    // Fewer entries than the checkpoint counts: the verifier says which is missing.
    if (items.length === 0) return;
    let next = from + items.length;
    for (const [position, value] of items.entries()) {
      const index = indexOf(value) ?? from + position;
      // A page may hold entries that are younger than the checkpoint.
      if (index >= treeSize) return;
      next = Math.max(next, index + 1);
      yield { place: `item ${position} of the page from ${from}`, value };
    }
    from = next;
  }
}

async function readPage(
  connection: Connection,
  from: number,
): Promise<unknown[]> {
  const answer = await connection.ask(client =>
    client.listLedgerEntries({ from, limit: PAGE }),
  );
  const parsed = pageSchema.safeParse(answer);
  if (!parsed.success) {
    throw new NoAnswerError(
      `the server's answer is not a page of the ledger: ${describeIssues(
        parsed.error,
      )}`,
    );
  }
  return parsed.data.items;
}

function indexOf(value: unknown): number | undefined {
  return typeof value === 'object' &&
    value !== null &&
    'index' in value &&
    typeof value.index === 'number'
    ? value.index
    : undefined;
}
