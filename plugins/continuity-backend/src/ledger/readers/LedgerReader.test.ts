import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { LedgerEntry } from '@continuity/engine';
import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { KnexLedgerStore, LedgerService } from '../index';
import { LedgerCursorStore } from './LedgerCursorStore';
import { LedgerReader } from './LedgerReader';
import type { LedgerFollower } from './types';

jest.setTimeout(60_000);

const databases = bothDatabases();
const HOUR = 3_600_000;

describe.each(databases.eachId())('reading the ledger on %s', databaseId => {
  let knex: Knex;
  let ledger: LedgerService;
  let now: number;
  let seen: string[];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.migrated(databaseId);
    ledger = new LedgerService(new KnexLedgerStore(knex));
    now = Date.parse('2026-01-15T12:00:00Z');
    seen = [];
  });

  async function write(...titles: string[]): Promise<void> {
    await ledger.write((_, append) => append(titles.map(entryOf)));
    await ledger.sequence();
  }

  function entryOf(title: string): LedgerEntry {
    return {
      id: randomUUID(),
      type: title.startsWith('other') ? 'test.other' : 'test.wanted.this',
      at: '2026-01-15T12:00:00.000Z',
      actor: { ref: 'system' },
      subjects: [],
      data: { title },
    };
  }

  /** A replica that notes what it is handed, before `during` has its say. */
  function replica(
    options: Partial<LedgerFollower> & {
      during?: (title: string) => unknown;
    } = {},
  ): LedgerReader {
    const { during, ...follower } = options;
    return new LedgerReader({
      follower: {
        name: 'test',
        begins: 'first',
        types: ['test.wanted.*'],
        handle: async entries => {
          for (const { entry } of entries) {
            const { title } = entry.data as { title: string };
            await during?.(title);
            seen.push(title);
          }
        },
        ...follower,
      },
      store: new LedgerCursorStore(knex),
      ledger,
      logger,
      now: () => now,
    });
  }

  async function read(reader: LedgerReader): Promise<void> {
    await reader.begin();
    await reader.run(new AbortController().signal);
  }

  const cursor = () => new LedgerCursorStore(knex).read('test');

  it('hands over every entry that is wanted once, in order, also in parts', async () => {
    await write('a', 'other', 'b', 'c', 'other', 'other', 'd');
    const reader = replica({ batch: 2 });
    await read(reader);
    await read(reader);
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    await write('e');
    await read(replica());
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    await expect(cursor()).resolves.toMatchObject({ nextIndex: 8 });
  });

  it('begins behind the newest entry when it is told to, and misses none after that', async () => {
    await write('before');
    const reader = replica({ begins: 'newest' });
    await reader.begin();
    await write('after');
    // A restart does not begin anew.
    await read(replica({ begins: 'newest' }));
    expect(seen).toEqual(['after']);
  });

  it('lets one of several replicas read', async () => {
    await write(...Array.from({ length: 40 }, (_, at) => `entry ${at}`));
    const replicas = Array.from({ length: 4 }, () =>
      replica({ batch: 5, during: () => new Promise(setImmediate) }),
    );
    await replicas[0].begin();
    await Promise.all(replicas.map(read));
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
  });

  it('goes on where a replica died, when its lease has run out', async () => {
    await write('a', 'b');
    const reader = replica();
    await reader.begin();
    const store = new LedgerCursorStore(knex);
    const died = { name: 'test', holder: randomUUID() };
    await store.claim(died, now, now + 60_000);
    await read(reader);
    expect(seen).toEqual([]);
    now += 60_000;
    await read(reader);
    expect(seen).toEqual(['a', 'b']);
    // Should it only have slept, it can do no harm.
    await expect(store.advance(died, 0)).rejects.toThrow(
      'Another replica reads the ledger for test now',
    );
    await expect(cursor()).resolves.toMatchObject({ nextIndex: 2 });
  });

  it('does again what was done but not noted', async () => {
    await write('a', 'b');
    const takenOver = replica({
      during: async title => {
        if (title === 'b') {
          // Another replica takes the lease away.
          await knex('ledger_readers').update({ holder: randomUUID() });
        }
      },
    });
    await read(takenOver);
    await expect(cursor()).resolves.toMatchObject({ nextIndex: 0 });
    now += 60_000;
    await read(replica());
    expect(seen).toEqual(['a', 'b', 'a', 'b']);
  });

  it('writes with the cursor what is to be written once, or neither', async () => {
    await write('a');
    const add = (fail: boolean) =>
      replica({
        handle: async () => async tx => {
          await tx('ledger_set_aside').insert({
            name: 'result',
            leaf_index: 0,
            problem: '',
            attempts: 0,
            at: 0,
          });
          if (fail) {
            throw new Error('died in between');
          }
        },
      });
    await read(add(true));
    await expect(knex('ledger_set_aside')).resolves.toEqual([]);
    now += HOUR;
    await read(add(false));
    await read(add(false));
    await expect(knex('ledger_set_aside')).resolves.toHaveLength(1);
    await expect(cursor()).resolves.toMatchObject({ nextIndex: 1 });
  });

  it('tries as long as the outside cannot be reached, with longer and longer pauses', async () => {
    await write('a', 'b');
    let isDown = true;
    const reader = replica({
      setAsideAfter: 2,
      during: () => {
        if (isDown) throw new ServiceUnavailableError('down');
      },
    });
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt++) {
      await read(reader);
      const { failing, failures } = (await cursor()) ?? {};
      expect(failures).toBe(attempt);
      const notBefore = failing?.notBefore ?? NaN;
      pauses.push((notBefore - now) / 1000);
      now = notBefore - 1;
      await read(reader);
      await expect(cursor()).resolves.toMatchObject({ failures: attempt });
      now += 1;
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(seen).toEqual([]);
    // Once, not with every try.
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^test: stands at entry 0 of the ledger since 2026-01-15T12:00:00.000Z and tries again\. ServiceUnavailableError: down/,
      ),
    );
    now += HOUR;
    await read(reader);
    expect(logger.warn).toHaveBeenCalledTimes(2);
    isDown = false;
    now += HOUR;
    await read(reader);
    expect(seen).toEqual(['a', 'b']);
    expect(logger.info).toHaveBeenCalledTimes(1);
    await expect(knex('ledger_set_aside')).resolves.toEqual([]);
  });

  it('sets a bad entry aside, says so, and loses none of the others', async () => {
    await write('a', 'b', 'bad', 'c', 'd');
    const reader = replica({
      setAsideAfter: 3,
      during: title => {
        if (title === 'bad') throw new Error('cannot be read');
      },
    });
    await read(reader);
    // Its neighbours before it are through; a batch that fails comes again one by one.
    expect(seen).toEqual(['a', 'b', 'a', 'b']);
    for (let attempt = 0; attempt < 2; attempt++) {
      now += HOUR;
      await read(reader);
    }
    expect(seen.slice(4)).toEqual(['c', 'd']);
    const aside = await knex('ledger_set_aside');
    expect(aside).toHaveLength(1);
    expect(aside[0]).toMatchObject({
      name: 'test',
      problem: 'Error: cannot be read',
      attempts: 3,
    });
    expect(Number(aside[0].leaf_index)).toBe(2);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('gave up on entry 2 of the ledger'),
    );
  });

  it('never gives up on an entry of a follower that must not lose any', async () => {
    await write('bad', 'a');
    const reader = replica({
      during: title => {
        if (title === 'bad') throw new Error('cannot be read');
      },
    });
    for (let attempt = 0; attempt < 12; attempt++) {
      await read(reader);
      now += HOUR;
    }
    expect(seen).toEqual([]);
    // After 1, 2, 4 and 8 hours again.
    expect(logger.warn).toHaveBeenCalledTimes(5);
  });

  it('gives its lease back when the database cannot be asked', async () => {
    await write('a');
    const reader = replica();
    await reader.begin();
    const store = new LedgerCursorStore(knex);
    jest.spyOn(ledger, 'entries').mockRejectedValueOnce(new Error('gone'));
    await expect(reader.run(new AbortController().signal)).rejects.toThrow(
      'gone',
    );
    // The lease was given back.
    await expect(
      store.claim({ name: 'test', holder: randomUUID() }, now, now + 1),
    ).resolves.toMatchObject({ nextIndex: 0 });
  });
});
