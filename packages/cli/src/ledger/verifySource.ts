import {
  LedgerVerifier,
  type Checkpoint,
  type LedgerVerification,
} from '@continuity/engine';
import { describeIssues } from '../output/describeIssues';
import { entrySchema } from './ledgerSchemas';
import type { LedgerSource, ServedEntry } from './LedgerSource';

/**
 * Recomputes a ledger, trusting nothing that its source says.
 *
 * @param known - a checkpoint that the verifier kept from an earlier time
 * @param keep - takes every entry as it was served, also after a fault
 */
export async function verifySource(
  source: LedgerSource,
  known: Checkpoint | undefined,
  keep?: (entry: ServedEntry) => Promise<void>,
): Promise<LedgerVerification> {
  const verifier = new LedgerVerifier({
    checkpoint: source.checkpoint,
    knownCheckpoint: known,
  });
  let unreadable: LedgerVerification | undefined;
  for await (const served of source.entries) {
    await keep?.(served);
    if (!unreadable && !verifier.settled) {
      const parsed = entrySchema.safeParse(served.value);
      if (parsed.success) {
        verifier.add(parsed.data);
      } else {
        const problem =
          served.value === undefined
            ? 'it is not JSON'
            : describeIssues(parsed.error);
        unreadable = unreadableEntry(verifier, served, problem);
      }
    }
    if (!keep && (unreadable || verifier.settled)) {
      break;
    }
  }
  return unreadable ?? verifier.finish();
}

function unreadableEntry(
  verifier: LedgerVerifier,
  { place }: ServedEntry,
  problem: string,
): LedgerVerification {
  const found = verifier.finish();
  // `removed` only tells that more was expected, which was still to come.
  if (!found.ok && found.fault !== 'removed') {
    return found;
  }
  return {
    ok: false,
    index: verifier.size,
    fault: 'altered',
    message: `Entry ${verifier.size} cannot be read: ${place} is not a ledger entry (${problem}).`,
  };
}
