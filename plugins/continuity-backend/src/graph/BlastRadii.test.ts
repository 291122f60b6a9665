import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  PIPELINE,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bank } from './__testUtils__/bank';

jest.setTimeout(60_000);

const databases = bothDatabases();

describe('the blast radius in the gate', () => {
  let knex: Knex;
  let started: StartedContinuity;

  beforeAll(async () => {
    knex = await databases.migrated('SQLITE_3');
    started = await startContinuity({
      knex,
      entities: bank,
      config: {
        gate: {
          policies: [
            {
              id: 'core',
              when: { tiers: ['tier-2'] },
              blastRadius: {
                businessFunctions: 0,
                otherwise: 'needs-approval',
              },
            },
            {
              id: 'rest',
              when: { tiers: ['tier-1', 'tier-4'] },
              calendars: 'all',
            },
          ],
        },
      },
    });
    // The gate does not wait for the graph; whoever asks the graph does.
    await started.get('/graph/status');
  });

  afterAll(() => started.stop());

  const reason = async (entity: string) => {
    const { body } = await started.post(
      '/gate/decisions',
      { entity, environment: 'production', dryRun: true },
      PIPELINE,
    );
    return [
      body.verdict,
      body.reasons.find(
        ({ rule }: { rule: string }) => rule === 'blast-radius',
      ),
    ];
  };

  it('asks for approval where a policy bounds it, with what would fall', async () => {
    expect(await reason('component:default/orders')).toEqual([
      'needs-approval',
      expect.objectContaining({
        policy: 'core',
        verdict: 'needs-approval',
        explanation: expect.stringContaining('1 business function: Sell'),
        remedy: expect.any(String),
      }),
    ]);
  });

  it('informs where none does, and says nothing where nothing would fail', async () => {
    expect(await reason('component:default/recommender')).toEqual([
      'allow',
      expect.objectContaining({
        verdict: 'allow',
        explanation: expect.stringContaining('0 others fail and 2 degrade'),
      }),
    ]);
  });
});
