import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import backups from './__testUtils__/backups/module';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const SHOWN = path.join(__dirname, '__testUtils__', 'backups');
const PAGE = path.resolve(__dirname, '../../../../docs/extending.md');

it('is shown in the documentation as it is run here', () => {
  const page = readFileSync(PAGE, 'utf8');
  const shown = [
    ...page.matchAll(/^```ts title="(.+)"\n([\s\S]*?)^```$/gm),
  ].map(([, file, code]) => [file, code]);
  expect(shown.map(([file]) => file)).toEqual([
    'backup.ts',
    'backupWithinRpo.ts',
    'BackupCollector.ts',
    'module.ts',
  ]);
  for (const [file, code] of shown) {
    expect(code).toBe(readFileSync(path.join(SHOWN, file), 'utf8'));
  }
});

const databases = bothDatabases();

const service = (name: string, job: string | undefined): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    ...(job !== undefined && {
      annotations: { 'acme.example/backup-job': job },
    }),
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'team',
    continuity: {
      tier: 'tier-1',
      rto: 'PT1H',
      rpo: 'PT24H',
      environments: [{ name: 'production' }],
    },
  },
});

describe.each(databases.eachId())('an own collector on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  let system: Server;
  let answer: { status: number; body: unknown; headers?: object };

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    system = createServer((_, response) =>
      response
        .writeHead(answer.status, { ...answer.headers })
        .end(JSON.stringify(answer.body)),
    );
    await new Promise<void>(resolve => system.listen(0, '127.0.0.1', resolve));
    const { port } = system.address() as AddressInfo;
    started = await startContinuity({
      knex,
      entities: [
        service('payments', 'payments-nightly'),
        service('mail', 'mail-nightly'),
        service('shop', 'shop-nightly'),
        service('wiki', undefined),
      ],
      modules: [backups],
      otherConfig: { acme: { backups: { url: `http://127.0.0.1:${port}` } } },
      config: {
        gate: {
          policies: [
            {
              id: 'backups',
              title: 'Nothing is deployed without a backup',
              checks: [{ check: 'backup-within-rpo', otherwise: 'deny' }],
            },
          ],
        },
      },
    });
  });

  afterEach(async () => {
    await started.stop();
    await new Promise(resolve => system.close(resolve));
  });

  const ago = (hours: number) =>
    new Date(Date.now() - hours * HOUR).toISOString();
  const decide = async (name: string) => {
    const { body } = await started
      .post('/gate/decisions', {
        entity: `component:default/${name}`,
        environment: 'production',
        dryRun: true,
      })
      .expect(200);
    return body;
  };
  const collector = async () => {
    const { body } = await started.get('/operations/collectors').expect(200);
    return body.items[0];
  };

  it('answers the gate with what another system says', async () => {
    answer = {
      status: 200,
      body: [
        { job: 'payments-nightly', state: 'ok', snapshotAt: ago(3) },
        { job: 'mail-nightly', state: 'ok', snapshotAt: ago(30) },
      ],
    };
    expect(await decide('payments')).toMatchObject({ verdict: 'deny' });
    await started.runTask('continuity-collector-backups');
    expect(await decide('payments')).toMatchObject({ verdict: 'allow' });
    const old = await decide('mail');
    expect(old).toMatchObject({ verdict: 'deny' });
    expect(JSON.stringify(old)).toContain('Run mail-nightly now');
    expect(await decide('shop')).toMatchObject({ verdict: 'deny' });
    expect(await decide('wiki')).toMatchObject({ verdict: 'deny' });
    expect(await collector()).toMatchObject({
      title: 'Backup system',
      reports: { accepted: 2, unchanged: 0, refused: 0 },
      problems: [
        {
          entityRef: 'component:default/shop',
          place: 'shop-nightly',
          reason: 'The backup system knows no job shop-nightly.',
        },
      ],
    });
  });

  it('has what a failed backup says repaired', async () => {
    answer = {
      status: 200,
      body: [{ job: 'payments-nightly', state: 'error', snapshotAt: ago(1) }],
    };
    await started.runTask('continuity-collector-backups');
    const decision = await decide('payments');
    expect(decision).toMatchObject({ verdict: 'deny' });
    expect(JSON.stringify(decision)).toContain(
      'Find out why payments-nightly failed',
    );
  });

  it.each([
    [{ status: 503, body: {}, headers: { 'retry-after': '600' } }, '503'],
    [{ status: 200, body: { hello: 'world' } }, 'something else'],
  ])('says that the system cannot be asked: %j', async (given, reason) => {
    answer = given;
    await started.runTask('continuity-collector-backups');
    expect(await collector()).toMatchObject({
      failures: 1,
      failing: { reason: expect.stringContaining(reason) },
    });
    expect(await decide('payments')).toMatchObject({ verdict: 'deny' });
  });
});
