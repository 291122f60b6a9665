import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { deployment } from '../../__testUtils__/entities';
import {
  errorOf,
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import {
  anna,
  bank,
  ben,
  carl,
  complete,
  DIGEST,
  dora,
  hours,
  PAYMENTS,
  olga,
  settings,
  TEAM,
} from '../__testUtils__/changeWorld';

jest.setTimeout(120_000);

const databases = bothDatabases();
const OTHER = `sha256:${'b'.repeat(64)}`;
const READER = 'continuity-ledger-reader-unauthorised-deployments';

describe.each(databases.eachId())(
  'deployments without a change on %s',
  databaseId => {
    let knex: Knex;
    let started: StartedContinuity;
    let runs = 0;

    const start = async (config: object = settings) => {
      knex = await databases.migrated(databaseId);
      started = await startContinuity({
        knex,
        entities: bank,
        config,
        groupsOfAnna: [TEAM],
        denied: ['continuity.change.administer'],
      });
    };
    afterEach(() => started.stop());

    const deployed = async (
      payload: object = {},
      change: Record<string, unknown> = {},
    ) => {
      const at = new Date().toISOString();
      runs += 1;
      await started
        .post('/evidence', {
          ...deployment({ externalId: `run-${runs}`, ...change }),
          observedAt: at,
          payload: {
            version: '4.2.0',
            outcome: 'succeeded',
            artifactDigest: DIGEST,
            startedAt: at,
            finishedAt: at,
            ...payload,
          },
        })
        .expect(201);
      await started.runTask(READER);
    };
    const found = async (query = '') =>
      (await started.get(`/changes/unauthorised${query}`, anna.header)).body
        .items;
    const approved = async () => {
      let { body } = await started.post(
        '/changes',
        { content: complete },
        anna.header,
      );
      for (const event of ['assess', 'request-approval']) {
        ({ body } = await started
          .post(
            `/changes/${body.summary.id}/transitions`,
            { event, revision: body.summary.revision },
            anna.header,
          )
          .expect(200));
      }
      for (const who of [ben, carl, dora]) {
        ({ body } = await started
          .post(
            `/changes/${body.summary.id}/approvals`,
            { decision: 'approve', revision: body.summary.revision },
            who.header,
          )
          .expect(200));
      }
      expect(body.summary.state).toBe('approved');
      return body.summary.id;
    };

    it('finds one, once, and says why no change covers it', async () => {
      await start();
      await deployed();
      await deployed();
      await deployed({ outcome: 'failed' });
      expect(await found()).toEqual([
        expect.objectContaining({
          entityRef: PAYMENTS,
          environment: 'production',
          version: '4.2.0',
          artifactDigest: DIGEST,
          reason: 'No change was planned for it at that time.',
        }),
      ]);
      const { body } = await started.get('/ledger/entries');
      const types = body.items.map(
        ({ canonical }: { canonical: string }) => JSON.parse(canonical).type,
      );
      expect(
        types.filter((type: string) => type === 'change.unauthorised.found'),
      ).toHaveLength(1);
    });

    it('counts what is tried again and fails, without another finding', async () => {
      await start();
      await deployed({ outcome: 'failed' });
      await deployed({ outcome: 'failed' });
      await deployed({ outcome: 'failed' });
      expect(await found()).toEqual([expect.objectContaining({ times: 3 })]);
    });

    it.each([
      ['a cancelled one', { outcome: 'cancelled' }, {}],
      ['one of staging', {}, { environment: 'staging' }],
    ])('passes over %s', async (_, payload, change) => {
      await start({
        ...settings,
        gate: {
          policies: [
            {
              ...settings.gate.policies[0],
              when: { environments: ['production'] },
            },
          ],
        },
      });
      await deployed(payload, change);
      expect(await found()).toEqual([]);
    });

    it('finds none under a change that was approved for it', async () => {
      await start();
      await approved();
      await deployed();
      expect(await found()).toEqual([]);
    });

    it('takes the approval away when something else is deployed', async () => {
      await start();
      const id = await approved();
      await deployed({ artifactDigest: OTHER });
      const [finding] = await found();
      expect(finding.reason).toMatch(
        /was approved for sha256:a+; sha256:b+ was/,
      );
      await knex('changes').update({ watched_at: 0 });
      await started.runTask('continuity-change-watch');
      const { body } = await started.get(`/changes/${id}`, anna.header);
      expect(body.summary).toMatchObject({
        state: 'awaiting-approval',
        suspended: true,
      });
      expect(body.suspension.because.join(' ')).toMatch(
        /deployed as sha256:b+/,
      );
    });

    it('is answered for once, by who owns the service, and stays quiet then', async () => {
      await start();
      await deployed({ outcome: 'failed' });
      const [{ id }] = await found('?open=true');
      const answer = (header: string) =>
        started.post(
          `/changes/unauthorised/${id}/resolution`,
          { reason: 'A drill' },
          header,
        );
      await answer(olga.header).expect(403);
      const { body } = await answer(anna.header).expect(200);
      expect(body).toMatchObject({
        resolvedBy: anna.ref,
        resolution: 'A drill',
      });
      expect(errorOf(await answer(anna.header).expect(409)).message).toMatch(
        /has answered for it already/,
      );
      expect(await found('?open=true')).toEqual([]);
      await deployed({ outcome: 'failed' });
      expect(await found('?open=true')).toEqual([]);
      expect(await found()).toEqual([expect.objectContaining({ times: 2 })]);
    });

    it('drafts the change that it should have had, by policy', async () => {
      await start({
        ...settings,
        changes: { unauthorised: { retrospective: true } },
      });
      await deployed();
      const [{ changeId }] = await found();
      const { body } = await started.get(`/changes/${changeId}`, anna.header);
      expect(body).toMatchObject({
        summary: { state: 'draft', class: 'emergency', retrospective: true },
        content: { entities: [PAYMENTS], digests: { [PAYMENTS]: DIGEST } },
      });
      // Its time is behind it; that is no reason to let it go.
      await started.runTask('continuity-change-watch');
      const later = await started.get(`/changes/${changeId}`, anna.header);
      expect(later.body.summary.state).toBe('draft');
    });

    it('lets a draft that was revised to a time to come begin no earlier than that', async () => {
      await start({
        ...settings,
        changes: { unauthorised: { retrospective: true } },
      });
      await deployed();
      const [{ changeId }] = await found();
      const content = {
        ...complete,
        class: 'emergency',
        incident: 'INC-1',
        window: hours(2, 4),
      };
      let { body } = await started
        .put(`/changes/${changeId}`, { revision: 1, content }, anna.header)
        .expect(200);
      const step = (path: string, event: object, header: string) =>
        started.post(
          `/changes/${changeId}/${path}`,
          { ...event, revision: body.summary.revision },
          header,
        );
      for (const event of ['assess', 'request-approval']) {
        ({ body } = await step('transitions', { event }, anna.header));
      }
      for (const who of [ben, carl]) {
        ({ body } = await step(
          'approvals',
          { decision: 'approve' },
          who.header,
        ));
      }
      expect(body.summary.state).toBe('approved');
      const refused = await step(
        'transitions',
        { event: 'start' },
        anna.header,
      ).expect(409);
      expect(errorOf(refused).message).toMatch(/It is planned for/);
    });

    it('finds nothing when nobody is to look', async () => {
      await start({
        ...settings,
        changes: { unauthorised: { when: false } },
      });
      const id = await approved();
      await deployed({ artifactDigest: OTHER });
      expect(await found()).toEqual([]);
      // What was approved is something else all the same.
      await knex('changes').update({ watched_at: 0 });
      await started.runTask('continuity-change-watch');
      const { body } = await started.get(`/changes/${id}`, anna.header);
      expect(body.summary.suspended).toBe(true);
    });
  },
);
