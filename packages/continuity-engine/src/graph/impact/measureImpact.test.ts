import fc from 'fast-check';
import { slowOutcomes, slowStates } from '../__testUtils__/slowStates';
import {
  anyWorld,
  edgesFrom,
  graphOf,
  namesOf,
  type World,
} from '../__testUtils__/worlds';
import type { GraphNode, NodeState } from '../types';
import { measureImpact } from './measureImpact';

const worldOf = (text: string, nodes: GraphNode[] = []): World => ({
  nodes,
  edges: edgesFrom(text),
});

function reach(world: World, down: string[], regions: string[] = []) {
  const impact = measureImpact(graphOf(world), { down, regions });
  return {
    failed: impact.failed.slice().map(({ path }) => path.join('')),
    degraded: impact.degraded.slice().map(({ path }) => path.join('')),
  };
}

describe('what an outage reaches', () => {
  it.each<[string, string, string[], string[], string[]]>([
    ['nothing else', 'a>b', ['a'], ['a'], []],
    ['a hard chain', 'a>b b>c', ['c'], ['c', 'cb', 'cba'], []],
    ['a soft dependant', 'a~b b>c', ['c'], ['c', 'cb'], ['cba']],
    [
      'what depends on the degraded',
      'x>a y~a a~b',
      ['b'],
      ['b'],
      ['ba', 'bax', 'bay'],
    ],
    ['not past a group that holds', 'a>b:g a>c:g z>a', ['b'], ['b'], []],
    [
      'past a group that falls',
      'a>b:g a>c:g z>a',
      ['b', 'c'],
      ['b', 'c', 'ba', 'baz'],
      [],
    ],
    [
      'past a group by one cause',
      'a>b:g a>c:g b>d c>d',
      ['d'],
      ['d', 'db', 'dc', 'dba'],
      [],
    ],
    ['two of three', 'a>b:g2 a>c:g2 a>d:g2', ['c'], ['c'], []],
    [
      'fewer than two of three',
      'a>b:g2 a>c:g2 a>d:g2',
      ['c', 'd'],
      ['c', 'd', 'ca'],
      [],
    ],
    ['a soft group', 'a~b:g a~c:g', ['b', 'c'], ['b', 'c'], ['ba']],
    [
      'a group with a hard edge',
      'a>b:g a~c:g',
      ['b', 'c'],
      ['b', 'c', 'ba'],
      [],
    ],
    [
      'all of a group that is too small',
      'a>b:g3 a>c:g3',
      ['b'],
      ['b', 'ba'],
      [],
    ],
    ['a member that stands twice', 'a>b:g a>b:g a>c:g', ['b'], ['b'], []],
    ['a circle once', 'a>b b>c c>a', ['b'], ['b', 'ba', 'bac'], []],
    ['a loop', 'a>a', ['a'], ['a'], []],
    ['a degraded member', 'a>b:g2 a>c:g2 b~x', ['x'], ['x'], ['xb', 'xba']],
    ['the hard of parallel edges', 'a~b a>b', ['b'], ['b', 'ba'], []],
    ['the shorter way', 'a>b b>c a>c', ['c'], ['c', 'ca', 'cb'], []],
    [
      'the first of equal ways',
      'z>c z>b b>x c>x',
      ['x'],
      ['x', 'xb', 'xc', 'xbz'],
      [],
    ],
  ])('%s: %s', (_, text, down, failed, degraded) => {
    expect(reach(worldOf(text), down)).toEqual({ failed, degraded });
  });

  it('says in which wave a group was tipped', () => {
    const world = worldOf('a>b:g a>c:g c>d d>e');
    const impact = measureImpact(graphOf(world), { down: ['b', 'e'] });
    expect(impact.explain('a')).toEqual({
      node: 'a',
      hops: 3,
      path: ['e', 'd', 'c', 'a'],
    });
    expect(impact.explain('zz')).toBeUndefined();
  });

  it('refuses to be asked about what is not there', () => {
    const graph = graphOf(worldOf('a>b'));
    expect(() => measureImpact(graph, { down: ['c'] })).toThrow(
      '"c" is not a node of the graph',
    );
  });
});

