import fc from 'fast-check';
import { anyWorld, edgesFrom, graphOf } from '../__testUtils__/worlds';
import type { FindingSeverity, GraphNode } from '../types';
import { findGraphFindings } from './findGraphFindings';
import { judgeSeverity, type JudgedFinding } from './judgeSeverity';

const tiers = ['tier-1', 'tier-2', 'tier-3'];
const HOUR = 3600;

/** The severities of one kind: `node<about: severity`. */
function judge(
  text: string,
  nodes: GraphNode[],
  id: JudgedFinding['id'],
): string[] {
  const edges = edgesFrom(text);
  const declared = new Set(nodes.map(({ node }) => node));
  const others = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
    .filter(node => !declared.has(node))
    .map(node => ({ node }));
  return findGraphFindings(graphOf({ nodes: [...nodes, ...others], edges }), {
    tiers,
  })
    .findings.filter(finding => finding.id === id)
    .map(({ node, about, severity }) => `${node}<${about}: ${severity}`)
    .sort();
}

const root = (node: string, tier?: string, rto?: number): GraphNode => ({
  node,
  kind: 'business-function',
  ...(tier && { tier }),
  ...(rto !== undefined && { rtoSeconds: rto * HOUR }),
});

describe('a single point of failure', () => {
  const points = (text: string, nodes: GraphNode[]) =>
    judge(text, nodes, 'single-point-of-failure');

  it.each<[string, string, GraphNode[], string[]]>([
    [
      'is low where it is the own member of one root alone',
      'f>a',
      [root('f', 'tier-1')],
      ['f<a: low'],
    ],
    [
      'stays low behind it, when the root may be back in time',
      'f>a a>b',
      [root('f', 'tier-1', 2), { node: 'b', rtoSeconds: HOUR }],
      ['f<a: low', 'f<b: low'],
    ],
    [
      'is worse behind it, when it promises to be back too late',
      'f>a a>b',
      [root('f', 'tier-1', 2), { node: 'b', rtoSeconds: 3 * HOUR }],
      ['f<a: low', 'f<b: medium'],
    ],
    [
      'is worse behind it, when the recoveries on the way take too long',
      'f>a a>b',
      [
        root('f', 'tier-1', 2),
        { node: 'a', recoverySeconds: 1.5 * HOUR },
        { node: 'b', recoverySeconds: HOUR },
      ],
      ['f<a: low', 'f<b: medium'],
    ],
    [
      'is medium where it is shared by two',
      'f>a g>a',
      [root('f', 'tier-1'), root('g', 'tier-2')],
      ['f<a: medium', 'g<a: low'],
    ],
    [
      'is high where three critical roots share it, and less for the lesser',
      'f>a g>a h>a i>a',
      [
        root('f', 'tier-1'),
        root('g', 'tier-1'),
        root('h', 'tier-1'),
        root('i', 'tier-3'),
      ],
      ['f<a: high', 'g<a: high', 'h<a: high', 'i<a: medium'],
    ],
    [
      'takes a root of no known tier for a critical one',
      'f>a g>a h>a',
      [root('f'), root('g'), root('h')],
      ['f<a: high', 'g<a: high', 'h<a: high'],
    ],
    [
      // Two payment providers behind one network.
      'is high where it defeats a redundancy that was paid for',
      'f>s s>p:psp s>q:psp p>n q>n',
      [root('f', 'tier-1')],
      ['f<n: high', 'f<s: low'],
    ],
    [
      'is medium where the redundancy of a lesser root is defeated',
      'f>s s>p:psp s>q:psp p>n q>n',
      [root('f', 'tier-2')],
      ['f<n: medium', 'f<s: low'],
    ],
    [
      'does not count a group that needs all of its members as redundancy',
      'f>s s>p:psp2 s>q:psp2',
      [root('f', 'tier-1')],
      ['f<p: low', 'f<q: low', 'f<s: low'],
    ],
    [
      'is low where nothing of its own can fail, whoever shares it',
      'f>a g>a h>a a>b',
      [
        root('f', 'tier-1'),
        root('g', 'tier-1'),
        root('h', 'tier-1'),
        { node: 'a', kind: 'api', availability: 1 },
      ],
      [
        'f<a: low',
        'f<b: high',
        'g<a: low',
        'g<b: high',
        'h<a: low',
        'h<b: high',
      ],
    ],
  ])('%s', (_, text, nodes, expected) => {
    expect(points(text, nodes)).toEqual(expected);
  });
});

