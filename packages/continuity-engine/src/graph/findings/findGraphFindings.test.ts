import fc from 'fast-check';
import { slowFails } from '../__testUtils__/slowStates';
import { anyWorld, edgesFrom, graphOf, namesOf } from '../__testUtils__/worlds';
import type { GraphFinding, GraphNode } from '../types';
import { findGraphFindings } from './findGraphFindings';

const HOUR = 3600;

function found(text: string, nodes: GraphNode[], id: GraphFinding['id']) {
  const declared = new Set(nodes.map(({ node }) => node));
  const edges = edgesFrom(text);
  const others = namesOf({ nodes: [], edges }).filter(n => !declared.has(n));
  return findGraphFindings(
    graphOf({ nodes: [...nodes, ...others.map(node => ({ node }))], edges }),
    { tiers: ['tier-1', 'tier-2', 'tier-3'] },
  ).findings.filter(finding => finding.id === id);
}

const ways = (findings: GraphFinding[]) =>
  findings.map(({ path }) => path.join(''));

describe('objectives that cannot hold', () => {
  const rto = (hours: Record<string, number>) =>
    Object.entries(hours).map(([node, h]) => ({ node, rtoSeconds: h * HOUR }));

  it.each<[string, string, Record<string, number>, string[]]>([
    ['a slower dependency', 'a>b', { a: 1, b: 2 }, ['ab']],
    ['none that is as fast', 'a>b', { a: 1, b: 1 }, []],
    ['none that is soft', 'a~b', { a: 1, b: 2 }, []],
    [
      'one behind nodes without an RTO',
      'a>x x>y y>b',
      { a: 1, b: 2 },
      ['axyb'],
    ],
    ['the worst behind them', 'a>x x>b x>c', { a: 1, b: 2, c: 3 }, ['axc']],
    [
      'each step of a chain for itself',
      'a>b b>c',
      { a: 1, b: 2, c: 3 },
      ['ab', 'bc'],
    ],
    ['no group with a fast member', 'a>b:g a>c:g', { a: 1, b: 2, c: 1 }, []],
    ['no group of which one is not known', 'a>b:g a>x:g', { a: 1, b: 2 }, []],
    [
      'a group of slow members, by the fastest',
      'a>b:g a>c:g',
      { a: 1, b: 3, c: 2 },
      ['ac'],
    ],
    [
      'the second of a group that needs two',
      'a>b:g2 a>c:g2 a>d:g2',
      { a: 1, b: 3, c: 2, d: 1 },
      ['ac'],
    ],
    [
      'circles of nodes without an RTO',
      'a>x x>y y>x y>b',
      { a: 1, b: 2 },
      ['axyb'],
    ],
  ])('RTO: %s', (_, text, hours, expected) => {
    expect(ways(found(text, rto(hours), 'rto-inversion'))).toEqual(expected);
  });

  it('says what, why and what would mend it', () => {
    const [finding] = found(
      'a>b',
      [
        { node: 'a', rtoSeconds: HOUR, owner: 'team' },
        { node: 'b', rtoSeconds: 26 * HOUR },
      ],
      'rto-inversion',
    );
    expect(finding).toEqual({
      id: 'rto-inversion',
      node: 'a',
      owner: 'team',
      about: 'b',
      path: ['a', 'b'],
      numbers: { rtoSeconds: 3600, dependencyRtoSeconds: 93_600 },
      message:
        'a is to be back within 1 h, but b, which it cannot work without, only within 1 day 2 h.',
      remedy:
        'Shorten the RTO of b to 1 h or less, give it a stand-in in a redundancy group, let a do without it, or lengthen the RTO of a.',
      severity: 'medium',
      because: 'It is missed by a factor of 26.',
    });
  });

  it('does not ask for a stand-in where a group has one that is as slow', () => {
    const [finding] = found(
      'a>b:g a>c:g',
      rto({ a: 1, b: 3, c: 2 }),
      'rto-inversion',
    );
    expect(finding.message).toBe(
      'a is to be back within 1 h, but c, which it needs because too few others in group g of a promise more, only within 2 h.',
    );
    expect(finding.remedy).toBe(
      'Shorten the RTO of c to 1 h or less, add a member that promises more to group g of a, let a do without it, or lengthen the RTO of a.',
    );
  });

  it('compares RPOs and tiers, and no tier that it does not know', () => {
    const nodes = [
      { node: 'a', rpoSeconds: 0, tier: 'tier-1' },
      { node: 'b', rpoSeconds: 60, tier: 'tier-3' },
      { node: 'c', rpoSeconds: 0, tier: 'gold' },
    ];
    expect(ways(found('a>b a>c', nodes, 'rpo-inversion'))).toEqual(['ab']);
    expect(ways(found('a>b a>c', nodes, 'tier-inversion'))).toEqual(['ab']);
  });

  it('adds up recoveries along the order', () => {
    const nodes = [
      { node: 'a', rtoSeconds: HOUR, recoverySeconds: 1800 },
      { node: 'b', recoverySeconds: 2400 },
    ];
    const [finding] = found('a>b b>c', nodes, 'recovery-exceeds-rto');
    expect(finding.numbers).toEqual({
      rtoSeconds: 3600,
      recoverySeconds: 4200,
    });
    expect([finding.about, finding.path]).toEqual(['c', ['a', 'b', 'c']]);
    expect(finding.message).toContain(
      'takes at least 1 h 10 min: c, then b, then a.',
    );
    expect(
      found(
        'a>b',
        [{ ...nodes[0], rtoSeconds: 4200 }, nodes[1]],
        'recovery-exceeds-rto',
      ),
    ).toEqual([]);
  });

  it('multiplies availabilities, and never takes an unknown one for good', () => {
    const nodes = (b?: number) => [
      { node: 'a', availability: 0.999, availabilityTarget: 0.99 },
      { node: 'b', availability: b },
    ];
    expect(found('a>b', nodes(0.995), 'availability-below-target')).toEqual([]);
    expect(found('a>b', nodes(0.995), 'availability-unknown')).toEqual([]);
    expect(
      found('a>b', nodes(0.98), 'availability-below-target')[0].message,
    ).toBe(
      'a promises 99 %, but with all that it needs it works 97.902 % of the time.',
    );
    const [unknown] = found('a>b', nodes(), 'availability-unknown');
    expect(unknown.remedy).toBe('Declare the availability of b.');
  });
});

