import { performance } from 'node:perf_hooks';
import { anybody, createWorld } from '../calendars/__testUtils__/world';
import { entity } from './__testUtils__/bank';
import { BlastRadii } from './BlastRadii';
import { CatalogGraph } from './CatalogGraph';
import { CutSetsService } from './cutsets/CutSetsService';
import { engineFindings } from './findings/engineFindings';
import { GraphQuestions } from './GraphQuestions';
import { GraphStatusService } from './GraphStatusService';
import { ImpactService } from './impact/ImpactService';
import { NeighbourhoodService } from './neighbourhood/NeighbourhoodService';
import { PointsService } from './points/PointsService';
import { WavesService } from './waves/WavesService';

jest.setTimeout(60_000);

const SIZE = 6_000;
const DB = 'resource:default/db';
const service = (index: number) => `component:default/c${index}`;

/** Services in rows of three behind one database, and what people see of them. */
function setUp() {
  const world = createWorld([
    entity('Resource:default/db', { type: 'saas' }),
    ...Array.from({ length: SIZE }, (_, index) =>
      entity(`Component:default/c${index}`, {
        owner: `group:default/team-${index % 50}`,
        relations: {
          dependsOn: index % 3 === 0 ? [DB] : [service(index - 1)],
        },
      }),
    ),
    entity('BusinessFunction:default/sell', {
      tier: 'tier-1',
      supportedBy: [service(SIZE - 1), service(2)],
    }),
  ]);
  const projection = new CatalogGraph({
    projection: world.projection,
    tiers: world.settings.tiers,
    rules: { parts: 'hard' },
  });
  const questions = new GraphQuestions({
    projection,
    visibility: world.visibility,
    tiers: world.settings.tiers.tiers,
    maxAge: 'PT10M',
    now: world.now,
  });
  const { access } = world;
  const impact = new ImpactService(questions);
  const neighbourhood = new NeighbourhoodService({
    questions,
    access,
    findings: { about: async () => [] },
  });
  const outage = {
    down: [DB],
    regions: [],
    filter: {},
    page: { limit: 10 },
    breached: false,
  };
  return {
    world,
    current: () => projection.current(),
    ask: {
      impact: () => impact.impact(outage, anybody),
      csv: () => impact.csv(outage, anybody),
      points: () =>
        new PointsService(questions).find({ roots: [service(2)] }, anybody),
      findings: async () => {
        const snapshot = await projection.current();
        return snapshot && engineFindings(snapshot, world.settings.tiers.tiers);
      },
      course: () => impact.impact({ ...outage, seconds: 3_600 }, anybody),
      around: () => neighbourhood.around(DB, anybody),
      list: () =>
        neighbourhood.list(
          DB,
          { direction: 'dependants', filter: {}, page: { limit: 10 } },
          anybody,
        ),
      waves: () =>
        new WavesService({ questions, access }).plan(
          { impactOf: { down: [DB] }, purpose: 'recovery' },
          anybody,
        ),
      cutSets: () =>
        new CutSetsService({ questions, access }).find(
          { root: service(SIZE - 1) },
          anybody,
        ),
      status: () =>
        new GraphStatusService({
          questions,
          traffic: { present: async () => [] },
        }).status(anybody),
      gate: () =>
        new BlastRadii({
          graph: projection,
          maxAge: 'PT10M',
          now: world.now,
        }).of(DB, async refs => new Set(refs)),
    },
  };
}

/** How often the process answered others while it did some work. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let working = true;
  const next = () => {
    turns += 1;
    if (working) setImmediate(next);
  };
  setImmediate(next);
  await work();
  working = false;
  return turns;
}

// On a clock on which each step of work takes a second, so that it counts steps, not time.
describe('a question about everything', () => {
  let now = 0;

  beforeEach(() => {
    now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  });

  afterEach(() => jest.restoreAllMocks());

  const { ask, current, world } = setUp();

  it('lets others have their turn while the graph is built and changed', async () => {
    expect(await turnsDuring(current)).toBeGreaterThan(SIZE);
    world.change(entity('Component:default/c1', { relations: {} }));
    expect(await turnsDuring(current)).toBeGreaterThan(10);
  });

  it.each([
    ['impact', 30],
    ['csv', 40],
    ['points', 10],
    ['findings', 60],
    ['course', 60],
    ['around', 40],
    ['list', 30],
    ['waves', 100],
    ['cutSets', 5],
    ['status', 10],
    ['gate', 10],
  ] as const)('lets others have their turn: %s', async (question, turns) => {
    await current();
    expect(await turnsDuring(ask[question])).toBeGreaterThan(turns);
  });
});
