import { mockCredentials } from '@backstage/backend-test-utils';
import { createHash, randomUUID } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import {
  expandWindow,
  parseFreezeWindow,
  readICalendar,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { payments } from '../../__testUtils__/entities';
import {
  ANNA,
  ANNA_REF,
  errorOf,
  NOBODY,
  PIPELINE,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../../__testUtils__/startContinuity';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  component,
  freezeCalendar,
} from '../../catalog/__testUtils__/FakeCatalog';
import { KnexCatalogProjectionStore } from '../../catalog/CatalogProjectionStore';
import { documentOf } from '../../catalog/documents';

jest.setTimeout(60_000);

const BOB_REF = 'user:default/bob';
const BOB = mockCredentials.user.header(BOB_REF);
const PAYMENTS = 'component:default/payments-api';
const TEAM = 'group:default/team-payments';
const NIGHTS = 'freezecalendar:default/nights';
const ADMINISTER = 'continuity.window.administer';

const entityOf = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: {},
});

/** Over the end of summer time in Zurich, 2026-10-25, with everything that a series can have. */
const nights: Entity = {
  ...freezeCalendar('nights'),
  spec: {
    owner: 'group:default/finance',
    timezone: 'Europe/Zurich',
    windows: [
      {
        id: 'night',
        title: 'Nights, of the closing',
        reason: `Postings; balances, and the rest.\nÜber Nacht 🚧 ${'länger '.repeat(
          30,
        )}`,
        start: '2026-10-19T22:00:00',
        end: '2026-10-20T10:00:00',
        rrule: 'FREQ=DAILY;COUNT=14',
        exdates: ['2026-10-21T22:00:00'],
        overrides: [
          {
            occurrence: '2026-10-23T22:00:00',
            start: '2026-10-23T23:30:00',
            title: 'Short night',
          },
        ],
        rdates: ['2026-11-07T22:00:00'],
      },
      {
        id: 'long',
        title: 'Twelve hours',
        reason: 'Migration',
        start: '2026-10-24T22:00:00',
        duration: 'PT12H',
      },
      {
        id: 'holiday',
        title: 'All Saints',
        reason: 'Nobody is there',
        start: '2026-11-01',
        effect: 'freeze',
        enforcement: 'warn',
      },
    ],
  },
};

const world = [
  payments,
  component('ledger', { tier: 'tier-1', rto: 'PT1H' }),
  nights,
  entityOf('Group', 'team-payments'),
  entityOf('User', 'anna'),
];

const databases = bothDatabases();

