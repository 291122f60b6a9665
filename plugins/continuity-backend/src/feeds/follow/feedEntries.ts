import { createHash, randomUUID } from 'node:crypto';
import {
  formatInstant,
  type FreezeWindow,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { standingEntry } from '../../catalog/standingEntry';
import { maskSecrets } from '../../evidence';
import type { FeedTransition } from './FeedStore';

/** A feed of thousands of events must not make an entry of that size. */
const MAX_NAMED = 50;

/** What was in a feed before and is now. */
export interface FeedChange {
  content: string;
  /** Absent: nothing of this address was good. */
  before?: readonly FreezeWindow[];
  after: readonly FreezeWindow[];
}

/**
 * What the ledger says of an answer: `calendar.degraded`, `calendar.recovered`, and
 * `calendar.feed.changed` when it has other windows than before. Mostly nothing.
 */
export function feedEntries(
  calendarRef: string,
  { before, after, lastGoodAt }: FeedTransition,
  at: Instant,
  details: { problem?: string; change?: FeedChange },
): LedgerEntry[] {
  const standing = standingEntry(
    {
      entityRef: calendarRef,
      before,
      after,
      ...(details.problem !== undefined && { problem: details.problem }),
      ...(lastGoodAt !== undefined && { lastGoodAt }),
    },
    at,
  );
  const changed =
    details.change && changeEntry(calendarRef, details.change, at);
  return [...(standing ? [standing] : []), ...(changed ? [changed] : [])];
}

function changeEntry(
  calendarRef: string,
  { content, before, after }: FeedChange,
  at: Instant,
): LedgerEntry | undefined {
  const old = textById(before ?? []);
  const now = textById(after);
  const added = [...now.keys()].filter(id => !old.has(id));
  const removed = [...old.keys()].filter(id => !now.has(id));
  const changed = [...now].flatMap(([id, text]) => {
    const was = old.get(id);
    return was !== undefined && was !== text ? [id] : [];
  });
  if (before && added.length + removed.length + changed.length === 0) {
    return undefined;
  }
  return {
    id: randomUUID(),
    type: 'calendar.feed.changed',
    at: formatInstant(at),
    actor: { ref: 'system' },
    subjects: [calendarRef],
    data: maskSecrets({
      windows: after.length,
      added: named(added),
      changed: named(changed),
      removed: named(removed),
      contentSha256: createHash('sha256').update(content).digest('hex'),
    }),
  };
}

function textById(windows: readonly FreezeWindow[]): Map<string, string> {
  return new Map(
    windows.map(window => [window.id, JSON.stringify(window)] as const),
  );
}

function named(ids: readonly string[]): { count: number; ids: string[] } {
  return { count: ids.length, ids: ids.slice(0, MAX_NAMED) };
}
