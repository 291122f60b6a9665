import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type { StoredSubscription } from './types';

/** What the ledger says of a feed that was made or revoked; nothing of its token. */
export function subscriptionEntry(
  change: 'created' | 'revoked',
  { id, subject, createdBy }: StoredSubscription,
  by: { ref: string; at: Instant },
): LedgerEntry {
  return {
    id: randomUUID(),
    type: `calendar.subscription.${change}`,
    at: formatInstant(by.at),
    actor: { ref: by.ref },
    subjects: [subject.ref],
    data: {
      id,
      kind: subject.kind,
      // Administrators revoke what others made.
      ...(change === 'revoked' && { createdBy }),
    },
  };
}
