import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { collectorSource } from '../evidence';

/** What the ledger says of a collector; what it saw stands there as evidence. */
export function collectorEntry(
  event: 'failing' | 'recovered' | 'requested',
  told: {
    collector: string;
    at: Instant;
    /** Absent: the collector itself. */
    actor?: string;
    data?: Record<string, string>;
  },
): LedgerEntry {
  const { collector, at, actor, data } = told;
  return {
    id: randomUUID(),
    type: `collector.${event}`,
    at: formatInstant(at),
    actor: { ref: actor ?? collectorSource(collector) },
    subjects: [],
    data: { collector, ...data },
  };
}
