import { mockServices } from '@backstage/backend-test-utils';
import { builtinChecks } from '@continuity/engine';
import type { Knex } from 'knex';
import { calendarsOnly, payments } from '../../__testUtils__/entities';
import {
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  component,
  feedCalendar,
} from '../../catalog/__testUtils__/FakeCatalog';
import { CatalogContent } from '../../catalog/CatalogContent';
import { ReplicatedCatalogProjection } from '../../catalog/CatalogProjection';
import { KnexCatalogProjectionStore } from '../../catalog/CatalogProjectionStore';
import { readContinuitySettings } from '../../config';
import { KnexLedgerStore, LedgerService } from '../../ledger';
import { calendarOf, FeedServer } from './__testUtils__/FeedServer';
import { FeedFollower } from './FeedFollower';
import { KnexFeedStore } from './KnexFeedStore';

jest.setTimeout(60_000);

const REF = 'freezecalendar:default/holidays';
const CHRISTMAS = '2026-12-25T12:00:00Z';
const TUESDAY = '2026-12-15T12:00:00Z';

const CANCELLED = [
  'BEGIN:VEVENT',
  'UID:cancelled@example.com',
  'DTSTART;VALUE=DATE:20261224',
  'SUMMARY:Half day',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const databases = bothDatabases();

describe.each(databases.eachId())(
  'a calendar that follows a feed on %s',
  id => {
    let knex: Knex;
    let server: FeedServer;
    let started: StartedContinuity;
    let clock: number;

    beforeEach(async () => {
      clock = Date.now();
      knex = await databases.migrated(id);
      server = new FeedServer();
      await server.start();
      started = await startContinuity({
        knex,
        entities: [
          payments,
          component('other'),
          feedCalendar(
            'holidays',
            { url: server.url() },
            { scope: { environments: ['production'] } },
          ),
        ],
        config: {
          gate: calendarsOnly,
          calendars: { feeds: { allowedHosts: [server.host] } },
        },
      });
    });

    afterEach(async () => {
      await started.stop();
      await server.stop();
    });

    /** Another replica asks, some minutes later. */
    async function follow(minutes: number) {
      clock += minutes * 60_000;
      const settings = readContinuitySettings(
        mockServices.rootConfig({
          data: {
            continuity: {
              calendars: { feeds: { allowedHosts: [server.host] } },
            },
          },
        }),
        { checks: builtinChecks },
      );
      const store = new KnexFeedStore(knex);
      const follower = new FeedFollower({
        store,
        ledger: new LedgerService(new KnexLedgerStore(knex)),
        projection: new ReplicatedCatalogProjection({
          store: new KnexCatalogProjectionStore(knex),
          empty: CatalogContent.empty(settings),
          feeds: store,
        }),
        settings: settings.feeds,
        logger: mockServices.logger.mock(),
        now: () => clock,
      });
      await follower.run(new AbortController().signal);
    }

    async function decide(at: string, environment = 'production') {
      const { body } = await started
        .post('/gate/decisions', {
          entity: 'component:default/payments-api',
          environment,
          at,
        })
        .expect(201);
      return body;
    }

    const verdicts = async () => [
      (await decide(TUESDAY)).verdict,
      (await decide(CHRISTMAS)).verdict,
      (await decide(TUESDAY, 'staging')).verdict,
    ];

    const calendar = async () => {
      const { body } = await started.get('/calendars').expect(200);
      return body.items.find(({ ref }: { ref: string }) => ref === REF);
    };

    const unreadable = async () => {
      const { body } = await started.get('/status').expect(200);
      return body.unreadableCalendars;
    };

    it('closes the gate until it was good, and keeps its windows while the feed is down', async () => {
      // Never asked, then asked in vain: its scope is closed, and nothing but its scope.
      expect(await verdicts()).toEqual(['deny', 'deny', 'allow']);
      expect((await decide(TUESDAY)).reasons[0]).toMatchObject({
        rule: `calendar:${REF}`,
        verdict: 'deny',
        explanation: expect.stringContaining('has not been asked yet'),
        remedy: expect.any(String),
      });
      server.fail(503);
      await follow(0);
      expect(await verdicts()).toEqual(['deny', 'deny', 'allow']);
      expect(await calendar()).toEqual({
        ref: REF,
        title: 'Calendar holidays',
        owner: 'group:default/finance',
        origin: { kind: 'feed', url: `http://${server.host}/feeds/…` },
        state: 'closed',
        problem: `Feed http://${server.host}/feeds/…: It answered with status 503`,
        windows: 0,
      });
      expect(await unreadable()).toEqual([
        { ref: REF, problem: expect.stringContaining('status 503') },
      ]);

      server.serve(
        calendarOf(['2026-12-25']).replace('END:VCALENDAR', CANCELLED),
      );
      await follow(1);
      expect(await verdicts()).toEqual(['allow', 'deny', 'allow']);
      expect(await calendar()).toMatchObject({ state: 'good', windows: 1 });
      expect(await unreadable()).toEqual([]);
      const lastGoodAt = new Date(clock).toISOString();

      server.fail(503);
      await follow(5);
      expect(await verdicts()).toEqual(['allow', 'deny', 'allow']);
      expect((await decide(TUESDAY)).reasons).toContainEqual(
        expect.objectContaining({
          rule: `calendar:${REF}`,
          verdict: 'allow',
          explanation: expect.stringContaining('is degraded'),
        }),
      );
      expect(await calendar()).toMatchObject({
        origin: { kind: 'feed' },
        state: 'degraded',
        windows: 1,
        lastGoodAt,
      });
      expect(await unreadable()).toEqual([
        {
          ref: REF,
          problem: expect.stringContaining('status 503'),
          lastGoodAt,
        },
      ]);
      const { body } = await started
        .get('/calendars/freezecalendar/default/holidays')
        .expect(200);
      expect(body.items).toMatchObject([{ title: 'Holiday of 2026-12-25' }]);
      expect(body.findings[0]).toMatchObject({
        severity: 'error',
        message: expect.stringContaining('status 503'),
        remedy: expect.stringContaining('feed'),
      });
      expect(body.findings).toContainEqual(
        expect.objectContaining({
          rule: 'import',
          severity: 'info',
          message: expect.stringContaining('cancelled'),
        }),
      );
      // The address holds a secret; nobody is told.
      expect(JSON.stringify(body)).not.toContain('s3cr3t');
    });
  },
);
