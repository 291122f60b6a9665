import type { Instant } from '@continuity/engine';
import {
  type FeedAnswer,
  type FeedRecord,
  type FeedSchedule,
  type FeedTransition,
  NO_ADDRESS,
  type StoredFeed,
} from './FeedStore';

/** A feed as it is stored. PostgreSQL hands out a bigint as text. */
export interface FeedRow {
  calendar_ref: string;
  address_hash: string;
  content: string | null;
  good_address_hash: string | null;
  etag: string | null;
  last_modified: string | null;
  refresh_ms: number | string | null;
  fetched_at: number | string;
  good_at: number | string | null;
  problem: string | null;
  next_at: number | string;
  claimed_until: number | string | null;
  failures: number;
  emptied_at: number | string | null;
  revision: number | string;
}

const NOTHING_GOOD = {
  content: null,
  good_address_hash: null,
  etag: null,
  last_modified: null,
  refresh_ms: null,
  good_at: null,
};

/** A feed of which nothing is known. */
export const NOTHING_KNOWN = {
  ...NOTHING_GOOD,
  address_hash: NO_ADDRESS,
  problem: null,
  fetched_at: 0,
  next_at: 0,
  claimed_until: null,
  failures: 0,
  emptied_at: null,
};

/** What an answer makes of a feed; everything but its revision. */
export function rowAfter(
  known: FeedRow,
  { addressHash, at, nextAt, answer }: FeedRecord,
): Omit<FeedRow, 'revision' | 'calendar_ref'> {
  const isFailure = answer.kind === 'failed';
  const isSameAddress = known.address_hash === addressHash;
  return {
    ...goodAfter(known, addressHash, at, answer),
    address_hash: addressHash,
    problem: isFailure ? answer.problem : null,
    fetched_at: at,
    next_at: nextAt,
    claimed_until: null,
    failures: isFailure ? (isSameAddress ? known.failures : 0) + 1 : 0,
    emptied_at: (isFailure && answer.emptiedAt) || null,
  };
}

function goodAfter(
  known: FeedRow,
  addressHash: string,
  at: Instant,
  answer: FeedAnswer,
): Pick<FeedRow, keyof typeof NOTHING_GOOD> {
  switch (answer.kind) {
    case 'good':
      return {
        content: answer.content,
        good_address_hash: addressHash,
        etag: answer.etag ?? null,
        last_modified: answer.lastModified ?? null,
        refresh_ms: answer.refreshMs ?? null,
        good_at: at,
      };
    case 'unchanged':
      if (known.good_address_hash !== addressHash) {
        throw new Error(
          `${known.calendar_ref} has nothing from this address that could be unchanged`,
        );
      }
      return {
        ...goodOf(known),
        etag: answer.etag ?? known.etag,
        last_modified: answer.lastModified ?? known.last_modified,
        good_at: at,
      };
    default:
      // What another address said stays until this one is good: the change of address
      // may be taken back.
      return goodOf(known);
  }
}

function goodOf(row: FeedRow): Pick<FeedRow, keyof typeof NOTHING_GOOD> {
  const { content, good_address_hash, etag, last_modified, refresh_ms } = row;
  return {
    content,
    good_address_hash,
    etag,
    last_modified,
    refresh_ms,
    good_at: row.good_at,
  };
}

/** Whether an answer changes anything that is shown of a feed. */
export function isShown(
  known: FeedRow,
  after: Omit<FeedRow, 'revision' | 'calendar_ref'>,
): boolean {
  return (
    known.problem !== after.problem ||
    known.content !== after.content ||
    known.address_hash !== after.address_hash ||
    known.good_address_hash !== after.good_address_hash
  );
}

/** How a feed stood, and stands after an answer. */
export function transition(
  known: FeedRow,
  after: Omit<FeedRow, 'revision' | 'calendar_ref'>,
): FeedTransition {
  const isOther = known.address_hash !== after.address_hash;
  const isGood = after.problem === null;
  const hasOwn = after.good_address_hash === after.address_hash;
  return {
    before: isOther && !isGood ? 'new' : standingOf(known),
    after: isGood ? 'good' : 'bad',
    ...(hasOwn &&
      after.good_at !== null && { lastGoodAt: Number(after.good_at) }),
  };
}

function standingOf(row: FeedRow): FeedTransition['before'] {
  if (row.address_hash === NO_ADDRESS) {
    return 'new';
  }
  return row.problem === null ? 'good' : 'bad';
}

export function storedFeed(row: FeedRow): StoredFeed {
  return {
    calendarRef: row.calendar_ref,
    addressHash: row.address_hash,
    ...(row.content !== null && {
      good: {
        content: row.content,
        addressHash: row.good_address_hash ?? NO_ADDRESS,
        at: Number(row.good_at),
      },
    }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}

/** What {@link feedSchedule} needs; not the content, which may be large. */
export const SCHEDULE_COLUMNS = [
  'calendar_ref',
  'address_hash',
  'good_address_hash',
  'etag',
  'last_modified',
  'next_at',
  'fetched_at',
  'refresh_ms',
  'claimed_until',
  'failures',
  'emptied_at',
] as const;

export function feedSchedule(
  row: Pick<FeedRow, (typeof SCHEDULE_COLUMNS)[number]>,
): FeedSchedule {
  const isOwn = row.good_address_hash === row.address_hash;
  return {
    calendarRef: row.calendar_ref,
    addressHash: row.address_hash,
    nextAt: Number(row.next_at),
    fetchedAt: Number(row.fetched_at),
    failures: row.failures,
    ...(row.claimed_until !== null && {
      claimedUntil: Number(row.claimed_until),
    }),
    ...(row.emptied_at !== null && { emptiedAt: Number(row.emptied_at) }),
    ...(row.refresh_ms !== null && { refreshMs: Number(row.refresh_ms) }),
    validators: {
      ...(isOwn && row.etag !== null && { etag: row.etag }),
      ...(isOwn &&
        row.last_modified !== null && { lastModified: row.last_modified }),
    },
  };
}
