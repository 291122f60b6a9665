import type { Knex } from 'knex';
import { deployment, payments } from '../__testUtils__/entities';
import {
  errorOf,
  NOBODY,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';

jest.setTimeout(60_000);

const databases = bothDatabases();

describe.each(databases.eachId())('ledger routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(denied: string[] = []) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({ knex, entities: [payments], denied });
  }

  async function report(count: number) {
    await started
      .post('/evidence/batch', {
        items: Array.from({ length: count }, (_, i) =>
          deployment({ externalId: `run-${i}` }),
        ),
      })
      .expect(200);
  }

  afterEach(async () => {
    await started.stop();
  });

  it('gives entries under the checkpoint that covers them', async () => {
    await start();
    await report(4);
    const { body } = await started.get('/ledger/entries?from=1&limit=2');
    expect(body.items.map(({ index }: { index: number }) => index)).toEqual([
      1, 2,
    ]);
    expect(body.checkpoint.treeSize).toBe(4);
    const checkpoint = await started.get('/ledger/checkpoint').expect(200);
    expect(checkpoint.body).toEqual(body.checkpoint);
    const verification = await started.get('/ledger/verification').expect(200);
    expect(verification.body).toEqual({ ok: true, ...checkpoint.body });
  });

  it('names the row that somebody altered by hand', async () => {
    await start();
    await report(4);
    await knex('ledger_entries')
      .where('leaf_index', 2)
      .update({
        canonical: knex.raw(`replace(canonical, 'v1.4.2', 'v6.6.6')`),
      });
    const { body } = await started.get('/ledger/verification').expect(200);
    expect(body).toMatchObject({
      ok: false,
      index: 2,
      fault: 'altered',
      message: expect.stringContaining('2'),
    });
  });

  it('sequences what a dead process left behind when it starts', async () => {
    await start();
    await report(3);
    await started.stop();
    await knex('ledger_entries')
      .where('leaf_index', '>', 0)
      .update({ leaf_index: null, root_hash: null });
    const [first] = await knex('ledger_entries').where('leaf_index', 0);
    await knex('ledger_head').update({
      size: 1,
      root_hash: first.root_hash,
      frontier: JSON.stringify([first.leaf_hash]),
    });
    started = await startContinuity({ knex, entities: [payments] });
    const { body } = await started.get('/ledger/verification').expect(200);
    expect(body).toMatchObject({ ok: true, treeSize: 3 });
  });

  it('refuses what is asked for wrongly and names the field', async () => {
    await start();
    for (const [field, query] of [
      ['from', 'from=-1'],
      ['limit', 'limit=1001'],
      ['limit', 'limit=x'],
      ['colour', 'colour=red'],
    ]) {
      const answer = await started.get(`/ledger/entries?${query}`).expect(400);
      expect(errorOf(answer).message).toContain(field);
    }
  });

  it('shows the ledger to those only who may read it', async () => {
    await start(['continuity.ledger.read']);
    for (const path of ['entries', 'checkpoint', 'verification']) {
      await started.get(`/ledger/${path}`, NOBODY).expect(401);
      const answer = await started.get(`/ledger/${path}`).expect(403);
      expect(errorOf(answer).message).toContain('continuity.ledger.read');
    }
  });
});
