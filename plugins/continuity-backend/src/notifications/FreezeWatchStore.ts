import { ConflictError } from '@backstage/errors';
import type { FreezeWindow, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { Announcement } from './Announcement';
import { readFacts } from './freezeNews';

/** How far somebody has looked, on whatever replica. */
export interface WatchState {
  /** Grows with every look. */
  revision: number;
  /** Absent: nobody ever looked. */
  looked?: {
    first: Instant;
    at: Instant;
    to: Instant;
    windowsHash: string | undefined;
  };
}

/** A window as it was at the last look. */
export interface WatchedWindow {
  calendarRef: string;
  windowId: string;
  hash: string;
  calendarTitle: string;
  /** Refs of who answers for it. */
  answering: string[];
  window: FreezeWindow;
}

/** Everything that a look changes. */
export interface LookResult {
  /** When somebody looked first. */
  first: Instant;
  at: Instant;
  to: Instant;
  /** Absent: more windows changed than were looked at. */
  windowsHash: string | undefined;
  remembered: WatchedWindow[];
  forgotten: Pick<WatchedWindow, 'calendarRef' | 'windowId'>[];
  announced: Announcement[];
  /** Threads that are over. */
  ended: string[];
}

/** PostgreSQL hands out a bigint as text. */
interface StateRow {
  id: number;
  revision: number | string;
  first_looked_at: number | string | null;
  looked_at: number | string | null;
  looked_to: number | string | null;
  windows_hash: string | null;
}

interface WindowRow {
  calendar_ref: string;
  window_id: string;
  hash: string;
  document: string;
}

interface AnnouncementRow {
  thread: string;
  calendar_ref: string;
  window_id: string;
  starts_at: number | string;
  ends_at: number | string;
  due_at: number | string;
  document: string;
}

const STATE_ID = 1;
/** Rows a statement; SQLite allows at most 32766 bound values. */
const BATCH = 500;

/** What is remembered from look to look, for all replicas. */
export class FreezeWatchStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One cheap query. */
  async state(): Promise<WatchState> {
    const row = await this.#knex<StateRow>('freeze_watch')
      .where('id', STATE_ID)
      .first();
    if (!row) {
      throw new Error(
        'freeze_watch has lost its row, so nobody can tell who was told of what',
      );
    }
    return {
      revision: Number(row.revision),
      ...(row.looked_at !== null && {
        looked: {
          first: Number(row.first_looked_at),
          at: Number(row.looked_at),
          to: Number(row.looked_to),
          windowsHash: row.windows_hash ?? undefined,
        },
      }),
    };
  }

  /** The hash of every window that is remembered. */
  async hashes(): Promise<
    Pick<WatchedWindow, 'calendarRef' | 'windowId' | 'hash'>[]
  > {
    const rows = await this.#knex<WindowRow>('freeze_watch_windows').select(
      'calendar_ref',
      'window_id',
      'hash',
    );
    return rows.map(({ calendar_ref, window_id, hash }) => ({
      calendarRef: calendar_ref,
      windowId: window_id,
      hash,
    }));
  }

  /** Windows of some calendars, as they were. */
  async windowsOf(calendarRefs: readonly string[]): Promise<WatchedWindow[]> {
    const found: WatchedWindow[] = [];
    for (const batch of batches(calendarRefs)) {
      const rows = await this.#knex<WindowRow>('freeze_watch_windows').whereIn(
        'calendar_ref',
        batch,
      );
      for (const { calendar_ref, window_id, hash, document } of rows) {
        found.push({
          ...JSON.parse(document),
          calendarRef: calendar_ref,
          windowId: window_id,
          hash,
        });
      }
    }
    return found;
  }

  /** What was announced of some calendars and is not over. */
  async announcedOf(calendarRefs: readonly string[]): Promise<Announcement[]> {
    const found: Announcement[] = [];
    for (const batch of batches(calendarRefs)) {
      const rows = await this.#knex<AnnouncementRow>(
        'announced_freezes',
      ).whereIn('calendar_ref', batch);
      found.push(...rows.map(announcementOf));
    }
    return found;
  }

  /** What there is something to say of by a moment, earliest first. */
  async due(by: Instant, limit: number): Promise<Announcement[]> {
    const rows = await this.#knex<AnnouncementRow>('announced_freezes')
      .where('due_at', '<=', by)
      .orderBy(['due_at', 'thread'])
      .limit(limit);
    return rows.map(announcementOf);
  }

  /**
   * Writes what a look has found, in the transaction of the entries that tell of it.
   *
   * @param revision - what the look is based on
   * @throws ConflictError when another replica has looked in the meantime
   */
  async write(
    tx: Knex.Transaction,
    revision: number,
    result: LookResult,
  ): Promise<void> {
    const moved = await tx<StateRow>('freeze_watch')
      .where({ id: STATE_ID, revision })
      .update({
        revision: revision + 1,
        first_looked_at: result.first,
        looked_at: result.at,
        looked_to: result.to,
        windows_hash: result.windowsHash ?? null,
      });
    if (moved !== 1) {
      throw new ConflictError(
        `Another replica looked at the freezes at the same time; revision ${revision} is no longer the newest`,
      );
    }
    for (const { calendarRef, windowId } of result.forgotten) {
      await tx<WindowRow>('freeze_watch_windows')
        .where({ calendar_ref: calendarRef, window_id: windowId })
        .delete();
    }
    for (const batch of batches(result.remembered)) {
      await tx<WindowRow>('freeze_watch_windows')
        .insert(batch.map(windowRow))
        .onConflict(['calendar_ref', 'window_id'])
        .merge();
    }
    for (const batch of batches(result.ended)) {
      await tx<AnnouncementRow>('announced_freezes')
        .whereIn('thread', batch)
        .delete();
    }
    for (const batch of batches(result.announced)) {
      await tx<AnnouncementRow>('announced_freezes')
        .insert(batch.map(announcementRow))
        .onConflict('thread')
        .merge();
    }
  }
}

function windowRow({
  calendarRef,
  windowId,
  hash,
  calendarTitle,
  answering,
  window,
}: WatchedWindow): WindowRow {
  return {
    calendar_ref: calendarRef,
    window_id: windowId,
    hash,
    document: JSON.stringify({ calendarTitle, answering, window }),
  };
}

function announcementRow({
  calendarRef,
  windowId,
  start,
  end,
  dueAt,
  facts,
}: Announcement): AnnouncementRow {
  return {
    thread: facts.thread,
    calendar_ref: calendarRef,
    window_id: windowId,
    starts_at: start,
    ends_at: end,
    due_at: dueAt,
    document: JSON.stringify(facts),
  };
}

function announcementOf(row: AnnouncementRow): Announcement {
  return {
    calendarRef: row.calendar_ref,
    windowId: row.window_id,
    start: Number(row.starts_at),
    end: Number(row.ends_at),
    dueAt: Number(row.due_at),
    facts: readFacts(row.document),
  };
}

function* batches<T>(items: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < items.length; from += BATCH) {
    yield items.slice(from, from + BATCH);
  }
}
