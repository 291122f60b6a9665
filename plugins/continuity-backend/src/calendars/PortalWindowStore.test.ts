import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { inTransaction } from '../database';
import {
  KnexPortalWindowStore,
  type StoredPortalWindow,
  type StoredRevision,
} from './PortalWindowStore';

jest.setTimeout(60_000);

const OWNER = 'group:default/finance';

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function window(
  number: number,
  change: Partial<StoredPortalWindow> = {},
): StoredPortalWindow {
  return {
    id: uuid(number),
    calendarRef: 'portalcalendar:default/finance',
    ownerRef: OWNER,
    ownerTitle: 'Finance',
    revision: 1,
    timezone: 'Europe/Zurich',
    window: {
      id: `window-${number}`,
      title: `Window ${number}`,
      reason: 'Because of "quotes", Umläute and 日本語',
      start: '2026-12-01T00:00:00',
      duration: 'P1D',
    },
    createdAt: 1_000 + number,
    createdBy: 'user:default/anna',
    updatedAt: 1_000 + number,
    updatedBy: 'user:default/anna',
    removed: false,
    ...change,
  };
}

function revisionOf(
  stored: StoredPortalWindow,
  change: StoredRevision['change'] = 'created',
): StoredRevision {
  const { id, revision, updatedAt, updatedBy, timezone } = stored;
  return {
    id,
    revision,
    change,
    at: updatedAt,
    by: updatedBy,
    comment: 'Agreed on',
    timezone,
    window: stored.window,
  };
}

const databases = bothDatabases();

describe.each(databases.eachId())('KnexPortalWindowStore on %s', databaseId => {
  let knex: Knex;
  let store: KnexPortalWindowStore;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    store = new KnexPortalWindowStore(knex);
  });

  const write = (
    stored: StoredPortalWindow,
    change: StoredRevision['change'] = 'created',
  ) =>
    inTransaction(knex, async tx => {
      const head = await store.advance(tx);
      await store.write(tx, stored, revisionOf(stored, change), head);
      return head;
    });

  it('is empty to begin with, and counts every change', async () => {
    expect(await store.head()).toBe(0);
    expect(await store.changedSince(0)).toEqual({ windows: [], revision: 0 });
    expect(await write(window(1))).toBe(1);
    expect(await write(window(2))).toBe(2);
    expect(await store.head()).toBe(2);
  });

  it('gives back what was written', async () => {
    await write(window(1));
    expect(await store.byId(uuid(1))).toEqual(window(1));
    expect(await store.byId(uuid(9))).toBeUndefined();
    expect(await store.history(uuid(1))).toEqual([revisionOf(window(1))]);
    expect(await store.history(uuid(9))).toEqual([]);
  });

  it('gives only what changed, also what is gone', async () => {
    await write(window(1));
    await write(window(2));
    const gone = window(1, { revision: 2, removed: true });
    await write(gone, 'removed');
    expect(await store.changedSince(2)).toEqual({
      windows: [gone],
      revision: 3,
    });
    expect(await store.changedSince(3)).toEqual({ windows: [], revision: 3 });
    expect(await store.changedSince(0)).toEqual({
      windows: [window(2)],
      revision: 2,
    });
  });

  it('keeps every revision, newest first', async () => {
    await write(window(1));
    const changed = window(1, { revision: 2, timezone: 'UTC' });
    await write(changed, 'changed');
    const removed = { ...changed, revision: 3, removed: true };
    await write(removed, 'removed');
    expect(await store.history(uuid(1))).toEqual([
      revisionOf(removed, 'removed'),
      revisionOf(changed, 'changed'),
      revisionOf(window(1)),
    ]);
    expect(await store.byId(uuid(1))).toEqual(removed);
  });

  it('lists what is there, newest first, in pages', async () => {
    for (const number of [1, 2, 3]) {
      await write(window(number));
    }
    await write(window(4, { ownerRef: 'user:default/anna' }));
    await write(window(2, { revision: 2, removed: true }), 'removed');
    const ids = (windows: StoredPortalWindow[]) => windows.map(({ id }) => id);
    const first = await store.list({}, { limit: 2 });
    expect(ids(first.items)).toEqual([uuid(4), uuid(3)]);
    const second = await store.list({}, { limit: 2, cursor: first.nextCursor });
    expect(ids(second.items)).toEqual([uuid(1)]);
    expect(second.nextCursor).toBeUndefined();
    const mine = await store.list({ ownerRef: OWNER }, { limit: 50 });
    expect(ids(mine.items)).toEqual([uuid(3), uuid(1)]);
  });

  it('has one window of an id in a calendar, and the id is free again after it', async () => {
    await write(window(1));
    const other = window(2, { window: window(1).window });
    // Not `toThrow`: the driver's errors are of the process, not of the test.
    await expect(write(other)).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    expect(await store.head()).toBe(1);
    expect(await store.history(other.id)).toEqual([]);
    await write(window(1, { revision: 2, removed: true }), 'removed');
    await write(other);
    await inTransaction(knex, async tx => {
      const { calendarRef } = other;
      expect(
        await store.readByWindowId(tx, calendarRef, 'window-1'),
      ).toMatchObject({ id: other.id });
      expect(
        await store.readByWindowId(tx, calendarRef, 'window-2'),
      ).toBeUndefined();
      expect(await store.count(tx, calendarRef)).toBe(1);
    });
  });

  it('writes nothing when the transaction fails', async () => {
    await write(window(1));
    const failing = inTransaction(knex, async tx => {
      const head = await store.advance(tx);
      const changed = window(1, { revision: 2 });
      await store.write(tx, changed, revisionOf(changed, 'changed'), head);
      throw new Error('The connection was lost');
    });
    await expect(failing).rejects.toThrow('The connection was lost');
    expect(await store.head()).toBe(1);
    expect(await store.byId(uuid(1))).toEqual(window(1));
    expect(await store.history(uuid(1))).toHaveLength(1);
  });

  it('lets one change after the other, each seeing the one before', async () => {
    await write(window(1));
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(knex, async tx => {
          const head = await store.advance(tx);
          const now = await store.read(tx, uuid(1));
          const revision = (now?.revision ?? 0) + 1;
          seen.push(revision);
          const changed = window(1, { revision });
          await store.write(tx, changed, revisionOf(changed, 'changed'), head);
        }),
      ),
    );
    expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await store.head()).toBe(9);
  });

  it('says so when its head is gone, rather than that nothing changed', async () => {
    await knex('portal_windows_head').delete();
    await expect(store.head()).rejects.toThrow(/lost its row/);
    await expect(write(window(1))).rejects.toThrow(/lost its row/);
  });
});
