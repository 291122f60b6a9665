import fc from 'fast-check';
import { anyWorld, edgesFrom, graphOf, namesOf } from '../__testUtils__/worlds';
import type { GraphNode } from '../types';
import { simulateCascade } from './simulateCascade';

const MINUTE = 60;
const HOUR = 3600;

const NODES: GraphNode[] = [
  {
    node: 'shop',
    rtoSeconds: HOUR,
    rpoSeconds: 0,
    recoverySeconds: 10 * MINUTE,
  },
  { node: 'api', rtoSeconds: 4 * HOUR, recoverySeconds: 20 * MINUTE },
  { node: 'db', rpoSeconds: 5 * MINUTE, recoverySeconds: 30 * MINUTE },
  { node: 'mail' },
  { node: 'report', recoverySeconds: MINUTE },
  {
    node: 'spare',
    placements: [{ region: 'west' }, { region: 'east', role: 'standby' }],
  },
];
const EDGES = edgesFrom(
  'shop>api api>db shop~mail report~shop shop>p:psp shop>q:psp',
);

describe('an outage from beginning to end', () => {
  const graph = graphOf({ nodes: NODES, edges: EDGES });

  it('says who is back when, and who breaks what when', () => {
    const cascade = simulateCascade(graph, {
      down: ['db'],
      lengthSeconds: HOUR,
    });
    expect(
      cascade.nodes.map(({ node, state, backSeconds, exact }) => [
        node,
        state,
        backSeconds / MINUTE,
        exact,
      ]),
    ).toEqual([
      ['db', 'failed', 60, true],
      ['api', 'failed', 80, true],
      ['shop', 'failed', 90, true],
      ['report', 'degraded', 90, true],
    ]);
    expect(cascade.breaches).toEqual([
      {
        objective: 'rpo',
        node: 'shop',
        objectiveSeconds: 0,
        atSeconds: 0,
        lossSeconds: 5 * MINUTE,
        path: ['db', 'api', 'shop'],
      },
      {
        objective: 'rto',
        node: 'shop',
        objectiveSeconds: HOUR,
        atSeconds: HOUR,
        backSeconds: 90 * MINUTE,
        exact: true,
        path: ['db', 'api', 'shop'],
      },
    ]);
    expect([cascade.backSeconds, cascade.exact, cascade.missing]).toEqual([
      90 * MINUTE,
      true,
      [],
    ]);
  });

  it('degrades softly and names groups that hold', () => {
    const cascade = simulateCascade(graph, {
      down: ['mail', 'p'],
      lengthSeconds: MINUTE,
    });
    expect(cascade.nodes.map(({ node, state }) => [node, state])).toEqual([
      ['mail', 'failed'],
      ['p', 'failed'],
      ['report', 'degraded'],
      ['shop', 'degraded'],
    ]);
    expect(cascade.breaches).toEqual([]);
    expect(cascade.absorbed).toEqual([
      {
        owner: 'shop',
        group: 'psp',
        minAvailable: 1,
        failed: ['p'],
        left: ['q'],
      },
    ]);
  });

  it('names no group of somebody who fails for another reason', () => {
    const cascade = simulateCascade(
      graphOf({ nodes: [], edges: edgesFrom('shop>p:g shop>q:g shop>db') }),
      { down: ['p', 'db'], lengthSeconds: MINUTE },
    );
    expect(cascade.absorbed).toEqual([]);
  });

  it('is as long as it is known to be, and says so', () => {
    const cascade = simulateCascade(
      graphOf({ nodes: NODES, edges: edgesFrom('shop>x x>db') }),
      { down: ['db'], lengthSeconds: 0 },
    );
    expect([cascade.exact, cascade.missing]).toEqual([false, ['x']]);
    expect(cascade.nodes.at(-1)).toMatchObject({
      node: 'shop',
      backSeconds: 600,
      exact: false,
    });
  });

  it('degrades what fails over until the region is back', () => {
    const { nodes } = simulateCascade(graph, {
      regions: ['west'],
      lengthSeconds: HOUR,
    });
    expect(nodes).toEqual([
      {
        node: 'spare',
        hops: 0,
        path: ['spare'],
        state: 'degraded',
        backSeconds: HOUR,
        exact: true,
      },
    ]);
  });

  it.each([-1, NaN, Infinity])('refuses a length of %d', lengthSeconds => {
    expect(() =>
      simulateCascade(graph, { down: ['db'], lengthSeconds }),
    ).toThrow('lengthSeconds');
  });
});

it('never ends sooner when it lasts longer, nor before what is needed is back', () => {
  fc.assert(
    fc.property(
      anyWorld().chain(world =>
        fc.record({
          world: fc.constant(world),
          down: fc.subarray(namesOf(world)),
          times: fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }),
          lengths: fc.tuple(fc.nat(100), fc.nat(100)),
        }),
      ),
      ({ world, down, times, lengths }) => {
        const graph = graphOf({
          ...world,
          nodes: namesOf(world).map((node, at) => ({
            node,
            recoverySeconds: times[at],
          })),
        });
        const [shorter, longer] = [...lengths]
          .sort((a, b) => a - b)
          .map(lengthSeconds =>
            simulateCascade(graph, { down, lengthSeconds }),
          );
        const backIn = (cascade: typeof shorter) =>
          new Map(
            cascade.nodes.map(({ node, backSeconds }) => [node, backSeconds]),
          );
        const [early, late] = [backIn(shorter), backIn(longer)];
        const sooner = [...early].filter(
          ([node, back]) => (late.get(node) ?? -1) < back,
        );
        expect(sooner).toEqual([]);
        // Degraded nodes last as long as some failed one does, failed ones as long as what they need.
        const tooEarly = world.edges.filter(
          ({ from, to, group, strength }) =>
            group === undefined &&
            strength !== 'soft' &&
            !down.includes(from) &&
            shorter.nodes.some(
              ({ node, state }) => node === to && state === 'failed',
            ) &&
            (early.get(from) ?? -1) < (early.get(to) ?? 0),
        );
        expect(tooEarly).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
});
