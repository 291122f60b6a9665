import type { Entity } from '@backstage/catalog-model';
import { ConnectorError } from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import { payments } from '../__testUtils__/entities';
import {
  readAgain,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { documentOf } from '../catalog/documents';
import { holding, OtherHolder } from './__testUtils__/OtherHolder';

jest.setTimeout(60_000);

const databases = bothDatabases();
const LOOK = 'continuity-held-deployments';
const FOLLOW = 'continuity-ledger-reader-held-deployments';
const HOUR_MS = 3_600_000;

const local = (instant: number) =>
  new Date(instant).toISOString().replace(/\.\d+Z$/, '');

/** Closes production until a moment. */
function freeze(until: number): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name: 'close', namespace: 'default', title: 'Close' },
    spec: {
      owner: 'group:default/finance',
      timezone: 'UTC',
      scope: { environments: ['production'] },
      windows: [
        {
          id: 'books',
          title: 'Books are closed',
          reason: 'Postings must not be interrupted',
          start: local(Date.now() - HOUR_MS),
          end: local(until),
        },
      ],
    },
  };
}

const calendars = [{ id: 'calendars', title: 'Calendars', calendars: 'all' }];
const planned = [
  {
    id: 'plan',
    title: 'Plan',
    checks: [{ check: 'rollback-plan-current', otherwise: 'deny' }],
  },
];

