import fc from 'fast-check';
import { applyChanges } from './applyChanges';
import type { DependencyGraph } from './DependencyGraph';
import { anyWorld, graphOf, namesOf, type World } from './__testUtils__/worlds';
import { measureImpact } from './impact/measureImpact';
import type { NodeChange } from './types';

/** Everything that a graph says when it is asked. */
function account(graph: DependencyGraph) {
  const nodes = [...graph.nodes()].sort((a, b) => (a.node < b.node ? -1 : 1));
  return nodes.map(node => {
    const impact = measureImpact(graph, { down: [node.node] });
    return {
      node,
      declared: graph.declares(node.node),
      dependencies: graph
        .dependenciesOf(node.node)
        .map(edge => edge.to)
        .sort(),
      dependants: graph
        .dependantsOf(node.node)
        .map(edge => edge.from)
        .sort(),
      groups: graph
        .groupsOf(node.node)
        .sort((a, b) => (a.group < b.group ? -1 : 1)),
      failed: impact.failed.slice(),
      degraded: impact.degraded.slice(),
    };
  });
}

/** The same changes to the world as people would write it. */
function changed(world: World, changes: readonly NodeChange[]): World {
  let { nodes, edges } = world;
  for (const change of changes) {
    const name = 'removed' in change ? change.removed : change.node.node;
    nodes = nodes.filter(({ node }) => node !== name);
    edges = edges.filter(({ from }) => from !== name);
    if ('removed' in change) continue;
    nodes = [...nodes, change.node];
    edges = [...edges, ...change.edges];
  }
  return { nodes, edges };
}

const anyChange = (other: World): fc.Arbitrary<NodeChange> => {
  const name = fc.constantFrom('a', 'b', 'c', 'k', 'z');
  return fc.oneof(
    name.map(removed => ({ removed })),
    name.map(node => ({
      node: { node, kind: 'service', rtoSeconds: 60 },
      edges: other.edges.slice(0, 4).map(edge => ({ ...edge, from: node })),
    })),
  );
};

it('says after changes what a graph says that was built that way', () => {
  fc.assert(
    fc.property(
      anyWorld(),
      fc.array(anyWorld().chain(anyChange), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (world, changes, together) => {
        const before = graphOf(world);
        const said = account(before);
        let after = before;
        if (together) after = applyChanges(before, changes);
        else
          for (const change of changes) after = applyChanges(after, [change]);
        expect(account(after)).toEqual(
          account(graphOf(changed(world, changes))),
        );
        // Whoever reads the old one is not disturbed.
        expect(account(before)).toEqual(said);
      },
    ),
    { numRuns: 700 },
  );
});

it('keeps what others depend on as unknown when it is removed', () => {
  const graph = graphOf({
    nodes: [{ node: 'a' }, { node: 'b', kind: 'service' }],
    edges: [{ from: 'a', to: 'b' }],
  });
  const after = applyChanges(graph, [{ removed: 'b' }]);
  expect([after.has('b'), after.declares('b'), after.node('b')]).toEqual([
    true,
    false,
    { node: 'b' },
  ]);
  const last = applyChanges(after, [{ removed: 'a' }]);
  expect([last.nodeCount, last.edgeCount, last.has('b')]).toEqual([
    0,
    0,
    false,
  ]);
});

it.each([
  [
    'an edge of another node',
    { node: { node: 'a' }, edges: [{ from: 'b', to: 'a' }] },
    'has to begin there',
  ],
  [
    'a share above 1',
    { node: { node: 'a', availability: 1.1 }, edges: [] },
    'availability of a: 1.1 is not a share from 0 to 1',
  ],
  [
    'less than no time',
    { node: { node: 'a', rtoSeconds: -1 }, edges: [] },
    'rtoSeconds of a: -1 is not a number of seconds',
  ],
  [
    'no members at all',
    {
      node: { node: 'a' },
      edges: [{ from: 'a', to: 'b', group: 'g', minAvailable: 0 }],
    },
    'minAvailable of a -> b: 0 is not a whole number from 1',
  ],
  [
    'half a step',
    { node: { node: 'a' }, edges: [{ from: 'a', to: 'b', recoveryStep: 0.5 }] },
    'recoveryStep of a -> b: 0.5',
  ],
])('refuses %s and leaves the graph as it was', (_, change, message) => {
  const world = { nodes: [{ node: 'a' }], edges: [{ from: 'a', to: 'c' }] };
  const graph = graphOf(world);
  expect(() => applyChanges(graph, [change])).toThrow(message);
  expect(account(graph)).toEqual(account(graphOf(world)));
  expect(namesOf(world)).toEqual(['a', 'c']);
});

it('answers for the edges that were declared', () => {
  const edges = [
    { from: 'a', to: 'b', strength: 'hard' as const, source: 'dependsOn' },
    { from: 'a', to: 'b', strength: 'soft' as const, recoveryStep: 2 },
    {
      from: 'a',
      to: 'c',
      strength: 'soft' as const,
      group: 'g',
      minAvailable: 2,
    },
    {
      from: 'a',
      to: 'd',
      strength: 'soft' as const,
      group: 'g',
      minAvailable: 2,
    },
  ];
  const graph = graphOf({ nodes: [], edges });
  expect(graph.dependenciesOf('a')).toEqual(edges);
  expect(graph.dependantsOf('b')).toEqual(edges.slice(0, 2));
  expect(graph.dependantsOf('d')).toEqual(edges.slice(3));
  expect(graph.groupsOf('a')).toEqual([
    {
      owner: 'a',
      group: 'g',
      strength: 'soft',
      minAvailable: 2,
      members: ['c', 'd'],
    },
  ]);
});
