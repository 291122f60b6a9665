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
import { composeAvailability } from './composeAvailability';

/** A fault tree whose gates never fail by themselves. */
function treeAvailability(
  gates: Record<string, Gate>,
  fails: Record<string, number>,
) {
  const edges = edgesOfGates(gates);
  const names = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = [...names].map(node => ({
    node,
    availability: 1 - (fails[node] ?? 0),
  }));
  return composeAvailability(graphOf({ nodes, edges }), 'TOP');
}

const BRIDGE: Record<string, Gate> = {
  TOP: ['and', 'P14', 'P25', 'P135', 'P234'],
  P14: ['or', 'x1', 'x4'],
  P25: ['or', 'x2', 'x5'],
  P135: ['or', 'x1', 'x3', 'x5'],
  P234: ['or', 'x2', 'x3', 'x4'],
};

const each = (names: string[], fails: number) =>
  Object.fromEntries(names.map(name => [name, fails]));

describe('structures that can be worked out by hand', () => {
  it('a tree in which nothing is shared: 1 - (1 - t)(1 - k)(1 - s (1 - (1 - a)(1 - b)(1 - c)))', () => {
    // The logic of a tank that bursts by itself (t), when its pump cannot be stopped (k),
    // or when its switch (s) and any of three that would cut it off fail. Nothing occurs
    // twice, so failures multiply: "or" by what works, "and" by what fails.
    const [t, k, s, a, b, c] = [0.05, 0.03, 0.2, 0.03, 0.04, 0.1];
    const { lower, upper, exact } = treeAvailability(
      {
        TOP: ['or', 't', 'E2'],
        E2: ['or', 'k', 'E3'],
        E3: ['and', 's', 'E4'],
        E4: ['or', 'a', 'E5'],
        E5: ['or', 'b', 'c'],
      },
      { t, k, s, a, b, c },
    );
    expect(exact).toBe(true);
    expect(lower).toBe(upper);
    const cut = 1 - (1 - a) * (1 - b) * (1 - c);
    expect(lower).toBeCloseTo((1 - t) * (1 - k) * (1 - s * cut), 14);
  });

  it.each([0.5, 0.9, 0.99])(
    'the bridge of components that work %d of the time, by whether its middle does',
    p => {
      // With the middle: two pairs in series, each of two that stand in for each other.
      // Without it: two ways of two in series that stand in for each other.
      const one = 1 - (1 - p) ** 2;
      const expected = p * one ** 2 + (1 - p) * (1 - (1 - p ** 2) ** 2);
      // The same, multiplied out.
      expect(expected).toBeCloseTo(
        2 * p ** 2 + 2 * p ** 3 - 5 * p ** 4 + 2 * p ** 5,
        12,
      );
      const fails = each(['x1', 'x2', 'x3', 'x4', 'x5'], 1 - p);
      expect(treeAvailability(BRIDGE, fails).lower).toBeCloseTo(expected, 12);
    },
  );

  it.each([0.5, 0.9, 0.99])(
    'two of three that work %d of the time: all three, or any two and not the third',
    p => {
      const fails = each(['a', 'b', 'c'], 1 - p);
      expect(
        treeAvailability({ TOP: [2, 'a', 'b', 'c'] }, fails).lower,
      ).toBeCloseTo(p ** 3 + 3 * p ** 2 * (1 - p), 12);
    },
  );
});

describe('what is shared', () => {
  it('counts once', () => {
    const graph = graphOf({
      nodes: ['r', 'a', 'b', 'n'].map(node => ({ node, availability: 0.9 })),
      edges: edgesFrom('r>a:g r>b:g a>n b>n'),
    });
    // r and n, and not both of a and b: not (1 - (1 - 0.81) ** 2) times r.
    expect(composeAvailability(graph, 'r').lower).toBeCloseTo(
      0.9 * 0.9 * 0.99,
      12,
    );
  });
});

describe('what nobody declared', () => {
  const nodes = [
    { node: 'r', availability: 0.99 },
    { node: 'a', availability: 0.9 },
    { node: 'f', kind: 'business-function' },
  ];

  it('makes bounds and is named', () => {
    const graph = graphOf({ nodes, edges: edgesFrom('r>a:g r>b:g r~c f>r') });
    const answer = composeAvailability(graph, 'f');
    expect(answer).toEqual({
      root: 'f',
      lower: expect.closeTo(0.99 * 0.9, 12),
      upper: expect.closeTo(0.99, 12),
      exact: false,
      because:
        '1 node has no declared availability; the bounds are for never and always.',
      missing: ['b'],
      missingCount: 1,
    });
  });

  it('leaves nothing certain when everything needs it', () => {
    const graph = graphOf({ nodes, edges: edgesFrom('r>b') });
    const { lower, upper } = composeAvailability(graph, 'r');
    expect([lower, upper]).toEqual([0, 0.99]);
  });
});

/** Adds up the probabilities of all states in which the root works. */
function slowAvailability(
  world: World,
  root: string,
  works: Record<string, number>,
): number {
  const names = namesOf(world);
  let sum = 0;
  for (let state = 0; state < 2 ** names.length; state++) {
    const failed = names.filter((_, bit) => Math.floor(state / 2 ** bit) % 2);
    if (slowFails(world, root, failed)) continue;
    sum += names.reduce(
      (product, name) =>
        product * (failed.includes(name) ? 1 - works[name] : works[name]),
      1,
    );
  }
  return sum;
}

const anyQuestion = anyWorld({ nodes: 6, edges: 14 }).chain(world => {
  const names = namesOf(world);
  return fc.record({
    world: fc.constant(world),
    root: fc.constantFrom(...(names.length > 0 ? names : ['a'])),
    shares: fc.array(fc.constantFrom(0, 0.3, 0.5, 0.9, 0.99, 1), {
      minLength: 6,
      maxLength: 6,
    }),
  });
});

function declared(world: World, shares: number[]) {
  const names = namesOf(world);
  const works = Object.fromEntries(
    names.map((name, index) => [name, shares[index]]),
  );
  return {
    works,
    graph: graphOf({
      ...world,
      nodes: names.map(node => ({ node, availability: works[node] })),
    }),
  };
}

describe('laws of availability', () => {
  it('is the sum over all states', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, root, shares }) => {
        fc.pre(namesOf(world).length > 0);
        const { works, graph } = declared(world, shares);
        const { lower, upper, exact } = composeAvailability(graph, root);
        expect(exact).toBe(true);
        expect(lower).toBe(upper);
        expect(lower).toBeCloseTo(slowAvailability(world, root, works), 10);
      }),
      { numRuns: 1200 },
    );
  });

  it('has bounds that hold where it is out of reach', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, root, shares }) => {
        fc.pre(namesOf(world).length > 0);
        const { works, graph } = declared(world, shares);
        const bounds = composeAvailability(graph, root, { effort: 2 });
        const truth = slowAvailability(world, root, works);
        expect(bounds.lower).toBeLessThanOrEqual(truth + 1e-12);
        expect(bounds.upper).toBeGreaterThanOrEqual(truth - 1e-12);
        expect(bounds.exact || bounds.because).toBeTruthy();
      }),
      { numRuns: 1200 },
    );
  });
});