describe('a structure that contradicts itself', () => {
  it('is found', () => {
    const { findings, counts } = findGraphFindings(
      graphOf({
        nodes: [{ node: 'a' }, { node: 'b' }, { node: 'c' }],
        edges: edgesFrom('a>b b>c c>a a>a b>x a>b:g3 a>c:g3 y>a'),
      }),
      { roots: ['a'] },
    );
    expect(counts).toEqual({
      cycle: 1,
      'self-dependency': 1,
      'unknown-reference': 2,
      'group-too-small': 1,
      'single-point-of-failure': 3,
    });
    const by = (id: string) => findings.find(finding => finding.id === id);
    expect(by('cycle')?.path).toEqual(['a', 'c', 'a']);
    expect(by('group-too-small')?.numbers).toEqual({
      minAvailable: 3,
      members: 2,
    });
    expect(by('unknown-reference')).toMatchObject({ node: 'b', about: 'x' });
    expect(by('single-point-of-failure')).toMatchObject({
      node: 'a',
      about: 'b',
      path: ['a', 'b'],
    });
  });

  it('is counted beyond the limit', () => {
    const edges = Array.from({ length: 30 }, (_, at) => ({
      from: 'r',
      to: `x${at}`,
    }));
    const answer = findGraphFindings(
      graphOf({ nodes: [{ node: 'r' }], edges }),
      { limit: 10 },
    );
    expect(answer.findings).toHaveLength(20);
    expect(answer.counts).toEqual({
      'unknown-reference': 30,
      'single-point-of-failure': 30,
    });
    expect(answer.truncated).toBe(true);
  });
});

it('names as RTO inversions exactly what is slower and cannot be done without', () => {
  fc.assert(
    fc.property(
      anyWorld({ nodes: 7, edges: 12 }),
      fc.array(fc.constantFrom(1, 2, 3), { minLength: 7, maxLength: 7 }),
      (world, rtos) => {
        const names = namesOf(world);
        const rto = new Map(names.map((name, at) => [name, rtos[at]]));
        const { findings } = findGraphFindings(
          graphOf({
            ...world,
            nodes: names.map(node => ({ node, rtoSeconds: rto.get(node) })),
          }),
          { roots: [] },
        );
        const inverted = new Set(
          findings
            .filter(({ id }) => id === 'rto-inversion')
            .map(({ node }) => node),
        );
        // With everybody declared, somebody is inverted when those that are slower, down
        // together, take it along at the first step.
        const slow = names.filter(name => {
          const slower = names.filter(
            n => (rto.get(n) ?? 0) > (rto.get(name) ?? 0),
          );
          const own = world.edges.filter(({ from }) => from === name);
          return slowFails({ nodes: [], edges: own }, name, slower);
        });
        expect([...inverted].sort()).toEqual(
          slow.filter(name => names.includes(name)),
        );
      },
    ),
    { numRuns: 1500 },
  );
});
