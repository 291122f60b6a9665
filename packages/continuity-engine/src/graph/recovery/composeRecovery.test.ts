import { edgesFrom, graphOf } from '../__testUtils__/worlds';
import type { GraphEdge } from '../types';
import { composeRecovery } from './composeRecovery';

/** Minutes of own recovery by node. */
function recover(
  edges: GraphEdge[],
  minutes: Record<string, number>,
  node = 'a',
) {
  const graph = graphOf({
    nodes: Object.entries(minutes).map(([name, m]) => ({
      node: name,
      recoverySeconds: m * 60,
    })),
    edges,
  });
  const { seconds, exact, path, missing } = composeRecovery(graph, node);
  return [seconds / 60, path.join(''), exact, missing.join('')];
}

const step = (from: string, to: string, recoveryStep: number) => ({
  from,
  to,
  recoveryStep,
});

const MINUTES = { a: 1, b: 10, c: 20, d: 5 };

it.each<[string, GraphEdge[], [number, string]]>([
  ['alone', [], [1, 'a']],
  ['one after the other along a chain', edgesFrom('a>b b>c'), [31, 'cba']],
  ['side by side without steps', edgesFrom('a>b a>c'), [21, 'ca']],
  [
    'one after the other in steps',
    [step('a', 'b', 1), step('a', 'c', 2)],
    [31, 'ca'],
  ],
  [
    'side by side in one step',
    [step('a', 'b', 1), step('a', 'c', 1)],
    [21, 'ca'],
  ],
  [
    'beside the steps without one',
    [step('a', 'b', 1), step('a', 'd', 2), { from: 'a', to: 'c' }],
    [21, 'ca'],
  ],
  [
    'what both need only once',
    [step('a', 'b', 1), step('a', 'd', 2), ...edgesFrom('b>c d>c')],
    [36, 'cda'],
  ],
  ['with the quickest of a group', edgesFrom('a>b:g a>c:g'), [11, 'ba']],
  [
    'with the two quickest of three',
    edgesFrom('a>b:g2 a>c:g2 a>d:g2'),
    [11, 'ba'],
  ],
  [
    'with all of a group that is too small',
    edgesFrom('a>b:g3 a>c:g3'),
    [21, 'ca'],
  ],
  ['without what is soft', edgesFrom('a~b a~c:g'), [1, 'a']],
  ['in a circle together', edgesFrom('a>b b>a b>c'), [30, 'ca']],
])('recovers %s', (_, edges, expected) => {
  expect(recover(edges, MINUTES).slice(0, 2)).toEqual(expected);
});

it('is at least so long where somebody has not said how long they take', () => {
  expect(recover(edgesFrom('a>b b>x'), MINUTES)).toEqual([
    11,
    'xba',
    false,
    'x',
  ]);
  expect(recover(edgesFrom('a>b'), MINUTES)).toEqual([11, 'ba', true, '']);
});

it('takes no time for what consists of its parts', () => {
  const graph = graphOf({
    nodes: [
      { node: 'f', kind: 'business-function' },
      { node: 'a', recoverySeconds: 60 },
    ],
    edges: edgesFrom('f>a'),
  });
  expect(composeRecovery(graph, 'f')).toEqual({
    node: 'f',
    seconds: 60,
    exact: true,
    path: ['a', 'f'],
    missing: [],
  });
});
