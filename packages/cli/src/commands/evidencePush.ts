import type { ContinuityClient } from '@continuity/plugin-continuity-common';
import { exitCodes } from '../exitCodes';
import type { EvidenceLine } from '../input/evidenceFile';
import type { Terminal } from '../terminal';

/** What the API takes at once. */
const BATCH = 500;

/**
 * Pushes evidence in batches and says what became of each. A rejected report does not
 * lose the others; pushing the same file again is harmless.
 *
 * @returns 0, or 1 when something was rejected
 */
export async function evidencePush(
  lines: EvidenceLine[],
  client: ContinuityClient,
  terminal: Terminal,
): Promise<number> {
  const total = { accepted: 0, known: 0, rejected: 0 };
  for (let from = 0; from < lines.length; from += BATCH) {
    const batch = lines.slice(from, from + BATCH);
    const result = await client.createEvidenceBatch(
      batch.map(({ value }) => value),
    );
    total.accepted += result.accepted;
    total.known += result.known;
    total.rejected += result.rejected;
    for (const item of result.results) {
      if (item.status !== 'rejected') continue;
      const place = batch[item.index]?.place ?? `item ${item.index + 1}`;
      const field = item.field ? `${item.field}: ` : '';
      terminal.err(`${place}: ${field}${item.message ?? 'rejected'}`);
    }
    if (lines.length > BATCH) {
      terminal.err(
        `${Math.min(from + BATCH, lines.length)} of ${lines.length} pushed`,
      );
    }
  }
  terminal.out(
    `${total.accepted} accepted, ${total.known} known already, ${total.rejected} rejected`,
  );
  return total.rejected > 0 ? exitCodes.fault : exitCodes.ok;
}
