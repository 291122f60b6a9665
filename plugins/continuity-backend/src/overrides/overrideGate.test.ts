import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { shareContinuity } from '../__testUtils__/shareContinuity';
import {
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import {
  as,
  CONFIG,
  FREEZE,
  MAIL,
  PAY,
  payments,
  PLAN,
  POLICIES,
  refOf,
  request,
} from './__testUtils__/payments';

jest.setTimeout(120_000);

const databases = bothDatabases();

describe.each(databases.eachId())(
  'the gate under overrides on %s',
  databaseId => {
    const shared = shareContinuity(
      () => databases.migrated(databaseId),
      CONFIG,
    );
    let knex: Knex;
    let started: StartedContinuity;

    beforeEach(async () => {
      ({ knex, started } = await shared.start({ entities: payments() }));
    });

    afterAll(() => shared.stop());

    const gate = async (change: Record<string, unknown> = {}) => {
      const { status, body } = await started.post('/gate/decisions', {
        entity: PAY,
        environment: 'production',
        ...change,
      });
      expect(body.error).toBeUndefined();
      expect(status).toBe(change.dryRun ? 200 : 201);
      return body;
    };
    const verdict = async (change: Record<string, unknown> = {}) =>
      (await gate({ dryRun: true, ...change })).verdict;
    const asked = async (change: Record<string, unknown> = {}) => {
      const { body } = await started.post(
        '/overrides',
        request(change),
        as('anna'),
      );
      expect(body.error).toBeUndefined();
      return body.id;
    };
    const approve = async (id: string, ...people: string[]) => {
      for (const who of people) {
        const { body } = await started.post(
          `/overrides/${id}/approvals`,
          { decision: 'approve' },
          as(who),
        );
        expect(body.error).toBeUndefined();
      }
    };
    const inForce = async (change: Record<string, unknown> = {}) => {
      const id = await asked(change);
      await approve(id, 'ben', 'carl');
      return id;
    };

    it('allows from the last approval on, and says by which override', async () => {
      expect(await verdict()).toBe('deny');
      const id = await asked();
      expect(await verdict()).toBe('deny');
      await approve(id, 'ben');
      expect(await verdict()).toBe('deny');
      await approve(id, 'carl');

      const decision = await gate();
      expect(decision.verdict).toBe('allow');
      const [reason] = decision.reasons.filter(
        ({ rule }: { rule: string }) => rule === FREEZE,
      );
      expect(reason).toMatchObject({ verdict: 'allow', override: id });
      for (const word of [id, 'INC-7', refOf('ben'), refOf('carl')]) {
        expect(reason.explanation).toContain(word);
      }
      const { body: override } = await started.get(
        `/overrides/${id}`,
        as('ben'),
      );
      expect(decision.nextChange).toMatchObject({
        at: override.end,
        verdict: 'deny',
      });
      const recorded = await started.get(`/gate/decisions/${decision.id}`);
      expect(recorded.body.reasons).toContainEqual(reason);
    });

    it('closes again at the moment of its end, whether or not it was written down', async () => {
      const id = await inForce();
      const { body } = await started.get(`/overrides/${id}`, as('ben'));
      const end = Date.parse(body.end);
      const iso = (at: number) => new Date(at).toISOString();
      expect(await verdict({ at: iso(end - 1) })).toBe('allow');
      expect(await verdict({ at: iso(end) })).toBe('deny');
      expect(await verdict({ at: iso(Date.parse(body.start) - 1) })).toBe(
        'deny',
      );
      await knex('change_overrides').update({ ends_at: Date.now() });
      expect(await verdict()).toBe('deny');
      expect((await knex('change_overrides').first()).state).toBe('in-force');
    });

    it('closes again when it is closed by hand', async () => {
      const id = await inForce();
      const at = new Date(Date.now() + 60_000).toISOString();
      expect(await verdict({ at })).toBe('allow');
      await started.post(
        `/overrides/${id}/close`,
        { reason: 'Mended' },
        as('ben'),
      );
      expect(await verdict()).toBe('deny');
      expect(await verdict({ at })).toBe('deny');
    });

    it('passes over nothing but the rules, entities, environments and regions that it names', async () => {
      await inForce({
        environments: ['production', 'production-us'],
        regions: ['eu'],
      });
      expect(await verdict()).toBe('allow');
      expect(await verdict({ environment: 'production-us' })).toBe('deny');
      expect(await verdict({ entity: MAIL })).toBe('deny');

      const mail = await asked({ entities: [MAIL] });
      await approve(mail, 'ben');
      // The freeze does not count any more; the plan still does.
      const { verdict: still, reasons } = await gate({
        entity: MAIL,
        dryRun: true,
      });
      expect([still, reasons[0].rule]).toEqual(['deny', PLAN]);
      const plan = await asked({ entities: [MAIL], rules: [PLAN] });
      await approve(plan, 'dora');
      expect(await verdict({ entity: MAIL })).toBe('allow');
      expect(
        await verdict({ entity: MAIL, environment: 'production-us' }),
      ).toBe('deny');
    });

    it('passes over only what the policy lets be overridden', async () => {
      await inForce();
      expect(await verdict({ class: 'standard' })).toBe('allow');
      const { verdict: major, reasons } = await gate({
        class: 'major',
        dryRun: true,
      });
      expect(major).toBe('deny');
      expect(JSON.stringify(reasons)).not.toContain('"override"');
    });

    it('answers with an error, never an allow, when overrides cannot be read', async () => {
      await inForce();
      await knex.schema.renameTable('change_overrides', 'gone');
      try {
        const { status, body } = await started.post('/gate/decisions', {
          entity: PAY,
          environment: 'production',
        });
        expect(status).toBeGreaterThanOrEqual(500);
        expect(body.verdict).toBeUndefined();
      } finally {
        await knex.schema.renameTable('gone', 'change_overrides');
      }
    });
  },
);

describe('a gate whose policies let nothing be overridden', () => {
  it('does not even look for overrides', async () => {
    const [[databaseId]] = databases.eachId();
    const knex = await databases.migrated(databaseId);
    const started = await startContinuity({
      knex,
      entities: payments(),
      config: {
        gate: { policies: POLICIES.map(({ overrides, ...policy }) => policy) },
      },
    });
    const queries: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => queries.push(sql));
    try {
      const { body } = await started.post('/gate/decisions', {
        entity: PAY,
        environment: 'production',
      });
      expect(body.verdict).toBe('deny');
      expect(queries.length).toBeGreaterThan(0);
      expect(queries.filter(sql => sql.includes('overrides'))).toEqual([]);
      const asked = await started.post('/overrides', request(), as('anna'));
      expect([asked.status, asked.body.error.message]).toEqual([
        400,
        expect.stringContaining('rules.0: no policy of the gate lets'),
      ]);
    } finally {
      knex.removeAllListeners('query');
      await started.stop();
    }
  });
});
