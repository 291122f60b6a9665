import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';

/** How something that decides what is frozen stood, and stands now. */
export interface StandingChange {
  entityRef: string;
  /** `new`: it was not known before. */
  before: 'new' | 'good' | 'bad';
  after: 'good' | 'bad';
  /** Why it is bad. */
  problem?: string;
  /** Of what stays in force while it is bad. Absent: nothing was ever good. */
  lastGoodAt?: Instant;
}

/**
 * What the ledger says of a change: `calendar.degraded` when the newest version cannot be
 * read or fetched any more, or never could; `calendar.recovered` when it can again.
 * Absent: there is nothing to say.
 */
export function standingEntry(
  { entityRef, before, after, problem, lastGoodAt }: StandingChange,
  at: Instant,
): LedgerEntry | undefined {
  const isNews = after === 'bad' ? before !== 'bad' : before === 'bad';
  if (!isNews) {
    return undefined;
  }
  return {
    id: randomUUID(),
    type: after === 'bad' ? 'calendar.degraded' : 'calendar.recovered',
    at: formatInstant(at),
    actor: { ref: 'system' },
    subjects: [entityRef],
    data:
      after === 'bad'
        ? {
            problem,
            ...(lastGoodAt !== undefined && {
              lastGoodAt: formatInstant(lastGoodAt),
            }),
          }
        : {},
  };
}
