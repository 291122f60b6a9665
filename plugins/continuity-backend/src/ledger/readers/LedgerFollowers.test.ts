import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { LedgerEntry } from '@continuity/engine';
import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { KnexLedgerStore, LedgerService } from '../index';
import { LedgerCursorStore } from './LedgerCursorStore';
import { LedgerFollowers } from './LedgerFollowers';
import { LedgerReader } from './LedgerReader';
import { SetAsideStore } from './SetAsideStore';
import type { LedgerFollower } from './types';

jest.setTimeout(60_000);

const databases = bothDatabases();
const HOUR = 3_600_000;
const AT = '2026-01-15T12:00:00.000Z';
const ANNA = 'user:default/anna';

describe.each(databases.eachId())(
  'those who follow the ledger on %s',
  databaseId => {
    let knex: Knex;
    let ledger: LedgerService;
    let now: number;
    let handled: string[];
    let broken: Error | undefined;

    beforeEach(async () => {
      knex = await databases.migrated(databaseId);
      ledger = new LedgerService(new KnexLedgerStore(knex));
      now = Date.parse(AT);
      handled = [];
      broken = undefined;
    });

    async function write(...titles: string[]): Promise<void> {
      const entries = titles.map(
        (title): LedgerEntry => ({
          id: randomUUID(),
          type: 'test.wanted',
          at: AT,
          actor: { ref: 'system' },
          subjects: [`component:default/${title}`],
          data: { title },
        }),
      );
      await ledger.write((_, append) => append(entries));
      await ledger.sequence();
    }

    const follower = (
      options: Partial<LedgerFollower> = {},
    ): LedgerFollower => ({
      name: 'test',
      begins: 'first',
      types: ['test.*'],
      setAsideAfter: 1,
      handle: async entries => {
        for (const { entry } of entries) {
          const { title } = entry.data as { title: string };
          if (title === 'bad' && broken) throw broken;
          handled.push(title);
        }
      },
      ...options,
    });

    /** @param active - who follows in this replica */
    function followers(...active: LedgerFollower[]): LedgerFollowers {
      const all = new LedgerFollowers({
        cursors: new LedgerCursorStore(knex),
        setAside: new SetAsideStore(knex),
        ledger,
        now: () => now,
      });
      for (const one of active) all.add(one);
      return all;
    }

    async function read(one: LedgerFollower): Promise<void> {
      const reader = new LedgerReader({
        follower: one,
        store: new LedgerCursorStore(knex),
        ledger,
        logger: mockServices.logger.mock(),
        now: () => now,
      });
      await reader.begin();
      await reader.run(new AbortController().signal);
    }

    async function setOneAside(): Promise<void> {
      await write('a', 'bad', 'b');
      broken = new Error('cannot be read');
      await read(follower());
      // Its neighbours came once more, one by one.
      expect(handled).toEqual(['a', 'a', 'b']);
      handled = [];
    }

    const retries = async () => {
      await ledger.sequence();
      const { items } = await ledger.entries(0, 100);
      return items
        .map(({ canonical }): LedgerEntry => JSON.parse(canonical))
        .filter(({ type }) => type === 'ledger.entry.retried');
    };

    it('says how far each is, how far behind, and that one does not follow any more', async () => {
      await write('a', 'b');
      await read(follower());
      await read(follower({ name: 'gone' }));
      await write('c', 'd', 'e');
      await expect(followers(follower()).list()).resolves.toEqual({
        entries: 5,
        items: [
          {
            name: 'gone',
            active: false,
            nextIndex: 2,
            lag: 3,
            waitingSince: AT,
            attempts: 0,
            setAside: 0,
          },
          {
            name: 'test',
            active: true,
            nextIndex: 2,
            lag: 3,
            waitingSince: AT,
            attempts: 0,
            setAside: 0,
          },
        ],
      });
      await read(follower());
      const {
        items: [, test],
      } = await followers(follower()).list();
      expect(test).toMatchObject({ nextIndex: 5, lag: 0 });
      expect(test).not.toHaveProperty('waitingSince');
    });

    it('says what fails, since when, and when it is tried again', async () => {
      await write('a', 'bad');
      broken = new ServiceUnavailableError('down');
      await read(follower());
      const {
        items: [test],
      } = await followers(follower()).list();
      expect(test).toMatchObject({
        nextIndex: 1,
        lag: 1,
        attempts: 0,
        failing: {
          problem: 'ServiceUnavailableError: down',
          since: AT,
          retryAt: '2026-01-15T12:00:05.000Z',
        },
      });
    });

    it('says who reads at the moment', async () => {
      await write('a');
      await read(follower());
      const until = now + 60_000;
      const lease = { name: 'test', holder: randomUUID() };
      await new LedgerCursorStore(knex).claim(lease, now, until);
      const reading = async () => (await followers().list()).items[0];
      await expect(reading()).resolves.toMatchObject({
        readingUntil: '2026-01-15T12:01:00.000Z',
      });
      // A replica that died reads no longer than that.
      now = until;
      await expect(reading()).resolves.not.toHaveProperty('readingUntil');
    });

    it('lists what was set aside, with the entry and the reason', async () => {
      await setOneAside();
      const all = followers(follower());
      await expect(all.setAside(undefined, 50)).resolves.toEqual({
        items: [
          {
            follower: 'test',
            index: 1,
            type: 'test.wanted',
            at: AT,
            subjects: ['component:default/bad'],
            problem: 'Error: cannot be read',
            attempts: 1,
            setAsideAt: AT,
          },
        ],
        totalItems: 1,
      });
      await expect(all.setAside('other', 50)).resolves.toEqual({
        items: [],
        totalItems: 0,
      });
      expect((await all.list()).items[0]).toMatchObject({ setAside: 1 });
    });

    it('lists the newest ones first, and says how many there are', async () => {
      await write('bad', 'bad', 'bad');
      broken = new Error('cannot be read');
      await read(follower());
      const { items, totalItems } = await followers().setAside(undefined, 2);
      expect(items.map(({ index }) => index)).toEqual([2, 1]);
      expect(totalItems).toBe(3);
    });

    it('handles an entry once it can be, writes what goes with it, and records who asked', async () => {
      await setOneAside();
      broken = undefined;
      const one = follower({
        handle: async () => async tx => {
          await tx('ledger_readers').insert({ name: 'beside', next_index: 7 });
        },
      });
      const all = followers(one);
      await expect(all.retry('test', 1, ANNA)).resolves.toEqual({
        outcome: 'done',
        attempts: 2,
      });
      await expect(all.setAside(undefined, 50)).resolves.toMatchObject({
        totalItems: 0,
      });
      await expect(
        knex('ledger_readers').where('name', 'beside'),
      ).resolves.toHaveLength(1);
      expect(await retries()).toMatchObject([
        {
          actor: { ref: ANNA },
          data: { follower: 'test', index: 1, outcome: 'done' },
        },
      ]);
      await expect(all.retry('test', 1, ANNA)).rejects.toThrow(
        'Entry 1 of the ledger is not set aside for "test"',
      );
    });

    it('keeps one that fails again, with the new reason, also when what goes with it cannot be written', async () => {
      await setOneAside();
      const all = followers(
        follower({
          handle: async () => async () => {
            throw new Error('disk full');
          },
        }),
      );
      now += HOUR;
      await expect(all.retry('test', 1, ANNA)).resolves.toEqual({
        outcome: 'failed',
        problem: 'Error: disk full',
        attempts: 2,
      });
      const { items } = await all.setAside('test', 50);
      expect(items).toMatchObject([
        {
          problem: 'Error: disk full',
          attempts: 2,
          setAsideAt: '2026-01-15T13:00:00.000Z',
        },
      ]);
      expect(await retries()).toMatchObject([
        { data: { outcome: 'failed', problem: 'Error: disk full' } },
      ]);
      // It may be tried at once again.
      broken = undefined;
      await expect(
        followers(follower()).retry('test', 1, ANNA),
      ).resolves.toMatchObject({ outcome: 'done', attempts: 3 });
      expect(handled).toEqual(['bad']);
    });

    it('is tried by one of several replicas at a time', async () => {
      await setOneAside();
      broken = undefined;
      const tries = await Promise.allSettled(
        Array.from({ length: 4 }, () =>
          followers(follower()).retry('test', 1, ANNA),
        ),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(
        1,
      );
      expect(handled).toEqual(['bad']);
    });

    it('is tried again where a replica died at it', async () => {
      await setOneAside();
      broken = undefined;
      const store = new SetAsideStore(knex);
      await store.claim('test', 1, now, now + 60_000);
      const all = followers(follower());
      await expect(all.retry('test', 1, ANNA)).rejects.toThrow(
        'is being tried for "test" at this moment',
      );
      now += 60_000;
      await expect(all.retry('test', 1, ANNA)).resolves.toMatchObject({
        outcome: 'done',
      });
    });

    it('needs somebody who follows under that name', async () => {
      await setOneAside();
      await expect(followers().retry('test', 1, ANNA)).rejects.toThrow(
        'Nobody follows the ledger as "test" in this backend',
      );
    });
  },
);
