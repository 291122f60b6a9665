import type { LedgerEntry } from '@continuity/engine';
import type { LedgerService } from '../ledger';
import type {
  CatalogProjectionStore,
  ReadingDifference,
} from './CatalogProjectionStore';

/**
 * Writes what a reading brought, and what the ledger says of it, together. Most readings
 * have nothing to tell; they do not hold up those who have.
 */
export async function writeReading(
  difference: ReadingDifference,
  entries: LedgerEntry[],
  options: {
    store: Pick<CatalogProjectionStore, 'write'>;
    ledger: Pick<LedgerService, 'write'>;
  },
): Promise<void> {
  const { store, ledger } = options;
  if (entries.length === 0) {
    await store.write(difference);
    return;
  }
  await ledger.write(async (tx, append) => {
    await store.write(difference, tx);
    await append(entries);
  });
}
