import { createWorld, anybody } from '../calendars/__testUtils__/world';
import { bank } from './__testUtils__/bank';
import { CatalogGraph } from './CatalogGraph';
import { AllFindings } from './findings/AllFindings';
import { GraphQuestions } from './GraphQuestions';
import { ImpactService } from './impact/ImpactService';
import { readImpactRequest } from './impact/readImpactRequest';
import { NeighbourhoodService } from './neighbourhood/NeighbourhoodService';
import { PointsService } from './points/PointsService';
import type { Traffic } from './observed/Traffic';
import { GraphView } from './view/GraphView';

const ALL = bank.map(
  ({ kind, metadata: { name } }) => `${kind.toLowerCase()}:default/${name}`,
);

/** The bank, for somebody who may not see some of it. */
function setUp(...hidden: string[]) {
  const world = createWorld(bank, {
    visible: new Set(ALL.filter(ref => !hidden.includes(ref))),
  });
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
  return { world, projection, questions };
}

const NETWORK = 'resource:default/network';
const ORDERS = 'component:default/orders';

describe('what the caller may not see', () => {
  it('is counted in an impact and named nowhere, not even on a path', async () => {
    const { questions } = setUp(ORDERS);
    const answer = await new ImpactService(questions).impact(
      readImpactRequest({ down: ['resource:default/orders-db'] }),
      anybody,
    );
    expect(answer.totals).toMatchObject({ total: 4, hidden: 1 });
    expect(answer.totalItems).toBe(3);
    expect(JSON.stringify(answer)).not.toContain(ORDERS);
    expect(JSON.stringify(answer)).not.toContain('team-b"},"failed":1');
    expect(answer.items[0].path[1].node).toEqual({ id: 'hidden-1' });
    expect(answer.picture.groups).toEqual([
      expect.objectContaining({
        count: 1,
        title: '1 that you may not see',
        filter: { hidden: true },
      }),
    ]);
  });

  it('is as unknown as what is not there, when it is asked about', async () => {
    const { questions } = setUp(ORDERS);
    const impact = new ImpactService(questions);
    const ask = async (ref: string) =>
      impact.impact(readImpactRequest({ down: [ref] }), anybody);
    const hidden = await ask(ORDERS);
    const absent = await ask('component:default/nothing');
    expect(hidden.unknown).toEqual([ORDERS]);
    expect({ ...hidden, unknown: [] }).toEqual({ ...absent, unknown: [] });
  });

  it('is not named in what would shield a root', async () => {
    const { questions } = setUp(NETWORK, 'resource:default/psp-b');
    const points = await new PointsService(questions).find({}, anybody);
    expect(points.hidden).toBe(1);
    expect(JSON.stringify(points)).not.toMatch(/network|psp-b/);
  });

  it('is not named in a finding about something that may be seen', async () => {
    const { questions, projection } = setUp(NETWORK);
    const snapshot = await projection.current();
    if (!snapshot) throw new Error('There is no graph');
    const traffic: Pick<Traffic, 'observed'> = {
      observed: async () => ({
        calls: [],
        seen: new Set(),
        unmatched: new Map(),
        sources: [],
        revision: '',
      }),
    };
    const all = await new AllFindings({
      traffic,
      tiers: questions.tiers,
      unseenAfterMs: 1,
      now: Date.now,
    }).of(snapshot);
    const named = all.filter(({ message, remedy }) =>
      `${message} ${remedy}`.includes(NETWORK),
    );
    expect(named.length).toBeGreaterThan(0);
    const { view } = await questions.ask(anybody);
    for (const { message, remedy } of named) {
      expect(view.words(`${message} ${remedy}`)).not.toContain('network');
      const mentions = view.mentions([message, remedy]);
      expect(mentions.map(({ ref }) => ref)).not.toContain(NETWORK);
      expect(mentions.length).toBeGreaterThan(0);
    }
  });

  it('shows a ref that is in no catalog to who sees who names it', async () => {
    const { projection } = setUp();
    const snapshot = await projection.current();
    if (!snapshot) throw new Error('There is no graph');
    const view = new GraphView(snapshot, new Set(['component:default/shop']));
    expect(view.sees('component:default/nothing')).toBe(false);
    expect(view.node('component:default/shop').ref).toBeDefined();
  });

  it('answers 404 for a neighbourhood that may not be seen', async () => {
    const { questions, world } = setUp(ORDERS);
    const service = new NeighbourhoodService({
      questions,
      access: world.access,
      findings: { about: async () => [] },
    });
    await expect(service.around(ORDERS, anybody)).rejects.toThrow(/no entity/);
  });
});

describe('a graph whose catalog cannot be read', () => {
  it('stays in place and says that it is stale', async () => {
    const { questions, world } = setUp();
    expect((await questions.ask(anybody)).freshness.state).toBe('fresh');
    const snapshot = await world.projection.current();
    world.projection.current = async () => snapshot;
    world.projection.lastProblem = () => 'The catalog is away';
    world.state.now += 11 * 60_000;
    const asked = await questions.ask(anybody);
    expect(asked.freshness).toMatchObject({
      state: 'stale',
      lastProblem: 'The catalog is away',
    });
    expect(asked.snapshot.graph.nodeCount).toBe(9);
  });

  it('is not answered from at all before it was ever read', async () => {
    const { questions, world } = setUp();
    world.projection.current = async () => undefined;
    await expect(questions.ask(anybody)).rejects.toThrow(/not been read/);
  });
});
