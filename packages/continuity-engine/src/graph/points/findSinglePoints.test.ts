import fc from 'fast-check';
import { slowFails } from '../__testUtils__/slowStates';
import {
  anyWorld,
  edgesFrom,
  graphOf,
  namesOf,
  type World,
} from '../__testUtils__/worlds';
import { defaultRoots } from './defaultRoots';
import { explainSinglePoint } from './explainSinglePoint';
import { findSinglePoints } from './findSinglePoints';

/** Fails every node by itself and looks. */
function slowPoints(world: World, roots: string[]) {
  return namesOf(world)
    .map(node => ({
      node,
      roots: roots.filter(
        root => root !== node && slowFails(world, root, [node]),
      ),
    }))
    .filter(point => point.roots.length > 0)
    .sort(
      (a, b) => b.roots.length - a.roots.length || (a.node < b.node ? -1 : 1),
    );
}

const pointsOf = (text: string, ...roots: string[]) =>
  Object.fromEntries(
    findSinglePoints(
      graphOf({ nodes: [], edges: edgesFrom(text) }),
      roots.length > 0 ? roots : undefined,
    )
      .slice()
      .map(point => [point.node, point.roots.join('')]),
  );

describe('single points of failure', () => {
  it.each<[string, string, string[], Record<string, string>]>([
    ['along hard dependencies', 'r>a a>b r~c', ['r'], { a: 'r', b: 'r' }],
    ['not in a group that holds', 'r>a:g r>b:g', ['r'], {}],
    ['behind all members of a group', 'r>a:g r>b:g a>n b>n', ['r'], { n: 'r' }],
    [
      'behind enough members',
      'r>a:g2 r>b:g2 r>c:g2 a>n b>n c>m',
      ['r'],
      { n: 'r' },
    ],
    [
      'below what is behind all',
      'r>a:g r>b:g a>n b>n n>k',
      ['r'],
      { n: 'r', k: 'r' },
    ],
    [
      'through groups in groups',
      'r>a:g r>b:g a>c:g a>d:g c>n d>n b>n',
      ['r'],
      { n: 'r' },
    ],
    ['one member behind the other', 'r>a:g r>b:g b>a', ['r'], { a: 'r' }],
    ['ranked by what falls', 'r>a s>a s>b', ['r', 's'], { a: 'rs', b: 's' }],
    [
      'roots for each other, not for themselves',
      'r>s s>r',
      ['r', 's'],
      { r: 's', s: 'r' },
    ],
    [
      'in a circle through a group',
      'r>a:g r>b:g a>r b>r',
      ['a', 'r'],
      { r: 'a' },
    ],
    ['the member of a group of one', 'r>a:g', ['r'], { a: 'r' }],
  ])('%s: %s', (_, text, roots, expected) => {
    expect(pointsOf(text, ...roots)).toEqual(expected);
  });

  it('take business functions as roots, or what nothing depends on', () => {
    const edges = edgesFrom('r>a s>r s>s');
    expect(defaultRoots(graphOf({ nodes: [], edges }))).toEqual(['s']);
    expect(
      defaultRoots(
        graphOf({ nodes: [{ node: 'r', kind: 'business-function' }], edges }),
      ),
    ).toEqual(['r']);
  });

  it('are what failing each node shows', () => {
    fc.assert(
      fc.property(
        anyWorld({ nodes: 9, edges: 18 }).chain(world =>
          fc.record({
            world: fc.constant(world),
            roots: fc.subarray(namesOf(world), { minLength: 1 }),
          }),
        ),
        ({ world, roots }) => {
          expect(findSinglePoints(graphOf(world), roots).slice()).toEqual(
            slowPoints(world, roots),
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('are right for more roots than fit into one block', () => {
    // Every root has its own group of two behind one network; all share a power supply.
    const count = 300;
    const roots = Array.from({ length: count }, (_, index) => `r${index}`);
    const edges = roots.flatMap((root, index) =>
      edgesFrom(
        `${root}>a${index}:g ${root}>b${index}:g a${index}>n${index} b${index}>n${index} n${index}>power`,
      ),
    );
    const points = findSinglePoints(graphOf({ nodes: [], edges }), roots);
    expect(points.count).toBe(count + 1);
    expect(points.slice(0, 1)).toEqual([
      { node: 'power', roots: [...roots].sort() },
    ]);
    expect(points.rootsOf('n299')).toEqual(['r299']);
    expect([points.countFor('a1'), points.countFor('nobody')]).toEqual([0, 0]);
  });

  it('are never members of a group that survives their failure', () => {
    fc.assert(
      fc.property(anyWorld(), world => {
        // A root that depends on nothing but two members without dependencies.
        const edges = [
          ...world.edges,
          ...edgesFrom('top>m:g top>n:g m>k:g m>l:g'),
        ];
        const points = findSinglePoints(graphOf({ ...world, edges }), ['top']);
        expect(points.count).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the explanation of a single point of failure', () => {
  const graph = graphOf({
    nodes: [],
    edges: edgesFrom('r>a:g r>b:g a>n b>n n>k s>r:one'),
  });

  it('names the path, the groups that fall and how to keep them apart', () => {
    expect(explainSinglePoint(graph, 'n', 'r')).toEqual({
      node: 'n',
      root: 'r',
      path: ['n', 'a', 'r'],
      tippedGroups: [
        {
          owner: 'r',
          group: 'g',
          minAvailable: 1,
          members: ['a', 'b'],
          failed: ['a', 'b'],
        },
      ],
      shield:
        'Group g of r can do without 1 of its 2 members, but n takes down a, b at once: make all but 1 of them independent of n.',
    });
  });

  it('asks for a stand-in where there is no group', () => {
    const hard = graphOf({ nodes: [], edges: edgesFrom('r>a r>b a>n b>n') });
    expect(explainSinglePoint(hard, 'n', 'r')?.shield).toBe(
      'Give n a stand-in that fails independently of it, and declare both as one redundancy group in a, b; or make it a soft dependency there, if they can do without it.',
    );
  });

  it('asks for more members of a group that needs all', () => {
    expect(explainSinglePoint(graph, 'r', 's')?.shield).toBe(
      'Group one of s needs all of its 1 members: add members until it can do without one.',
    );
  });

  it('is only given for what is one', () => {
    expect(explainSinglePoint(graph, 'a', 'r')).toBeUndefined();
    expect(explainSinglePoint(graph, 'r', 'r')).toBeUndefined();
    expect(() => explainSinglePoint(graph, 'a', 'x')).toThrow('"x" is not');
  });
});
