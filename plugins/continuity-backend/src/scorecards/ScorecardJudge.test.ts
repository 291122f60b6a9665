import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { component } from '../catalog/__testUtils__/FakeCatalog';
import { KnexLedgerStore } from '../ledger';
import { ResultStore } from './ResultStore';
import {
  createReplica,
  FakeProjection,
  planned,
} from './__testUtils__/judgingWorld';

jest.setTimeout(60_000);

const databases = bothDatabases();
const NOON = Date.parse('2026-06-30T12:00:00Z');
const DAY = 86_400_000;
const SHOP = 'component:default/shop';

const plan = (
  id: string,
  observedAt: string,
  expectedDuration = 'PT10M',
  entityRef = SHOP,
) => ({
  kind: 'rollback-plan',
  source: 'test',
  externalId: id,
  entityRef,
  observedAt,
  payload: {
    steps: ['back'],
    decisionOwner: 'group:default/a',
    decisionDeadline: 'PT5M',
    expectedDuration,
    dataHandling: 'none',
  },
});

const deployed = (id: string, outcome: string, observedAt: string) => ({
  kind: 'deployment',
  source: 'test',
  externalId: id,
  entityRef: SHOP,
  environment: 'production',
  observedAt,
  payload: {
    version: 'v1',
    outcome,
    startedAt: observedAt,
    finishedAt: observedAt,
  },
});

const shop = component('shop', { tier: 'tier-1', rto: 'PT1H' });
const blog = component('blog', { tier: 'tier-3' });

