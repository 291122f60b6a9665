import type { FreezeWindowDeclaration, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';

/** A window made in the portal, as it is now. */
export interface StoredPortalWindow {
  /** UUID. */
  id: string;
  /** `portalcalendar:<namespace>/<name>` of the owner. */
  calendarRef: string;
  /** Canonical ref of the Group or User. */
  ownerRef: string;
  /** As the catalog had it when the window was last saved. */
  ownerTitle: string;
  /** From 1; one more with every change. */
  revision: number;
  /** IANA zone of times that name none. */
  timezone: string;
  window: FreezeWindowDeclaration;
  createdAt: Instant;
  createdBy: string;
  /** Of a window that was removed: when, and by whom. */
  updatedAt: Instant;
  updatedBy: string;
  removed: boolean;
}

export type PortalWindowChangeKind = 'created' | 'changed' | 'removed';

/** What one revision of a window said, and who made it. */
export interface StoredRevision {
  id: string;
  revision: number;
  change: PortalWindowChangeKind;
  at: Instant;
  by: string;
  comment?: string;
  timezone: string;
  window: FreezeWindowDeclaration;
}

/** Where windows made in the portal are kept, for all replicas. */
export interface PortalWindowStore {
  /** How often any window was changed. One cheap query. */
  head(): Promise<number>;
  /**
   * Windows whose last change came after a head revision, those removed included, and
   * the head revision of the newest change among them.
   *
   * @param revision - 0: all that are not removed
   */
  changedSince(
    revision: number,
  ): Promise<{ windows: StoredPortalWindow[]; revision: number }>;
  /** Absent: there is none of this id. One that was removed is returned. */
  byId(id: string): Promise<StoredPortalWindow | undefined>;
  /** The window that has an id in a calendar now. Absent: the id is free. */
  byWindowId(
    calendarRef: string,
    windowId: string,
  ): Promise<StoredPortalWindow | undefined>;
  /** Windows that are not removed, newest first. */
  list(
    filter: { ownerRef?: string },
    page: { limit: number; cursor?: string },
  ): Promise<Page<StoredPortalWindow>>;
  /** Newest first; empty when there is no such window. */
  history(id: string): Promise<StoredRevision[]>;

  /**
   * Counts a change, and from here on to the end of the transaction nobody else changes
   * a window: what is read after it is the newest.
   *
   * @returns the head revision that the change will have
   */
  advance(tx: Knex.Transaction): Promise<number>;
  /** Like {@link PortalWindowStore.byId}, in a transaction. */
  read(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredPortalWindow | undefined>;
  /** Like {@link PortalWindowStore.byWindowId}, in a transaction. */
  readByWindowId(
    tx: Knex.Transaction,
    calendarRef: string,
    windowId: string,
  ): Promise<StoredPortalWindow | undefined>;
  /** How many windows a calendar has now. */
  count(tx: Knex.Transaction, calendarRef: string): Promise<number>;
  /** Writes a window as it is now and the revision that says so. */
  write(
    tx: Knex.Transaction,
    window: StoredPortalWindow,
    revision: StoredRevision,
    headRevision: number,
  ): Promise<void>;
}

/** PostgreSQL hands out a bigint as text. */
interface WindowRow {
  id: string;
  calendar_ref: string;
  owner_ref: string;
  owner_title: string;
  window_id: string;
  revision: number;
  head_revision: number | string;
  timezone: string;
  document: string;
  created_at: number | string;
  created_by: string;
  updated_at: number | string;
  updated_by: string;
  removed_at: number | string | null;
}

interface RevisionRow {
  id: string;
  revision: number;
  change: PortalWindowChangeKind;
  at: number | string;
  by: string;
  comment: string | null;
  timezone: string;
  document: string;
}

interface HeadRow {
  id: number;
  revision: number | string;
}

const HEAD_ID = 1;

/** Windows made in the portal in a SQL database (SQLite or PostgreSQL). */
export class KnexPortalWindowStore implements PortalWindowStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async head(): Promise<number> {
    return readHead(this.#knex);
  }

  async changedSince(
    revision: number,
  ): Promise<{ windows: StoredPortalWindow[]; revision: number }> {
    const query = this.#knex<WindowRow>('portal_windows').where(
      'head_revision',
      '>',
      revision,
    );
    if (revision === 0) {
      query.whereNull('removed_at');
    }
    const rows = await query;
    return {
      windows: rows.map(windowOf),
      revision: rows.reduce(
        (newest, row) => Math.max(newest, Number(row.head_revision)),
        revision,
      ),
    };
  }

  async byId(id: string): Promise<StoredPortalWindow | undefined> {
    return readById(this.#knex, id);
  }

  async byWindowId(
    calendarRef: string,
    windowId: string,
  ): Promise<StoredPortalWindow | undefined> {
    return readByWindowId(this.#knex, calendarRef, windowId);
  }

  async list(
    filter: { ownerRef?: string },
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredPortalWindow>> {
    const query = this.#knex<WindowRow>('portal_windows')
      .whereNull('removed_at')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (filter.ownerRef !== undefined) {
      query.where('owner_ref', filter.ownerRef);
    }
    if (cursor !== undefined) {
      afterPosition(
        query,
        'portal_windows',
        'created_at',
        decodeCursor(cursor),
      );
    }
    return cutPage((await query).map(windowOf), limit, ({ createdAt, id }) => ({
      at: createdAt,
      id,
    }));
  }

  async history(id: string): Promise<StoredRevision[]> {
    const rows = await this.#knex<RevisionRow>('portal_window_revisions')
      .where('id', id)
      .orderBy('revision', 'desc');
    return rows.map(revisionOf);
  }

  async advance(tx: Knex.Transaction): Promise<number> {
    const moved = await tx<HeadRow>('portal_windows_head')
      .where('id', HEAD_ID)
      .increment('revision', 1);
    if (moved !== 1) {
      throw new Error(
        'portal_windows_head has lost its row, so nobody would notice the change',
      );
    }
    return readHead(tx);
  }

  async read(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredPortalWindow | undefined> {
    return readById(tx, id);
  }

  async readByWindowId(
    tx: Knex.Transaction,
    calendarRef: string,
    windowId: string,
  ): Promise<StoredPortalWindow | undefined> {
    return readByWindowId(tx, calendarRef, windowId);
  }

  async count(tx: Knex.Transaction, calendarRef: string): Promise<number> {
    const [row] = await tx<WindowRow>('portal_windows')
      .where('calendar_ref', calendarRef)
      .whereNull('removed_at')
      .count({ windows: '*' });
    return Number(row.windows);
  }

  async write(
    tx: Knex.Transaction,
    window: StoredPortalWindow,
    revision: StoredRevision,
    headRevision: number,
  ): Promise<void> {
    await tx<WindowRow>('portal_windows')
      .insert(rowOf(window, headRevision))
      .onConflict('id')
      .merge();
    await tx<RevisionRow>('portal_window_revisions').insert({
      id: revision.id,
      revision: revision.revision,
      change: revision.change,
      at: revision.at,
      by: revision.by,
      comment: revision.comment ?? null,
      timezone: revision.timezone,
      document: JSON.stringify(revision.window),
    });
  }
}

async function readHead(knex: Knex): Promise<number> {
  const row = await knex<HeadRow>('portal_windows_head')
    .where('id', HEAD_ID)
    .first();
  if (!row) {
    throw new Error(
      'portal_windows_head has lost its row, so nobody can tell which windows hold',
    );
  }
  return Number(row.revision);
}

async function readById(
  knex: Knex,
  id: string,
): Promise<StoredPortalWindow | undefined> {
  const row = await knex<WindowRow>('portal_windows').where('id', id).first();
  return row && windowOf(row);
}

async function readByWindowId(
  knex: Knex,
  calendarRef: string,
  windowId: string,
): Promise<StoredPortalWindow | undefined> {
  const row = await knex<WindowRow>('portal_windows')
    .where({ calendar_ref: calendarRef, window_id: windowId })
    .whereNull('removed_at')
    .first();
  return row && windowOf(row);
}

function rowOf(window: StoredPortalWindow, headRevision: number): WindowRow {
  return {
    id: window.id,
    calendar_ref: window.calendarRef,
    owner_ref: window.ownerRef,
    owner_title: window.ownerTitle,
    window_id: window.window.id,
    revision: window.revision,
    head_revision: headRevision,
    timezone: window.timezone,
    document: JSON.stringify(window.window),
    created_at: window.createdAt,
    created_by: window.createdBy,
    updated_at: window.updatedAt,
    updated_by: window.updatedBy,
    removed_at: window.removed ? window.updatedAt : null,
  };
}

function windowOf(row: WindowRow): StoredPortalWindow {
  return {
    id: row.id,
    calendarRef: row.calendar_ref,
    ownerRef: row.owner_ref,
    ownerTitle: row.owner_title,
    revision: row.revision,
    timezone: row.timezone,
    window: JSON.parse(row.document),
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
    updatedAt: Number(row.updated_at),
    updatedBy: row.updated_by,
    removed: row.removed_at !== null,
  };
}

function revisionOf(row: RevisionRow): StoredRevision {
  return {
    id: row.id,
    revision: row.revision,
    change: row.change,
    at: Number(row.at),
    by: row.by,
    ...(row.comment !== null && { comment: row.comment }),
    timezone: row.timezone,
    window: JSON.parse(row.document),
  };
}