describe.each(databases.eachId())('held deployments on %s', databaseId => {
  let knex: Knex;
  let other: OtherHolder;
  let started: StartedContinuity;
  let desk: ReturnType<typeof holding>['desk'];
  const running: StartedContinuity[] = [];

  async function start(
    entities: Entity[],
    policies: object[] = calendars,
  ): Promise<StartedContinuity> {
    const added = holding(other);
    const one = await startContinuity({
      knex,
      entities: [payments, ...entities],
      config: { gate: { policies } },
      modules: [added.module],
    });
    running.push(one);
    started = one;
    desk = added.desk;
    return one;
  }

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    other = new OtherHolder();
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  const hold = (more: object = {}) =>
    desk().hold({
      delivery: 'd-1',
      key: 'runs/1/production',
      group: 'runs/1',
      requestedAt: Date.now() - 1_000,
      expiresAt: Date.now() + HOUR_MS,
      details: { run: 1 },
      ...more,
    });
  const look = () => started.runTask(LOOK);
  /** Whatever it waits for, it is looked at now. */
  const lookNow = async () => {
    await knex('held_deployments')
      .whereNotNull('look_at')
      .update({ look_at: 0, tell_at: null });
    await look();
  };
  const stored = () => knex('held_deployments').first();
  const entries = async (): Promise<string[]> => {
    await started.runTask('continuity-ledger-sequencing');
    const { body } = await started.get('/ledger/entries?limit=100').expect(200);
    return body.items.map(
      ({ canonical }: { canonical: string }) => JSON.parse(canonical).type,
    );
  };

  it('lets through what is allowed, once', async () => {
    await start([]);
    expect(await hold()).toBe('held');
    await look();
    expect(other.told).toEqual([
      expect.objectContaining({
        kind: 'approve',
        key: 'runs/1/production',
        comment: expect.stringContaining(
          '**Allowed**: component:default/payments-api to production',
        ),
      }),
    ]);
    await lookNow();
    expect(other.told).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: 'approved', look_at: null });
    expect(await entries()).toEqual([
      'deployment.held',
      'gate.decision',
      'deployment.judged',
      'deployment.told',
    ]);
  });

  it('waits for a window and goes on when it opens', async () => {
    const opens = Math.ceil(Date.now() / 1_000) * 1_000 + 3_000;
    await start([freeze(opens)]);
    await hold();
    await look();
    expect(other.told).toEqual([
      expect.objectContaining({
        kind: 'report',
        comment: expect.stringContaining(new Date(opens).toISOString()),
      }),
    ]);
    expect(other.told[0].comment).toContain('Books are closed');
    // Nothing has changed, so nothing is said.
    await lookNow();
    expect(other.told).toHaveLength(1);
    await new Promise(done => setTimeout(done, opens - Date.now() + 50));
    await look();
    await look();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report', 'approve']);
  });

  it('goes on when evidence arrives that was missing', async () => {
    await start([], planned);
    await hold();
    await look();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report']);
    await look();
    await started
      .post('/evidence', {
        kind: 'rollback-plan',
        source: 'test',
        externalId: 'plan-1',
        entityRef: 'component:default/payments-api',
        observedAt: new Date().toISOString(),
        payload: {
          steps: ['Deploy the version before'],
          decisionOwner: 'group:default/team-payments',
          decisionDeadline: 'PT15M',
          expectedDuration: 'PT10M',
          dataHandling: 'Nothing to undo',
        },
      })
      .expect(201);
    await started.runTask(FOLLOW);
    await look();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report', 'approve']);
  });

  it('refuses a denial that nothing ends, once it has lasted', async () => {
    other.rejectAfterMs = 60_000;
    await start([], planned);
    await hold();
    await look();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report']);
    await knex('held_deployments').update({
      denied_since: Date.now() - 60_000,
    });
    await lookNow();
    await lookNow();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report', 'reject']);
    expect(await stored()).toMatchObject({ state: 'rejected' });
  });

  it('never lets through what it does not understand', async () => {
    other.understood = {
      refusal: { reason: 'Two entities claim it.', remedy: 'Say which.' },
    };
    await start([]);
    await hold();
    await look();
    await lookNow();
    expect(other.told).toEqual([
      expect.objectContaining({
        kind: 'report',
        comment: expect.stringContaining('Two entities claim it. Say which.'),
      }),
    ]);
  });

  it('says nothing while it cannot find out, and finds out later', async () => {
    other.blindness = new Error('The catalog is away');
    await start([]);
    await hold();
    await look();
    expect(other.told).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'waiting',
      problem: expect.stringContaining('The catalog is away'),
    });
    other.blindness = undefined;
    await lookNow();
    expect(other.told.map(({ kind }) => kind)).toEqual(['approve']);
  });

  it('tries again what could not be told, and not before it may', async () => {
    await start([]);
    await hold();
    other.failure = new ConnectorError('It is down', {
      retryable: true,
      retryAfterMs: HOUR_MS / 2,
    });
    await look();
    const { tell_at } = await stored();
    expect(Number(tell_at)).toBeGreaterThan(Date.now() + HOUR_MS / 2 - 5_000);
    other.failure = undefined;
    await knex('held_deployments').update({ look_at: 0 });
    await look();
    expect(other.told).toEqual([]);
    await lookNow();
    expect(other.told.map(({ kind }) => kind)).toEqual(['approve']);
    expect(await entries()).toContain('deployment.untold');
  });

  it('does not let through late what is denied by then', async () => {
    await start([]);
    await hold();
    other.failure = new ConnectorError('It is down', { retryable: true });
    await look();
    other.failure = undefined;
    await readAgain(knex, documentOf(freeze(Date.now() + HOUR_MS)));
    await lookNow();
    expect(other.told.map(({ kind }) => kind)).toEqual(['report']);
  });

  it('tells again after a death between telling and noting', async () => {
    await start([]);
    await hold();
    const dying = jest
      .spyOn(other, 'answer')
      .mockImplementationOnce(async () => {
        // The claim of a dead replica ends; what it was about to note is not noted.
        await knex('held_deployments').update({ claimed_by: 'nobody' });
        return 'told';
      });
    await look();
    expect(await stored()).toMatchObject({ state: 'waiting' });
    await knex('held_deployments').update({ claimed_until: 0 });
    await look();
    expect(dying).toHaveBeenCalledTimes(2);
    expect(await stored()).toMatchObject({ state: 'approved' });
  });

  it('has one of several replicas tell it', async () => {
    const first = await start([]);
    const second = await start([]);
    for (let run = 1; run <= 5; run++) {
      await hold({ delivery: `d-${run}`, key: `runs/${run}`, group: `${run}` });
    }
    await Promise.all([first.runTask(LOOK), second.runTask(LOOK)]);
    expect(other.told.map(({ key }) => key).sort()).toEqual(
      [1, 2, 3, 4, 5].map(run => `runs/${run}`),
    );
  });

  it('looks again at what was hinted at while it was told', async () => {
    await start([freeze(Date.now() + HOUR_MS)]);
    await hold();
    other.meanwhile = async () => {
      await knex('held_deployments').update({
        look_at: 1,
        hints: knex.raw('hints + 1'),
      });
    };
    await look();
    other.meanwhile = async () => {};
    const { look_at } = await stored();
    // It was looked at again in the same run, and found nothing new.
    expect(other.told).toHaveLength(1);
    expect(Number(look_at)).toBeGreaterThan(Date.now());
  });

  it('takes a message once, and knows what it holds already', async () => {
    await start([freeze(Date.now() + HOUR_MS)]);
    const requestedAt = Date.now();
    expect(await hold({ requestedAt })).toBe('held');
    expect(await hold({ requestedAt })).toBe('known');
    expect(await hold({ requestedAt, delivery: 'd-2' })).toBe('known');
    expect(await hold({ requestedAt: requestedAt - 1, delivery: 'd-3' })).toBe(
      'known',
    );
    expect(await hold({ requestedAt: requestedAt + 1, delivery: 'd-4' })).toBe(
      'held',
    );
    expect(await knex('held_deployments')).toHaveLength(1);
  });

  it.each([
    ['in their order', ['hold', 'end']],
    ['the other way round', ['end', 'hold']],
  ])('holds nothing of what has ended, told %s', async (_, order) => {
    await start([freeze(Date.now() + HOUR_MS)]);
    const requestedAt = Date.now();
    const messages = {
      hold: () => hold({ requestedAt }),
      end: () =>
        desk().end({
          delivery: 'd-end',
          group: 'runs/1',
          endedAt: requestedAt + 1,
          reason: 'The run was cancelled.',
        }),
    };
    for (const name of [...order, ...order]) {
      await messages[name as 'hold' | 'end']();
    }
    await lookNow();
    expect(other.told).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'over',
      problem: 'The run was cancelled.',
    });
    // What is asked for afterwards is another matter.
    expect(
      await hold({ requestedAt: requestedAt + 2, delivery: 'd-again' }),
    ).toBe('held');
  });

  it('stops at what that system does not hold any more', async () => {
    await start([]);
    await hold();
    other.holds = false;
    await look();
    expect(await stored()).toMatchObject({ state: 'over', answer: null });
    await hold({
      delivery: 'd-old',
      key: 'runs/2',
      expiresAt: Date.now() - 1,
    });
    other.holds = true;
    await look();
    expect(other.told).toEqual([]);
    expect(await entries()).toContain('deployment.over');
  });

  it('sends no more reports than that system takes', async () => {
    await start([]);
    await hold();
    for (let hour = 1; hour <= 5; hour++) {
      await readAgain(knex, documentOf(freeze(Date.now() + hour * HOUR_MS)));
      await lookNow();
    }
    expect(other.told.map(({ kind }) => kind)).toEqual([
      'report',
      'report',
      'report',
    ]);
  });
});