describe.each(databases.eachId())('subscribing on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  const running: StartedContinuity[] = [];

  async function replica(options: Partial<StartOptions> = {}) {
    const one = await startContinuity({
      knex,
      entities: world,
      denied: [ADMINISTER],
      ...options,
    });
    running.push(one);
    return one;
  }

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await replica(options);
  }

  async function stop() {
    await Promise.all(running.splice(0).map(one => one.stop()));
  }

  const ask = (subject: unknown, authorization = ANNA) =>
    started.post('/calendar-subscriptions', { subject }, authorization);

  /** A feed that was made: its id, and where it is fetched. */
  async function made(
    subject: object = { kind: 'entity', ref: PAYMENTS },
    authorization = ANNA,
  ) {
    const { body } = await ask(subject, authorization).expect(201);
    const url = String(body.url);
    const path = url.slice(url.indexOf('/calendar-feeds'));
    const token = path.slice('/calendar-feeds/'.length, -'.ics'.length);
    return { body, path, token, id: String(body.id) };
  }

  const revoke = (id: string, authorization = ANNA) =>
    started.delete(`/calendar-subscriptions/${id}`, authorization);

  const fetchFeed = (path: string, from = started) => from.get(path, NOBODY);

  async function ledger() {
    const { body } = await started.get('/ledger/entries').expect(200);
    return body.items.map(({ canonical }: { canonical: string }) =>
      JSON.parse(canonical),
    );
  }

  async function another(...changed: Entity[]) {
    const store = new KnexCatalogProjectionStore(knex);
    const { revision } = await store.head();
    await store.write({
      baseRevision: revision,
      readAt: Date.now(),
      changed: changed.map(documentOf),
      deleted: [],
    });
  }

  describe('while nothing else changes', () => {
    beforeAll(() => start());
    afterAll(stop);
    afterEach(async () => {
      await knex('calendar_subscriptions').delete();
      started.become({ denied: [ADMINISTER], visible: undefined });
      jest.clearAllMocks();
    });

    it('tells an address once, and keeps the token nowhere', async () => {
      const { body, token, id } = await made({
        kind: 'entity',
        ref: 'Component:Payments-API',
      });
      expect(body).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        subject: { kind: 'entity', ref: PAYMENTS },
        url: expect.stringMatching(
          /^http.*\/api\/continuity\/calendar-feeds\/[\w-]{43}\.ics$/,
        ),
        createdAt: expect.stringMatching(/Z$/),
        createdBy: ANNA_REF,
      });
      const { url: _url, ...listed } = body;
      const list = await started
        .get('/calendar-subscriptions', ANNA)
        .expect(200);
      expect(list.body).toEqual({ items: [listed] });

      await revoke(id).expect(204);
      const entries = await ledger();
      expect(entries).toMatchObject([
        {
          type: 'calendar.subscription.created',
          actor: { ref: ANNA_REF },
          subjects: [PAYMENTS],
          data: { id, kind: 'entity' },
        },
        {
          type: 'calendar.subscription.revoked',
          actor: { ref: ANNA_REF },
          subjects: [PAYMENTS],
          data: { id, kind: 'entity', createdBy: ANNA_REF },
        },
      ]);
      const { createEvent } = started.auditor;
      expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toEqual([
        'calendar-subscription-create',
        'calendar-subscription-revoke',
      ]);
      expect(started.auditEvent.success).toHaveBeenCalledTimes(2);
      const metas = createEvent.mock.calls.map(([{ meta }]) => meta);
      const everything = JSON.stringify([
        entries,
        metas,
        started.auditEvent.success.mock.calls,
        await knex('calendar_subscriptions'),
      ]);
      expect(everything).toContain(id);
      expect(everything).not.toContain(token);
    });

    it('needs nobody to be signed in for a feed, and for all else somebody', async () => {
      const { path, id } = await made();
      const { text, headers } = await fetchFeed(path).expect(200);
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="entity-payments-api.ics"',
        'cache-control': 'private, no-cache',
        etag: expect.stringMatching(/^"[\w-]{43}"$/),
      });
      await started.get('/calendar-subscriptions', NOBODY).expect(401);
      await ask({ kind: 'entity', ref: PAYMENTS }, NOBODY).expect(401);
      await revoke(id, NOBODY).expect(401);
      await started.get('/calendar-feeds', NOBODY).expect(401);
      await started.get('/calendars', NOBODY).expect(401);
      await started.head(path, NOBODY).expect(200);
    });

    it('says when a feed was last used', async () => {
      const { path } = await made();
      await fetchFeed(path).expect(200);
      const { body } = await started.get('/calendar-subscriptions', ANNA);
      expect(Date.now() - Date.parse(body.items[0].lastUsedAt)).toBeLessThan(
        60_000,
      );
    });

    it('answers alike for what never was an address, and what is none any more', async () => {
      const { path, id } = await made();
      await revoke(id).expect(204);
      const revoked = await fetchFeed(path).expect(404);
      const unknown = await fetchFeed(
        `/calendar-feeds/${'x'.repeat(43)}.ics`,
      ).expect(404);
      expect(errorOf(unknown)).toEqual(errorOf(revoked));
      expect(errorOf(revoked).message).toContain('make a new address');
      expect(revoked.headers['cache-control']).toBe('private, no-cache');
      await fetchFeed('/calendar-feeds/short').expect(400);
      await revoke(id).expect(404);
    });

    it.each<[string, unknown, string]>([
      ['no subject', undefined, 'subject'],
      ['an unknown kind', { kind: 'system', ref: PAYMENTS }, 'subject.kind'],
      ['no ref', { kind: 'entity', ref: 'a:b:c' }, 'subject.ref'],
      [
        'an unknown entity',
        { kind: 'entity', ref: 'component:default/nobody' },
        'subject.ref: There is no entity',
      ],
      [
        'an entity that is no service',
        { kind: 'entity', ref: 'user:default/anna' },
        'subject.ref: user:default/anna is not among the services',
      ],
      [
        'a team that is none',
        { kind: 'team', ref: PAYMENTS },
        'subject.ref: "component:default/payments-api" is not a Group',
      ],
      [
        'an unknown team',
        { kind: 'team', ref: 'group:default/nobody' },
        'subject.ref: There is no entity',
      ],
      [
        'an unknown calendar',
        { kind: 'calendar', ref: 'freezecalendar:default/nobody' },
        'subject.ref: there is no calendar',
      ],
      [
        'more than there is',
        { kind: 'calendar', ref: NIGHTS, token: 'mine' },
        'token',
      ],
    ])('refuses %s, naming the field', async (_what, subject, message) => {
      const response = await ask(subject).expect(400);
      expect(errorOf(response).message).toContain(message);
    });

    it('is for people, not for pipelines', async () => {
      const response = await ask(
        { kind: 'entity', ref: PAYMENTS },
        PIPELINE,
      ).expect(403);
      expect(errorOf(response).message).toContain('Only people');
    });

    it('has at most 50 of one maker', async () => {
      const one = await made();
      const row = await knex('calendar_subscriptions').first();
      for (let place = 2; place <= 50; place++) {
        await knex('calendar_subscriptions').insert({
          ...row,
          id: randomUUID(),
          token_hash: createHash('sha256').update(`${place}`).digest('hex'),
          place,
        });
      }
      const refused = await ask({ kind: 'team', ref: TEAM }).expect(409);
      expect(errorOf(refused).message).toContain('50 addresses already');
      await ask({ kind: 'team', ref: TEAM }, BOB).expect(201);
      await revoke(one.id).expect(204);
      await ask({ kind: 'team', ref: TEAM }).expect(201);
    });

    describe('the file', () => {
      it('is what RFC 5545 and the programs ask for', async () => {
        const { path } = await made({ kind: 'calendar', ref: NIGHTS });
        const { text } = await fetchFeed(path).expect(200);
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.join('')).not.toMatch(/[\r\n]/);
        const octets = lines.map(one => Buffer.byteLength(one));
        expect(Math.max(...octets)).toBe(75);
        for (const expected of [
          'METHOD:PUBLISH',
          'X-WR-CALNAME:Release windows: Calendar nights',
          'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
          'X-PUBLISHED-TTL:PT1H',
          'BEGIN:VTIMEZONE',
          'TZID:Europe/Zurich',
          'UID:night@freezecalendar:default/nights',
          'RRULE:FREQ=DAILY;COUNT=14',
          'EXDATE;TZID=Europe/Zurich:20261021T220000',
          'RECURRENCE-ID;TZID=Europe/Zurich:20261023T220000',
          'DURATION:PT12H',
          'DTSTART;VALUE=DATE:20261101',
          'CLASS:PUBLIC',
          'TRANSP:TRANSPARENT',
        ]) {
          expect(lines).toContain(expected);
        }
        // Outlook passes over what has an RDATE that it cannot pair.
        const events = text.slice(text.indexOf('BEGIN:VEVENT'));
        expect(events).not.toContain('\r\nRDATE');
      });

      it.each([
        ['for those who know our properties', true],
        ['for those who do not', false],
      ])(
        'takes place when the windows do over the end of summer time, %s',
        async (_who, continuityProperties) => {
          const { path } = await made();
          const { text } = await fetchFeed(path).expect(200);
          const defaults = {
            timezone: 'Europe/Zurich',
            owner: TEAM,
            reason: 'None',
          };
          const reading = readICalendar(text, {
            ...defaults,
            continuityProperties,
          });
          if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
          const read = reading.windows.flatMap(declaration => {
            const parsed = parseFreezeWindow(declaration, 'window', {
              ...defaults,
              scope: {},
            });
            if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
            const { window } = parsed;
            return expandWindow(window, {
              from: Date.parse('2026-10-12T00:00:00Z'),
              to: Date.parse('2026-11-12T00:00:00Z'),
            }).occurrences.map(one => ({
              start: one.start,
              end: one.end,
              title: one.title ?? window.title,
            }));
          });
          const { body } = await started
            .get(
              '/entities/component/default/payments-api/windows?from=2026-10-12T00:00:00Z&to=2026-11-12T00:00:00Z',
            )
            .expect(200);
          const expected = body.items.map(
            (item: {
              title: string;
              occurrence: { start: string; end: string; title?: string };
            }) => ({
              start: Date.parse(item.occurrence.start),
              end: Date.parse(item.occurrence.end),
              title: item.occurrence.title ?? item.title,
            }),
          );
          expect(expected).toHaveLength(16);
          const byTime = (
            all: { start: number; end: number; title: string }[],
          ) => all.map(one => JSON.stringify(one)).sort();
          expect(byTime(read)).toEqual(byTime(expected));
          // 22:00 to 10:00 on the clock takes 13 hours when clocks go back.
          const hours = expected.map(
            ({ start: from, end: to }: { start: number; end: number }) =>
              (to - from) / 3_600_000,
          );
          expect(hours).toContain(13);
        },
      );
    });

    it('is a matter of whoever made it, or administers', async () => {
      const { path, id } = await made();
      const list = await started
        .get('/calendar-subscriptions', BOB)
        .expect(200);
      expect(list.body.items).toEqual([]);
      const refused = await revoke(id, BOB).expect(404);
      expect(errorOf(refused).message).toMatch(/^id: there is no subscription/);
      expect(started.auditEvent.fail).toHaveBeenCalledTimes(1);
      await fetchFeed(path).expect(200);

      started.become({ denied: [] });
      await revoke(id, BOB).expect(204);
      await fetchFeed(path).expect(404);
      expect((await ledger()).at(-1)).toMatchObject({
        actor: { ref: BOB_REF },
        data: { createdBy: ANNA_REF },
      });
    });

    it.each(['continuity.calendar.subscribe', 'continuity.calendar.read'])(
      'needs the permission %s',
      async permission => {
        started.become({ denied: [permission, ADMINISTER] });
        const response = await ask({ kind: 'entity', ref: PAYMENTS }).expect(
          403,
        );
        expect(errorOf(response).message).toContain(permission);
      },
    );

    it('keeps programs waiting while nobody knows what is frozen', async () => {
      const { path } = await made();
      const [{ read_at }] = await knex('catalog_projection');
      await knex('catalog_projection').update({ read_at: null });
      const response = await fetchFeed(path).expect(503);
      expect(errorOf(response).message).toContain('try again');
      await knex('catalog_projection').update({ read_at });
      await fetchFeed(path).expect(200);
    });

    it('shows what its maker could see when last there', async () => {
      const shown = (...visible: string[]) =>
        started.become({ visible: [TEAM, ...visible] });
      const look = () =>
        started.get('/calendar-subscriptions', ANNA).expect(200);
      shown();
      const hidden = await ask({ kind: 'entity', ref: PAYMENTS }).expect(400);
      expect(errorOf(hidden).message).toContain('you may not see it');
      await ask({ kind: 'calendar', ref: NIGHTS }).expect(400);
      const team = await made({ kind: 'team', ref: TEAM });
      expect((await fetchFeed(team.path)).text).not.toContain('BEGIN:VEVENT');

      shown(PAYMENTS, NIGHTS);
      await look();
      expect((await fetchFeed(team.path)).text).toContain('BEGIN:VEVENT');
      const entity = await made({ kind: 'entity', ref: PAYMENTS });
      const calendar = await made({ kind: 'calendar', ref: NIGHTS });

      shown();
      // Nobody can tell before Anna is there.
      await fetchFeed(entity.path).expect(200);
      expect((await look()).body.items).toHaveLength(3);
      await fetchFeed(entity.path).expect(404);
      await fetchFeed(calendar.path).expect(404);
      expect((await fetchFeed(team.path)).text).not.toContain('BEGIN:VEVENT');

      started.become({ visible: undefined });
      await look();
      await fetchFeed(entity.path).expect(200);
      await fetchFeed(calendar.path).expect(200);
      expect((await fetchFeed(team.path)).text).toContain('BEGIN:VEVENT');
    });
  });

  describe('when something changes', () => {
    beforeAll(() => start());
    afterAll(stop);

    it('gives the same answers on every replica', async () => {
      const other = await replica();
      const { path, id } = await made();
      const [one, two] = await Promise.all([
        fetchFeed(path),
        fetchFeed(path, other),
      ]);
      expect(two.text).toBe(one.text);
      expect(two.headers.etag).toBe(one.headers.etag);
      await revoke(id).expect(204);
      await fetchFeed(path, other).expect(404);
    });

    it('answers 304 until something changes, and then with a newer version', async () => {
      const { path } = await made({ kind: 'calendar', ref: NIGHTS });
      const before = await fetchFeed(path).expect(200);
      const { etag } = before.headers;
      const again = await fetchFeed(path)
        .set('If-None-Match', etag)
        .expect(304);
      expect(again.text).toBe('');
      await fetchFeed(path)
        .set('If-None-Match', `"other", W/${etag}`)
        .expect(304);
      await fetchFeed(path).set('If-None-Match', '"other"').expect(200);
      // Something else in the catalog is no change of the feed.
      await another(component('billing', { rto: 'PT1H' }));
      await fetchFeed(path).set('If-None-Match', etag).expect(304);

      await another(freezeCalendar('nights', { title: 'Renamed' }));
      const after = await fetchFeed(path)
        .set('If-None-Match', etag)
        .expect(200);
      expect(before.text).toContain('\r\nSEQUENCE:0\r\n');
      expect(after.text).toContain('\r\nSEQUENCE:1\r\n');
      expect(after.text).toContain('\r\nSUMMARY:Renamed\r\n');
    });

    it('says that a calendar closes of which nothing was ever good', async () => {
      await another(freezeCalendar('bad', { rrule: 'FREQ=SECONDLY' }));
      const { path } = await made();
      const { text } = await fetchFeed(path).expect(200);
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded).toMatch(/\r\nX-WR-CALDESC:.*Closed: Calendar bad/);
      expect(unfolded).toContain(
        '\r\nUID:cannot-be-read@freezecalendar:default/bad\r\n',
      );
      expect(unfolded).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\n/);
      expect(unfolded).toContain('\r\nRRULE:FREQ=DAILY\r\n');
    });

    it('ends with its subject, and with its maker', async () => {
      const { path } = await made();
      const guests = await made({ kind: 'entity', ref: PAYMENTS }, BOB);
      const team = await made({ kind: 'team', ref: TEAM }, BOB);
      const theyLeft = await replica({
        entities: world.filter(
          ({ kind }) => kind !== 'User' && kind !== 'Group',
        ),
      });
      await fetchFeed(path, theyLeft).expect(404);
      await fetchFeed(team.path, theyLeft).expect(404);
      // The catalog never knew Bob, so it says nothing that it does not know him.
      await fetchFeed(guests.path, theyLeft).expect(200);
      await fetchFeed(team.path).expect(200);

      const store = new KnexCatalogProjectionStore(knex);
      const { revision } = await store.head();
      await store.write({
        baseRevision: revision,
        readAt: Date.now(),
        changed: [],
        deleted: [PAYMENTS],
      });
      const gone = await fetchFeed(guests.path).expect(404);
      expect(errorOf(gone).message).toContain('There is no feed');
    });
  });
});