describe('what a region takes along', () => {
  const world = worldOf('shop>api api>both shop>near', [
    { node: 'near', placements: [{ region: 'west' }] },
    { node: 'both', placements: [{ region: 'west' }, { region: 'east' }] },
    {
      node: 'spare',
      placements: [{ region: 'west' }, { region: 'east', role: 'standby' }],
    },
    { node: 'user', placements: [{ region: 'north' }] },
    { node: 'anywhere' },
  ]);
  world.edges.push({ from: 'user', to: 'spare' });

  it('is what runs only there; a standby degrades until it has taken over', () => {
    const impact = measureImpact(graphOf(world), { regions: ['west'] });
    expect(impact.failed.slice().map(({ node }) => node)).toEqual([
      'near',
      'shop',
    ]);
    expect(impact.degraded.slice().map(({ node }) => node)).toEqual([
      'spare',
      'user',
    ]);
    expect(impact.stateOf('both')).toBe('fine');
  });

  it('is more when several are down', () => {
    const impact = measureImpact(graphOf(world), { regions: ['west', 'east'] });
    expect(impact.stateOf('spare')).toBe('failed');
    expect(impact.stateOf('both')).toBe('failed');
    expect(impact.stateOf('anywhere')).toBe('fine');
  });
});

const anyQuestion = anyWorld().chain(world =>
  fc.record({
    world: fc.constant(world),
    down: fc.subarray(namesOf(world)),
  }),
);

function statesOf(world: World, down: string[]): Record<string, NodeState> {
  const known = new Set(namesOf(world));
  const impact = measureImpact(graphOf(world), { down });
  return Object.fromEntries(
    [...known].map(name => [name, impact.stateOf(name)]),
  );
}

const allFailed = (down: string[]) =>
  Object.fromEntries(down.map(name => [name, 'failed' as const]));

describe('laws of impact', () => {
  it('is what the definition says', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, down }) => {
        expect(statesOf(world, down)).toEqual(
          slowStates(world, allFailed(down)),
        );
      }),
      { numRuns: 4000 },
    );
  });

  it('explains each by a way that exists and is as long as the definition says', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, down }) => {
        const impact = measureImpact(graphOf(world), { down });
        const outcomes = slowOutcomes(world, allFailed(down));
        for (const { node, hops, path } of [
          ...impact.failed,
          ...impact.degraded,
        ]) {
          const { state, failedIn, disturbedIn } = outcomes[node];
          expect(hops).toBe(state === 'failed' ? failedIn : disturbedIn);
          expect(path).toHaveLength(hops + 1);
          expect(down).toContain(path[0]);
          expect(path[hops]).toBe(node);
          for (let at = 1; at <= hops; at++) {
            expect(
              world.edges.some(
                ({ from, to }) => from === path[at] && to === path[at - 1],
              ),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 2500 },
    );
  });

  it('never shrinks with another dependency', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.nat(7),
        fc.nat(7),
        fc.constantFrom('hard' as const, 'soft' as const),
        ({ world, down }, a, b, strength) => {
          const names = namesOf(world);
          const edge = {
            from: names[a % names.length],
            to: names[b % names.length],
            strength,
          };
          const before = statesOf(world, down);
          const after = statesOf(
            { ...world, edges: [...world.edges, edge] },
            down,
          );
          const worth = { fine: 0, degraded: 1, failed: 2 };
          for (const name of names) {
            expect(worth[after[name]]).toBeGreaterThanOrEqual(
              worth[before[name]],
            );
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never fails because of a soft dependency', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, down }) => {
        const soft = world.edges.map(edge => ({
          ...edge,
          strength: 'soft' as const,
        }));
        const impact = measureImpact(graphOf({ ...world, edges: soft }), {
          down,
        });
        expect(impact.failed.count).toBe(down.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in whatever order the graph was loaded', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, down }) => {
        const answer = (w: World) => {
          const impact = measureImpact(graphOf(w), { down });
          return [impact.failed.slice(), impact.degraded.slice()];
        };
        expect(
          answer({
            nodes: [...world.nodes].reverse(),
            edges: [...world.edges].reverse(),
          }),
        ).toEqual(answer(world));
      }),
      { numRuns: 1000 },
    );
  });
});