describe.each(databases.eachId())('judging scorecards on %s', databaseId => {
  let knex: Knex;
  let projection: FakeProjection;
  let clock: { now: number };
  let replica: ReturnType<typeof createReplica>;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    projection = new FakeProjection();
    clock = { now: NOON };
    projection.become(shop, blog);
    replica = createReplica({ knex, projection, clock });
  });

  const resultOf = async (ref = SHOP) => {
    const [row] = await replica.queries.ofEntity(ref);
    return row;
  };

  const history = async (ref = SHOP) =>
    (await replica.queries.history(ref, 'planned', { limit: 50 })).items;

  it('judges every service of the audience, and notes how it began', async () => {
    await replica.tick();
    expect(await resultOf()).toMatchObject({
      level: -1,
      level_at_best: 1,
      worst: 0,
      best: 1000,
      pass: 0,
      unknown: 4,
      total: 4,
      // Of four tiers the first counts four.
      risk: 16,
      states: 'uu',
      tier: 'tier-1',
      owner: 'group:default/team-a',
      changed_at: null,
    });
    expect(await resultOf('component:default/blog')).toMatchObject({ risk: 8 });
    expect(await history()).toEqual([
      expect.objectContaining({
        at: NOON,
        checks: [
          expect.objectContaining({ to: 'unknown' }),
          expect.objectContaining({ to: 'unknown' }),
        ],
      }),
    ]);
    expect(await replica.entries('scorecard.')).toEqual([]);
    expect(replica.told).toContain('planned');
  });

  it('judges a service again when evidence of it comes, and no other', async () => {
    await replica.tick();
    clock.now += 1000;
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T12:00:00Z')],
      'service:ci',
    );
    await replica.judge.run();
    expect(await resultOf()).toMatchObject({
      level: 0,
      worst: 750,
      best: 1000,
      states: 'pu',
      judged_at: expect.anything(),
    });
    const [change] = await history();
    expect(change).toMatchObject({
      at: clock.now,
      level: 'plan',
      checks: [{ check: 'rollback-plan-current', from: 'unknown', to: 'pass' }],
    });
    expect(change.levelBefore).toBeUndefined();
    expect(Number((await resultOf('component:default/blog')).judged_at)).toBe(
      NOON,
    );
    expect(await replica.entries('scorecard.')).toMatchObject([
      {
        type: 'scorecard.level.reached',
        subjects: [SHOP],
        data: { level: 'Plan', cause: 'service', inForce: true },
      },
    ]);
  });

  it('loses a level once when evidence runs out, without anybody looking', async () => {
    await replica.evidence.submit(
      [
        plan('p1', '2026-06-30T11:00:00Z'),
        deployed('d1', 'succeeded', '2026-06-30T11:00:00Z'),
      ],
      'service:ci',
    );
    await replica.tick();
    expect(await resultOf()).toMatchObject({ level: 1, states: 'pp' });
    // The deployment is relied on for 90 days, the plan for 180.
    clock.now = Date.parse('2026-09-28T10:59:59Z');
    await replica.tick();
    expect(await resultOf()).toMatchObject({ level: 1 });
    clock.now = Date.parse('2026-09-28T11:00:00Z');
    await replica.tick();
    expect(await resultOf()).toMatchObject({
      level: 0,
      states: 'pu',
      level_lost_at: expect.anything(),
    });
    clock.now += DAY;
    await replica.tick();
    await replica.tick();
    expect(await replica.entries('scorecard.level.lost')).toMatchObject([
      {
        data: {
          before: 'All',
          level: 'Plan',
          owner: 'group:default/team-a',
          inForce: true,
        },
      },
    ]);
    expect(await history()).toHaveLength(2);
  });

  it('says why a level was lost, and what to do', async () => {
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z')],
      'service:ci',
    );
    await replica.tick();
    await replica.evidence.submit(
      [plan('p2', '2026-06-30T11:30:00Z', 'PT2H')],
      'service:ci',
    );
    await replica.tick();
    expect(await replica.entries('scorecard.level.lost')).toMatchObject([
      {
        data: {
          before: 'Plan',
          because: [
            {
              check: 'rollback-plan-current',
              state: 'fail',
              reason: expect.stringContaining('takes 2 h'),
              remedy: expect.stringContaining('Find a faster way back'),
            },
          ],
        },
      },
    ]);
  });

  it('judges what the catalog changed, and forgets what it removed', async () => {
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z', 'PT2H')],
      'service:ci',
    );
    await replica.tick();
    expect(await resultOf()).toMatchObject({ states: 'fu', level: -1 });
    projection.become(component('shop', { tier: 'tier-2', rto: 'PT3H' }));
    await replica.tick();
    expect(await resultOf()).toMatchObject({
      states: 'pu',
      level: 0,
      tier: 'tier-2',
    });
    expect(await resultOf('component:default/blog')).toBeUndefined();
    expect(await knex('scorecard_services').select('entity_ref')).toEqual([
      { entity_ref: SHOP },
    ]);
  });

  it('reads the catalog again only when it is another', async () => {
    await replica.tick();
    const compare = jest.spyOn(replica.due, 'fingerprints');
    await replica.tick();
    expect(compare).not.toHaveBeenCalled();
    projection.become(shop, blog);
    await replica.tick();
    expect(compare).toHaveBeenCalledTimes(1);
    // The same content: nobody is judged.
    expect(Number((await resultOf()).judged_at)).toBe(NOON);
  });

  it('judges by another scorecard, and blames nobody for it', async () => {
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z')],
      'service:ci',
    );
    await replica.tick();
    expect(await resultOf()).toMatchObject({ level: 0 });
    clock.now += 1000;
    const stricter = createReplica({
      knex,
      projection,
      clock,
      scorecards: [
        {
          ...planned,
          levels: [{ id: 'all', title: 'All', requires: [], atLeast: 100 }],
        },
      ],
    });
    await stricter.tick();
    expect(await resultOf()).toMatchObject({ level: -1 });
    expect(await stricter.entries('scorecard.level.lost')).toMatchObject([
      { data: { cause: 'scorecard' } },
    ]);
  });

  it('removes results of scorecards that there are no more', async () => {
    await replica.tick();
    clock.now += 1000;
    const other = createReplica({
      knex,
      projection,
      clock,
      scorecards: [{ ...planned, id: 'other' }],
    });
    await other.tick();
    const rows = await replica.queries.ofEntity(SHOP);
    expect(rows.map(({ scorecard }) => scorecard)).toEqual(['other']);
  });

  it('lets those with the newest settings judge, and others when these are gone', async () => {
    await replica.tick();
    clock.now += 1000;
    const newer = createReplica({
      knex,
      projection,
      clock,
      scorecards: [{ ...planned, title: 'Renamed' }],
    });
    await newer.tick();
    await replica.tick();
    expect(replica.watch.problem).toMatch(/Other replicas/);
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z')],
      'service:ci',
    );
    await replica.judge.run();
    expect(await resultOf()).toMatchObject({ level: -1 });
    await newer.tick();
    expect(await resultOf()).toMatchObject({ level: 0 });
    clock.now += 3 * 60_000;
    await replica.tick();
    expect(replica.watch.problem).toBeUndefined();
    await newer.tick();
    expect(newer.watch.problem).toMatch(/Other replicas/);
  });

  it('shares services among replicas, and judges each once', async () => {
    projection.become(
      ...Array.from({ length: 450 }, (_, index) => component(`c${index}`)),
    );
    const other = createReplica({ knex, projection, clock });
    await replica.watch.run(AbortSignal.timeout(60_000));
    await other.watch.run(AbortSignal.timeout(60_000));
    await Promise.all([replica.judge.run(), other.judge.run()]);
    await replica.judge.run();
    const [{ results }] = await knex('scorecard_results').count({
      results: '*',
    });
    const [{ changes }] = await knex('scorecard_history').count({
      changes: '*',
    });
    expect(Number(results)).toBe(450);
    expect(Number(changes)).toBe(450);
    expect(await replica.due.waiting(clock.now)).toEqual({ count: 0 });
  });

  it('counts every rollback that still counts, not only the newest', async () => {
    const rated = createReplica({
      knex,
      projection,
      clock,
      scorecards: [
        {
          ...planned,
          checks: [{ check: 'rollback-success-rate', weight: 1 }],
          levels: [],
        },
      ],
    });
    await rated.evidence.submit(
      Array.from({ length: 5 }, (_, day) => ({
        kind: 'rollback-execution',
        source: 'test',
        externalId: `r${day}`,
        entityRef: SHOP,
        environment: 'production',
        observedAt: `2026-06-0${day + 1}T00:10:00Z`,
        payload: {
          from: 'v2',
          to: 'v1',
          outcome: 'succeeded',
          startedAt: `2026-06-0${day + 1}T00:00:00Z`,
          finishedAt: `2026-06-0${day + 1}T00:05:00Z`,
        },
      })),
      'service:ci',
    );
    await rated.tick();
    expect(await resultOf()).toMatchObject({ states: 'p' });
    expect((await resultOf()).details).toContain('5 of 5 rollbacks');
  });

  it('keeps nothing when its ledger entry cannot be written', async () => {
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z')],
      'service:ci',
    );
    await replica.tick();
    await replica.evidence.submit(
      [plan('p2', '2026-06-30T11:30:00Z', 'PT2H')],
      'service:ci',
    );
    const write = jest
      .spyOn(KnexLedgerStore.prototype, 'append')
      .mockRejectedValueOnce(new Error('disk full'));
    await expect(replica.judge.run()).rejects.toThrow('disk full');
    write.mockRestore();
    expect(await resultOf()).toMatchObject({ states: 'pu', level: 0 });
    await replica.judge.run();
    expect(await resultOf()).toMatchObject({ states: 'fu', level: -1 });
    expect(await replica.entries('scorecard.level.lost')).toHaveLength(1);
  });

  it('notes each day how many stand where', async () => {
    await replica.evidence.submit(
      [plan('p1', '2026-06-30T11:00:00Z')],
      'service:ci',
    );
    await replica.tick();
    const levels = new Map([['planned', ['plan', 'all']]]);
    await new ResultStore().noteDay(knex, levels, clock.now);
    await new ResultStore().noteDay(knex, levels, clock.now);
    expect(await replica.queries.days('planned', '2026-06-01')).toEqual(
      expect.arrayContaining([
        { day: '2026-06-30', level: '', services: 1 },
        { day: '2026-06-30', level: 'plan', services: 1 },
      ]),
    );
  });
});