describe('an objective', () => {
  const rto = (own: number, dependency: number, tier?: string) =>
    judge(
      'a>b',
      [
        { node: 'a', rtoSeconds: own, ...(tier && { tier }) },
        { node: 'b', rtoSeconds: dependency },
      ],
      'rto-inversion',
    );

  it.each<[string, number, number, string | undefined, FindingSeverity]>([
    ['missed by far, for something critical', 100, 200, 'tier-1', 'high'],
    ['just missed, for something critical', 100, 199, 'tier-1', 'medium'],
    ['missed by far, for something lesser', 100, 200, 'tier-2', 'medium'],
    ['just missed, for something lesser', 100, 199, 'tier-2', 'low'],
    ['of what nobody has classified', 100, 200, undefined, 'medium'],
  ])('%s', (_, own, dependency, tier, expected) => {
    expect(rto(own, dependency, tier)).toEqual([`a<b: ${expected}`]);
  });

  it('that tolerates no loss is missed by far with any', () => {
    expect(
      judge(
        'a>b',
        [
          { node: 'a', rpoSeconds: 0, tier: 'tier-1' },
          { node: 'b', rpoSeconds: 1 },
        ],
        'rpo-inversion',
      ),
    ).toEqual(['a<b: high']);
  });

  it('of availability is measured by what may be lost', () => {
    const promised = (availability: number) =>
      judge(
        'a>b',
        [
          {
            node: 'a',
            tier: 'tier-1',
            availability: 1,
            availabilityTarget: 0.999,
          },
          { node: 'b', availability },
        ],
        'availability-below-target',
      );
    expect(promised(0.9985)).toEqual(['a<undefined: medium']);
    expect(promised(0.9979)).toEqual(['a<undefined: high']);
  });
});

it.each<[string, string, GraphNode[], JudgedFinding['id'], string[]]>([
  [
    'a redundancy that is not there',
    'a>b:g3 a>c:g3',
    [{ node: 'a', tier: 'tier-1' }],
    'group-too-small',
    ['a<g: high'],
  ],
  [
    'tiers that lie next to each other',
    'a>b',
    [
      { node: 'a', tier: 'tier-2' },
      { node: 'b', tier: 'tier-3' },
    ],
    'tier-inversion',
    ['a<b: low'],
  ],
  [
    'tiers under the strictest',
    'a>b',
    [
      { node: 'a', tier: 'tier-1' },
      { node: 'b', tier: 'tier-2' },
    ],
    'tier-inversion',
    ['a<b: medium'],
  ],
  [
    'a circle in which one is critical',
    'a>b b>c c>a',
    [{ node: 'c', tier: 'tier-1' }],
    'cycle',
    ['a<undefined: medium'],
  ],
  ['a circle in which none is', 'a>b b>a', [], 'cycle', ['a<undefined: low']],
])('%s', (_, text, nodes, id, expected) => {
  expect(judge(text, nodes, id)).toEqual(expected);
});

it('judges what traffic shows by the same rule', () => {
  const graph = graphOf({
    nodes: [{ node: 'a', tier: 'tier-1' }],
    edges: [],
  });
  const of = (id: JudgedFinding['id']) =>
    judgeSeverity(
      { id, node: 'a', about: 'b', path: ['a', 'b'], numbers: {} },
      { graph, tiers },
    ).severity;
  expect(of('undocumented-dependency')).toBe('medium');
  expect(of('unseen-dependency')).toBe('low');
});

it('gives each finding a severity with its reason, the worst first, and counts them', () => {
  fc.assert(
    fc.property(anyWorld({ nodes: 6, edges: 10 }), world => {
      const { findings, severities } = findGraphFindings(graphOf(world), {
        tiers,
      });
      const order = findings.map(({ severity }) =>
        ['high', 'medium', 'low'].indexOf(severity),
      );
      expect(order).toEqual([...order].sort());
      expect(findings.every(({ because }) => /\.$/.test(because))).toBe(true);
      for (const [severity, count] of Object.entries(severities)) {
        expect(
          findings.filter(finding => finding.severity === severity),
        ).toHaveLength(count);
      }
    }),
    { numRuns: 300 },
  );
});
