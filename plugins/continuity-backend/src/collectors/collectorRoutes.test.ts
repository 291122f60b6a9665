import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import { payments } from '../__testUtils__/entities';
import {
  ANNA,
  ANNA_REF,
  errorOf,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';

jest.setTimeout(60_000);

const databases = bothDatabases();
const RUN = '/operations/collectors/oci/run';

describe.each(databases.eachId())(
  '/operations/collectors on %s',
  databaseId => {
    let knex: Knex;
    let started: StartedContinuity;
    const collect = jest.fn<
      ReturnType<EvidenceCollector['collect']>,
      Parameters<EvidenceCollector['collect']>
    >();

    async function start(options: Partial<StartOptions> = {}) {
      knex = await databases.migrated(databaseId);
      started = await startContinuity({
        knex,
        entities: [payments],
        collectors: [
          {
            id: 'oci',
            title: 'OCI registries',
            kinds: ['artifact-availability'],
            everySeconds: 3600,
            collect,
          },
        ],
        ...options,
      });
    }

    beforeEach(() => {
      collect.mockReset().mockResolvedValue();
    });

    afterEach(async () => {
      await started.stop();
    });

    const list = async () => {
      const { body } = await started.get('/operations/collectors').expect(200);
      return body.items;
    };

    it('says how each does, before and after it ran', async () => {
      await start();
      const [before] = await list();
      expect(before).toMatchObject({
        id: 'oci',
        title: 'OCI registries',
        active: true,
        kinds: ['artifact-availability'],
        everySeconds: 3600,
        running: false,
        failures: 0,
        problems: [],
      });
      expect(before).not.toHaveProperty('startedAt');
      collect.mockImplementation(async run => {
        run.problem({
          entityRef: 'component:default/payments-api',
          region: 'eu-west-1',
          place: 'registry.example',
          reason: 'It is away, says https://me:hunter2@registry.example/.',
        });
      });
      await started.runTask('continuity-collector-oci');
      const [after] = await list();
      expect(after).toMatchObject({
        completedAt: expect.any(String),
        nextAt: expect.any(String),
        reports: { accepted: 0, unchanged: 0, refused: 0 },
        problemCount: 1,
        problems: [
          {
            entityRef: 'component:default/payments-api',
            region: 'eu-west-1',
            place: 'registry.example',
            reason: expect.stringContaining('It is away'),
            since: expect.any(String),
          },
        ],
      });
      expect(JSON.stringify(after)).not.toContain('hunter2');
    });

    it('runs one when it is asked to, audits that and enters it in the ledger', async () => {
      await start();
      await started.runTask('continuity-collector-oci');
      await started.runTask('continuity-collector-oci');
      expect(collect).toHaveBeenCalledTimes(1);
      const { body } = await started.post(RUN, {}, ANNA).expect(202);
      expect(Date.parse(body.nextAt)).toBeLessThanOrEqual(Date.now());
      await started.runTask('continuity-collector-oci');
      expect(collect).toHaveBeenCalledTimes(2);
      expect(started.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'collector-run' }),
      );
      const entries = await started.get('/ledger/entries').expect(200);
      expect(
        entries.body.items
          .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
          .find(({ type }: { type: string }) => type === 'collector.requested'),
      ).toMatchObject({
        actor: { ref: ANNA_REF },
        data: { collector: 'oci' },
      });
    });

    it('runs none that is not there, or runs already', async () => {
      await start();
      const missing = await started
        .post('/operations/collectors/kubernetes/run', {})
        .expect(404);
      expect(errorOf(missing).message).toContain('kubernetes');
      await knex('collectors').insert({
        collector: 'former',
        next_at: 0,
        failures: 0,
        accepted: 0,
        unchanged: 0,
        refused: 0,
        problems: 0,
      });
      const former = await started
        .post('/operations/collectors/former/run', {})
        .expect(409);
      expect(errorOf(former).message).toContain('nobody can run it');
      expect(
        (await list()).map(
          ({ id, active }: { id: string; active: boolean }) => [id, active],
        ),
      ).toEqual([
        ['former', false],
        ['oci', true],
      ]);
      let done = () => {};
      collect.mockImplementation(
        () =>
          new Promise(resolve => {
            done = resolve;
          }),
      );
      const running = started.runTask('continuity-collector-oci');
      while (collect.mock.calls.length === 0) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      await started.post(RUN, {}).expect(409);
      expect((await list())[1]).toMatchObject({ running: true });
      done();
      await running;
      expect((await list())[1]).toMatchObject({ running: false });
    });

    it.each([
      ['GET', '/operations/collectors', 'continuity.operations.read'],
      ['POST', RUN, 'continuity.operations.retry'],
    ])('%s %s needs %s', async (method, path, permission) => {
      await start({ denied: [permission] });
      const response = await (method === 'GET'
        ? started.get(path)
        : started.post(path, {})
      ).expect(403);
      expect(errorOf(response).message).toContain(permission);
    });
  },
);
