import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { builtinChecks } from '@continuity/engine';
import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  feedCalendar,
  freezeCalendar,
} from '../../catalog/__testUtils__/FakeCatalog';
import { CatalogContent } from '../../catalog/CatalogContent';
import { ReplicatedCatalogProjection } from '../../catalog/CatalogProjection';
import { KnexCatalogProjectionStore } from '../../catalog/CatalogProjectionStore';
import { documentOf } from '../../catalog/documents';
import { readContinuitySettings } from '../../config';
import { KnexLedgerStore, LedgerService } from '../../ledger';
import { calendarOf, FeedServer } from './__testUtils__/FeedServer';
import { FeedFollower } from './FeedFollower';
import { KnexFeedStore } from './KnexFeedStore';

jest.setTimeout(60_000);

const REF = 'freezecalendar:default/holidays';
const START = Date.parse('2026-11-25T08:00:00Z');
const MINUTE = 60_000;

const XMAS = calendarOf(['2026-12-25']);
const XMAS_AND_NEW_YEAR = calendarOf(['2026-12-25', '2027-01-01']);

const settings = readContinuitySettings(
  mockServices.rootConfig({ data: { continuity: {} } }),
  { checks: builtinChecks },
);

const databases = bothDatabases();

describe.each(databases.eachId())('FeedFollower on %s', databaseId => {
  let knex: Knex;
  let server: FeedServer;
  let clock: number;
  let known: Map<string, Entity>;
  let entriesBefore: number;

  const ledger = () => new LedgerService(new KnexLedgerStore(knex));

  beforeAll(async () => {
    knex = await databases.migrated(databaseId);
  });

  beforeEach(async () => {
    clock = START;
    known = new Map();
    server = new FeedServer();
    await server.start();
    await knex('calendar_feeds').delete();
    await knex('catalog_entities').delete();
    await knex('catalog_projection').update({
      revision: 0,
      feeds_revision: 0,
      read_at: null,
    });
    await ledger().sequence();
    entriesBefore = (await ledger().checkpoint()).treeSize;
  });

  afterEach(async () => {
    await server.stop();
  });

  /** A reading of the catalog that brings exactly these entities. */
  async function declare(...entities: Entity[]) {
    const store = new KnexCatalogProjectionStore(knex);
    const { revision } = await store.head();
    const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
    await store.write({
      baseRevision: revision,
      readAt: clock,
      changed: entities.map(documentOf),
      deleted: [...known.keys()].filter(ref => !refs.has(ref)),
    });
    known = new Map(entities.map(one => [stringifyEntityRef(one), one]));
  }

  const holidays = (feed: object = {}, spec: object = {}) =>
    feedCalendar('holidays', { url: server.url(), ...feed }, spec);

  function replica(
    options: {
      ledger?: Pick<LedgerService, 'write'>;
      allowedHosts?: string[];
      refreshMs?: number;
    } = {},
  ) {
    const store = new KnexFeedStore(knex);
    const projection = new ReplicatedCatalogProjection({
      store: new KnexCatalogProjectionStore(knex),
      empty: CatalogContent.empty(settings),
      feeds: store,
    });
    const follower = new FeedFollower({
      store,
      ledger: options.ledger ?? ledger(),
      projection,
      settings: {
        allowedHosts: options.allowedHosts ?? [server.host],
        refreshMs: options.refreshMs ?? 5 * MINUTE,
      },
      limits: { timeoutMs: 400, maxBytes: 20_000 },
      logger: mockServices.logger.mock(),
      now: () => clock,
    });
    return {
      run: (signal = new AbortController().signal) => follower.run(signal),
      /** What counts now. */
      async look(ref = REF) {
        const snapshot = await projection.current();
        const calendar = snapshot?.calendars.find(one => one.ref === ref);
        const unreadable = snapshot?.unreadableCalendars.find(
          one => one.ref === ref,
        );
        return {
          windows: calendar?.windows.map(({ start }) => start.slice(0, 10)),
          calendar,
          unreadable,
        };
      },
    };
  }

  /** Asks when the feed is due, as a replica that has just started would. */
  async function later(minutes: number) {
    clock += minutes * MINUTE;
    const one = replica();
    await one.run();
    return one.look();
  }

  async function entries() {
    // Of entries that were written at once, some still wait for their place.
    await ledger().sequence();
    const { items } = await ledger().entries(entriesBefore, 100);
    return items.map(({ canonical }) => {
      const { type, subjects, data } = JSON.parse(canonical);
      return { type, subjects, data };
    });
  }

  const types = async () => (await entries()).map(({ type }) => type);

  async function nextAsking(): Promise<number> {
    const [{ nextAt }] = await new KnexFeedStore(knex).schedule();
    return (nextAt - clock) / MINUTE;
  }

  it('closes its scope until the feed has answered, and has its windows then', async () => {
    server.serve(XMAS);
    await declare(holidays({}, { scope: { environments: ['production'] } }));
    const one = replica();
    expect(await one.look()).toMatchObject({
      windows: undefined,
      unreadable: {
        ref: REF,
        title: 'Calendar holidays',
        owner: 'group:default/finance',
        origin: { kind: 'feed', url: `http://${server.host}/feeds/…` },
        problem: expect.stringContaining('has not been asked yet'),
        scope: { environments: ['production'] },
      },
    });
    await one.run();
    const { calendar, unreadable } = await one.look();
    expect(unreadable).toBeUndefined();
    expect(calendar).toMatchObject({
      ref: REF,
      title: 'Calendar holidays',
      owner: 'group:default/finance',
      origin: { kind: 'feed', url: `http://${server.host}/feeds/…` },
      windows: [
        {
          title: 'Holiday of 2026-12-25',
          reason: 'A public holiday',
          start: '2026-12-25T00:00:00',
          effect: 'freeze',
          enforcement: 'block',
          owner: 'group:default/finance',
          scope: { environments: ['production'] },
        },
      ],
    });
    expect(await entries()).toEqual([
      {
        type: 'calendar.feed.changed',
        subjects: [REF],
        data: {
          windows: 1,
          added: { count: 1, ids: [calendar?.windows[0].id] },
          changed: { count: 0, ids: [] },
          removed: { count: 0, ids: [] },
          contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('gives categories the scopes that the catalog declares for them', async () => {
    server.serve(
      calendarOf(['2026-12-25'], { eventLines: ['CATEGORIES:Bank,Other'] }),
    );
    await declare(
      holidays(
        {
          enforcement: 'approval',
          scopes: [
            { category: 'Bank', scope: { systems: ['system:default/bank'] } },
          ],
        },
        { scope: { environments: ['production'], systems: ['system:a/b'] } },
      ),
    );
    const { calendar } = await later(0);
    expect(calendar?.windows).toMatchObject([
      {
        enforcement: 'approval',
        scope: {
          environments: ['production'],
          systems: ['system:default/bank'],
        },
      },
    ]);
  });

  it('does nothing while the catalog was never read', async () => {
    await replica().run();
    expect(server.asked).toEqual([]);
  });

  it('asks only when it is due, and whether there is anything new', async () => {
    server.serve(XMAS, { etag: '"1"' });
    await declare(holidays());
    await later(0);
    await later(4);
    expect(server.asked).toHaveLength(1);
    server.fail(304);
    expect(await later(1)).toMatchObject({
      windows: ['2026-12-25'],
      unreadable: undefined,
    });
    expect(server.asked).toEqual([
      { path: '/feeds/s3cr3t.ics' },
      { path: '/feeds/s3cr3t.ics', ifNoneMatch: '"1"' },
    ]);
    expect(await types()).toEqual(['calendar.feed.changed']);
  });

  it('does not take new stamps in every event for news', async () => {
    const store = new KnexCatalogProjectionStore(knex);
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    const { feedsRevision } = await store.head();
    server.serve(XMAS.replaceAll('20260101T000000Z', '20261125T080500Z'));
    expect(await later(5)).toMatchObject({ windows: ['2026-12-25'] });
    expect(server.asked).toHaveLength(2);
    expect((await store.head()).feedsRevision).toBe(feedsRevision);
    expect(await types()).toEqual(['calendar.feed.changed']);
  });

  it('says what changed', async () => {
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    server.serve(
      calendarOf(['2026-12-25', '2027-01-01'], {
        eventLines: ['DESCRIPTION:Closed'],
      }),
    );
    expect(await later(5)).toMatchObject({
      windows: ['2026-12-25', '2027-01-01'],
    });
    expect((await entries())[1]).toMatchObject({
      type: 'calendar.feed.changed',
      data: {
        windows: 2,
        added: { count: 1 },
        changed: { count: 1 },
        removed: { count: 0 },
      },
    });
  });

  const EVENT = 'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:soon\r\nEND:VEVENT\r\n';

  it.each<[string, RegExp, (feed: FeedServer) => void]>([
    ['is down', /status 503/, feed => feed.fail(503)],
    ['is gone', /status 404/, feed => feed.fail(404)],
    ['wants a password', /status 401/, feed => feed.fail(401)],
    [
      'is too large',
      /larger than/,
      feed => feed.serve(XMAS + ' '.repeat(30_000)),
    ],
    [
      'is slow',
      /within 0\.4 s/,
      feed => {
        feed.answer = (_, res) => {
          res.write('BEGIN:VCALENDAR\r\n');
        };
      },
    ],
    [
      'drops the connection',
      /cannot be reached/,
      feed => {
        feed.answer = req => {
          req.socket.destroy();
        };
      },
    ],
    [
      'redirects to a host that is not allowed',
      /redirects elsewhere.*from 127\.0\.0\.1:1;/,
      feed => feed.fail(302, { location: 'http://127.0.0.1:1/s3cr3t' }),
    ],
    [
      'calls a page a calendar',
      /"<!doctype html><p>Sign in/i,
      feed => feed.serve('<!doctype html><p>Sign in</p>'),
    ],
    [
      'would have half a character quoted',
      /is not part of a calendar/,
      feed => feed.serve(`${'x'.repeat(75)}${'\u{1F384}'.repeat(20)}`),
    ],
    ['says nothing', /VCALENDAR.*is missing/, feed => feed.serve('')],
    [
      'serves garbage',
      /UTF-8/,
      feed => feed.serve(Buffer.from([0, 1, 254, 255, 10, 13])),
    ],
    [
      'breaks off',
      /breaks off/,
      feed => feed.serve(XMAS_AND_NEW_YEAR.slice(0, -40)),
    ],
    [
      'has one event among good ones that cannot be read',
      /soon/,
      feed =>
        feed.serve(XMAS.replace('END:VCALENDAR', `${EVENT}END:VCALENDAR`)),
    ],
  ])(
    'keeps what was good when a feed %s, and closes when nothing was',
    async (_, problem, breakDown) => {
      breakDown(server);
      await declare(holidays());
      const never = await later(0);
      expect(never.windows).toBeUndefined();
      expect(never.unreadable?.problem).toMatch(problem);
      expect(never.unreadable?.problem).not.toContain('s3cr3t');
      expect(never.unreadable).not.toHaveProperty('lastGoodAt');
      expect(never.unreadable?.scope).toEqual({});

      server.serve(XMAS);
      expect(await later(1)).toMatchObject({
        windows: ['2026-12-25'],
        unreadable: undefined,
      });
      const lastGoodAt = clock;

      breakDown(server);
      const degraded = await later(5);
      expect(degraded.windows).toEqual(['2026-12-25']);
      expect(degraded.unreadable).toMatchObject({ lastGoodAt });
      expect(degraded.unreadable?.problem).toMatch(problem);

      server.serve(XMAS);
      expect(await later(1)).toMatchObject({ unreadable: undefined });
      const said = await entries();
      expect(said.map(({ type }) => type)).toEqual([
        'calendar.degraded',
        'calendar.recovered',
        'calendar.feed.changed',
        'calendar.degraded',
        'calendar.recovered',
      ]);
      expect(said[0].data).toEqual({ problem: expect.any(String) });
      expect(said[3].data).toEqual({
        problem: expect.stringMatching(problem),
        lastGoodAt: new Date(lastGoodAt).toISOString(),
      });
    },
  );

  it('reads a calendar whatever its server calls it', async () => {
    server.serve(XMAS, { 'content-type': 'text/html; charset=latin-1' });
    await declare(holidays());
    expect(await later(0)).toMatchObject({ windows: ['2026-12-25'] });
  });

  it('keeps what a database cannot', async () => {
    server.serve(XMAS.replace('Holiday of', 'Holi\u0000day of'));
    await declare(holidays());
    expect(await later(0)).toMatchObject({
      windows: ['2026-12-25'],
      unreadable: undefined,
    });
  });

  it('takes a feed without events for what it is when it never had any', async () => {
    server.serve(calendarOf([]));
    await declare(holidays());
    expect(await later(0)).toMatchObject({
      windows: [],
      unreadable: undefined,
    });
  });

  it('believes that all windows are gone only when that stays so', async () => {
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    server.serve(calendarOf([]));
    const emptied = await later(5);
    expect(emptied.windows).toEqual(['2026-12-25']);
    expect(emptied.unreadable?.problem).toContain(
      'the one window that it had would be gone',
    );
    // Asked after 1, 3 and 7 minutes.
    for (const minutes of [1, 2, 4]) {
      expect(await later(minutes)).toMatchObject({ windows: ['2026-12-25'] });
    }
    expect(await later(8)).toMatchObject({
      windows: [],
      unreadable: undefined,
    });
    expect(await types()).toEqual([
      'calendar.feed.changed',
      'calendar.degraded',
      'calendar.recovered',
      'calendar.feed.changed',
    ]);
  });

  it.each<[string, string[], number]>([
    ['nothing', [], 5],
    ['an hour', ['REFRESH-INTERVAL;VALUE=DURATION:PT1H'], 60],
    ['an hour and a half in the old way', ['X-PUBLISHED-TTL:PT90M'], 90],
    ['too often', ['REFRESH-INTERVAL;VALUE=DURATION:PT5S'], 1],
    ['too rarely', ['REFRESH-INTERVAL;VALUE=DURATION:P4W'], 24 * 60],
  ])(
    'asks again at the pace of a feed that asks for %s',
    async (_, lines, pause) => {
      server.serve(calendarOf(['2026-12-25'], { lines }), { etag: '"1"' });
      await declare(holidays());
      await later(0);
      expect(await nextAsking()).toBe(pause);
      server.fail(304);
      await later(pause);
      expect(await nextAsking()).toBe(pause);
    },
  );

  it('asks less and less often while a feed is down', async () => {
    server.fail(500);
    await declare(holidays());
    const pauses: number[] = [];
    for (let minutes = 0; pauses.length < 9; ) {
      await later(minutes);
      minutes = await nextAsking();
      pauses.push(minutes);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(await types()).toEqual(['calendar.degraded']);
  });

  it.each([
    ['600', 10],
    ['5', 1],
    ['99999999999', 24 * 60],
    ['never', 1],
    [new Date(Date.now() - MINUTE).toUTCString(), 1],
  ])(
    'leaves a server alone that asks for it with %s',
    async (header, pause) => {
      server.fail(429, { 'retry-after': header });
      await declare(holidays());
      await later(0);
      expect(await nextAsking()).toBe(pause);
    },
  );

  it('asks no host that is not allowed, and one no more once it is not', async () => {
    await declare(holidays());
    const closed = replica({ allowedHosts: [] });
    await closed.run();
    expect(server.asked).toEqual([]);
    const { unreadable } = await closed.look();
    expect(unreadable?.problem).toContain(
      'continuity.calendars.feeds.allowedHosts',
    );
  });

  it('is asked by one of several replicas', async () => {
    server.serve(XMAS);
    await declare(
      holidays(),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map(name =>
        feedCalendar(name, { url: server.url(`/feeds/${name}`) }),
      ),
    );
    const replicas = [replica(), replica(), replica()];
    const askAll = () => Promise.all(replicas.map(one => one.run()));
    await askAll();
    expect(server.asked).toHaveLength(7);
    for (const one of replicas) {
      expect(await one.look()).toMatchObject({ windows: ['2026-12-25'] });
    }
    expect(await types()).toHaveLength(7);
    server.serve(XMAS_AND_NEW_YEAR);
    clock += 5 * MINUTE;
    await askAll();
    expect(server.asked).toHaveLength(14);
    expect(await types()).toHaveLength(14);
    for (const one of replicas) {
      expect((await one.look('freezecalendar:default/f')).windows).toEqual([
        '2026-12-25',
        '2027-01-01',
      ]);
    }
  });

  it('is asked again soon when the replica dies that has asked', async () => {
    server.serve(XMAS);
    await declare(holidays());
    const dies = replica({
      ledger: {
        write: async () => {
          throw new Error('The process was killed');
        },
      },
    });
    await dies.run();
    expect(await later(0.5)).toMatchObject({ windows: undefined });
    expect(server.asked).toHaveLength(1);
    expect(await later(0.5)).toMatchObject({ windows: ['2026-12-25'] });
    expect(server.asked).toHaveLength(2);
    expect(await types()).toEqual(['calendar.feed.changed']);
  });

  it('is degraded when what it says cannot be stored', async () => {
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    server.serve(XMAS_AND_NEW_YEAR);
    clock += 5 * MINUTE;
    let writings = 0;
    const full = replica({
      ledger: {
        write: async work => {
          writings += 1;
          if (writings === 1) {
            throw new Error('It holds something that is not JSON');
          }
          return ledger().write(work);
        },
      },
    });
    await full.run();
    expect(await full.look()).toMatchObject({
      windows: ['2026-12-25'],
      unreadable: {
        problem: expect.stringContaining('could not be stored'),
        lastGoodAt: START,
      },
    });
    expect(await types()).toEqual([
      'calendar.feed.changed',
      'calendar.degraded',
    ]);
  });

  it('refuses the answer of a replica that comes back late', async () => {
    await declare(holidays());
    const arrived = new Promise<() => void>(resolve => {
      server.answer = (_, res) => resolve(() => res.end(XMAS));
    });
    const slow = replica();
    const running = slow.run();
    const letGo = await arrived;
    server.serve(XMAS_AND_NEW_YEAR);
    await later(1);
    letGo();
    await running;
    expect(await slow.look()).toMatchObject({
      windows: ['2026-12-25', '2027-01-01'],
      unreadable: undefined,
    });
    expect(await types()).toEqual(['calendar.feed.changed']);
  });

  it('takes being stopped for no answer', async () => {
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    const stop = new AbortController();
    server.answer = () => stop.abort();
    clock += 5 * MINUTE;
    const stopped = replica();
    await stopped.run(stop.signal);
    expect(server.asked).toHaveLength(2);
    expect(await stopped.look()).toMatchObject({ unreadable: undefined });
    expect(await types()).toEqual(['calendar.feed.changed']);
  });

  it('does not take the windows of another address for its own', async () => {
    server.serve(XMAS, { etag: '"1"' });
    await declare(holidays());
    await later(0);
    await declare(holidays({ url: server.url('/feeds/other') }));
    const one = replica();
    const changed = await one.look();
    expect(changed.windows).toBeUndefined();
    expect(changed.unreadable?.problem).toContain('Its address was changed');
    expect(changed.unreadable).not.toHaveProperty('lastGoodAt');

    // Asked at once, and not whether it has what the other had.
    server.fail(500);
    await one.run();
    expect(server.asked[1]).toEqual({ path: '/feeds/other' });
    const down = await one.look();
    expect(down.windows).toBeUndefined();
    expect(down.unreadable?.problem).toContain('status 500');

    // Taken back: what was good of the first address still is, but may be old.
    await declare(holidays());
    expect(await one.look()).toMatchObject({
      windows: ['2026-12-25'],
      unreadable: { lastGoodAt: START },
    });

    await declare(holidays({ url: server.url('/feeds/other') }));
    server.serve(XMAS_AND_NEW_YEAR);
    expect(await later(1)).toMatchObject({
      windows: ['2026-12-25', '2027-01-01'],
      unreadable: undefined,
    });
    expect(await types()).toEqual([
      'calendar.feed.changed',
      'calendar.degraded',
      'calendar.recovered',
      'calendar.feed.changed',
    ]);
  });

  it('reads what it has as it is declared now', async () => {
    server.serve(
      calendarOf(['2026-12-25'], { eventLines: ['CATEGORIES:Bank'] }),
    );
    await declare(holidays());
    const one = replica();
    await one.run();
    await declare(
      holidays({ enforcement: 'warn' }, { owner: 'group:default/people' }),
    );
    expect((await one.look()).calendar).toMatchObject({
      owner: 'group:default/people',
      windows: [{ enforcement: 'warn', owner: 'group:default/people' }],
    });
    await declare(holidays({ categories: ['Other'] }));
    expect(await one.look()).toMatchObject({ windows: [] });
  });

  it('goes on following while the newest declaration cannot be read', async () => {
    server.serve(XMAS);
    const good = holidays();
    await declare(good);
    await later(0);
    const bad = documentOf(holidays({ enforcement: 'maybe' }));
    const store = new KnexCatalogProjectionStore(knex);
    const { revision } = await store.head();
    await store.write({
      baseRevision: revision,
      readAt: clock,
      changed: [
        {
          ...bad,
          lastGood: { document: documentOf(good).document, at: START },
        },
      ],
      deleted: [],
    });
    server.serve(XMAS_AND_NEW_YEAR);
    const followed = await later(5);
    expect(followed).toMatchObject({
      windows: ['2026-12-25', '2027-01-01'],
      unreadable: { lastGoodAt: START },
    });
    expect(followed.unreadable?.problem).toContain('maybe');
    server.fail(500);
    expect((await later(5)).unreadable?.problem).toMatch(
      /maybe.*; Feed .*status 500/,
    );
  });

  it('keeps what it knows of a calendar that nobody can read at all', async () => {
    server.serve(XMAS);
    await declare(holidays());
    await later(0);
    await declare(holidays({ enforcement: 'maybe' }));
    expect(await later(5)).toMatchObject({
      windows: undefined,
      unreadable: { problem: expect.stringContaining('maybe') },
    });
    await declare(holidays());
    expect(await replica().look()).toMatchObject({ windows: ['2026-12-25'] });
  });

  it.each<[string, () => Entity[]]>([
    ['is gone', () => []],
    ['declares its windows itself', () => [freezeCalendar('holidays')]],
  ])('forgets the feed of a calendar that %s', async (_, others) => {
    server.serve(XMAS);
    await declare(holidays());
    const one = replica();
    await one.run();
    await declare(...others());
    expect((await one.look()).windows).toEqual(
      others().length === 0 ? undefined : ['2026-12-01'],
    );
    await one.run();
    const [row] = await knex('calendar_feeds');
    expect(row).toMatchObject({ content: null, address_hash: '' });
    expect(server.asked).toHaveLength(1);
    await declare(holidays());
    expect(await one.look()).toMatchObject({
      windows: undefined,
      unreadable: { problem: expect.stringContaining('not been asked yet') },
    });
    await one.run();
    expect(await one.look()).toMatchObject({ windows: ['2026-12-25'] });
  });
});
