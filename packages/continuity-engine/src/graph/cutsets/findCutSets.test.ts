import fc from 'fast-check';
import { edgesOfGates, type Gate } from '../__testUtils__/faultTrees';
import { slowFails } from '../__testUtils__/slowStates';
import {
  anyWorld,
  edgesFrom,
  graphOf,
  namesOf,
  type World,
} from '../__testUtils__/worlds';
import { findCutSets } from './findCutSets';

const cutSetsOf = (edges: World['edges'], root: string, maxSize: number) =>
  findCutSets(graphOf({ nodes: [], edges }), root, { maxSize });

/** Without the gates, which our graphs can lose as well, unlike a fault tree. */
function basicCutSets(gates: Record<string, Gate>, maxSize: number) {
  const { cutSets } = cutSetsOf(edgesOfGates(gates), 'TOP', maxSize);
  return cutSets
    .filter(set => set.every(event => !(event in gates)))
    .map(set => set.join(' '));
}

it('does not look into sizes that no set has', () => {
  // Any 21 of 40 make a group fail that needs 20; there are more than a hundred billion.
  const members = Array.from({ length: 40 }, (_, at) => `m${at}`);
  const edges = members.map(to => ({
    from: 'root',
    to,
    group: 'g',
    minAvailable: 20,
  }));
  const { cutSets, complete } = findCutSets(
    graphOf({ nodes: [], edges }),
    'root',
    { maxSize: 21, limit: 5 },
  );
  expect(cutSets.map(set => set.length)).toEqual([21, 21, 21, 21, 21]);
  expect(complete).toBe(false);
});

// What is expected follows by Boolean algebra, which each case states: a sum for "or", a
// product for "and", and x + x y = x.
describe('fault trees that can be multiplied out by hand', () => {
  it.each<[string, Record<string, Gate>, string[]]>([
    [
      '(A + B + C)(C + A B) = C + A B',
      {
        TOP: ['and', 'E1', 'E2'],
        E1: ['or', 'A', 'E3'],
        E3: ['or', 'B', 'C'],
        E2: ['or', 'C', 'E4'],
        E4: ['and', 'A', 'B'],
      },
      ['C', 'A B'],
    ],
    [
      'T + K2 + S (S1 + K1 + R) = T + K2 + S S1 + S K1 + S R',
      {
        TOP: ['or', 'T', 'E2'],
        E2: ['or', 'K2', 'E3'],
        E3: ['and', 'S', 'E4'],
        E4: ['or', 'S1', 'E5'],
        E5: ['or', 'K1', 'R'],
      },
      ['K2', 'T', 'K1 S', 'R S', 'S S1'],
    ],
    [
      // The bridge with the ways 1-4, 2-5, 1-3-5 and 2-3-4: it fails when each way does.
      // Published with the same ways and cuts in DMTH404 Statistics (Lovely Professional
      // University), unit 17.3.
      '(x1 + x4)(x2 + x5)(x1 + x3 + x5)(x2 + x3 + x4) = x1 x2 + x4 x5 + x1 x3 x5 + x2 x3 x4',
      {
        TOP: ['and', 'P14', 'P25', 'P135', 'P234'],
        P14: ['or', 'x1', 'x4'],
        P25: ['or', 'x2', 'x5'],
        P135: ['or', 'x1', 'x3', 'x5'],
        P234: ['or', 'x2', 'x3', 'x4'],
      },
      ['x1 x2', 'x4 x5', 'x1 x3 x5', 'x2 x3 x4'],
    ],
    [
      'two of three fail: any pair',
      { TOP: [2, 'pump1', 'pump2', 'pump3'] },
      ['pump1 pump2', 'pump1 pump3', 'pump2 pump3'],
    ],
  ])('%s', (_, gates, expected) => {
    expect(basicCutSets(gates, 4)).toEqual(expected);
  });
});

it.each<[string, string, string[]]>([
  ['gates are nodes that fail, too', 'r>a:g r>b:g a>c', ['a b', 'b c']],
  ['a common cause is enough', 'r>a:g r>b:g a>n b>n', ['n', 'a b']],
  [
    'single points are in no other set',
    'r>n r>a:g r>b:g a>n b>n',
    ['n', 'a b'],
  ],
  ['nothing soft is in any', 'r~a r~b:g r~c:g', []],
  [
    'circles add nothing',
    'r>a:g r>b:g a>c b>d c>a d>b',
    ['a b', 'a d', 'b c', 'c d'],
  ],
  ['circles through groups', 'r>a:g r>b:g a>r:h a>c:h b>r:h b>d:h', ['a b']],
])('%s: %s', (_, text, expected) => {
  const { cutSets, complete } = cutSetsOf(edgesFrom(text), 'r', 3);
  expect(cutSets.map(set => set.join(' '))).toEqual(expected);
  expect(complete).toBe(true);
});

/** Tries all sets up to a size, smaller first, and keeps those without a smaller inside. */
function slowCutSets(world: World, root: string, maxSize: number): string[][] {
  const names = namesOf(world).filter(name => name !== root);
  const found: string[][] = [];
  const grow = (set: string[], from: number, size: number) => {
    if (set.length === size) {
      const isMinimal = !found.some(cut => cut.every(n => set.includes(n)));
      if (isMinimal && slowFails(world, root, set)) found.push(set);
      return;
    }
    for (let next = from; next < names.length; next++) {
      grow([...set, names[next]], next + 1, size);
    }
  };
  for (let size = 1; size <= maxSize; size++) grow([], 0, size);
  return found;
}

it('are what trying all sets shows', () => {
  fc.assert(
    fc.property(
      anyWorld({ nodes: 7, edges: 16, soft: false }),
      fc.nat(6),
      fc.integer({ min: 1, max: 4 }),
      (world, pick, maxSize) => {
        const names = namesOf(world);
        fc.pre(names.length > 0);
        const root = names[pick % names.length];
        const { cutSets, complete } = findCutSets(graphOf(world), root, {
          maxSize,
        });
        expect(cutSets).toEqual(slowCutSets(world, root, maxSize));
        expect(complete).toBe(true);
      },
    ),
    { numRuns: 2500 },
  );
});

describe('what is out of reach', () => {
  // 12 groups of which any two members of one bring the root down.
  const edges = Array.from({ length: 12 }, (_, group) =>
    Array.from({ length: 20 }, (__, member) => ({
      from: 'r',
      to: `m${group}-${member}`,
      group: `g${group}`,
      minAvailable: 19,
    })),
  ).flat();
  const graph = graphOf({ nodes: [], edges });

  it('says that more were found than are listed', () => {
    const { cutSets, complete, because } = findCutSets(graph, 'r', {
      limit: 100,
    });
    expect(cutSets).toHaveLength(100);
    expect(complete).toBe(false);
    expect(because).toContain('more than the 100 that are listed');
  });

  it('says up to which size it got', () => {
    const deep = graphOf({
      nodes: [],
      edges: [
        ...edgesFrom('r>s'),
        ...edges.map(edge => ({ ...edge, minAvailable: 10 })),
      ],
    });
    const answer = findCutSets(deep, 'r', { maxSize: 12, effort: 300 });
    expect(answer.cutSets).toEqual([['s']]);
    expect(answer.complete).toBe(false);
    expect(answer.because).toMatch(/^Sets of more than \d+ would need more/);
  });

  it('refuses a size that is none', () => {
    expect(() => findCutSets(graph, 'r', { maxSize: 0 })).toThrow('maxSize: 0');
    expect(() => findCutSets(graph, 'nobody')).toThrow('"nobody" is not');
  });
});
