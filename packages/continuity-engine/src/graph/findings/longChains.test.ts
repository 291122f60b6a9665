import { finish } from '../../steps';
import { graphOf } from '../__testUtils__/worlds';
import type { GraphFinding, GraphNode } from '../types';
import {
  findGraphFindings,
  findGraphFindingsInSteps,
} from './findGraphFindings';

const HOUR = 3600;

/** Each needs the next, by a group of one where `grouped` says so. */
function chain(
  size: number,
  declared: (at: number) => Omit<GraphNode, 'node'> = () => ({}),
  grouped: (at: number) => boolean = () => false,
) {
  const name = (at: number) => `n${at}`;
  const indices = Array.from({ length: size }, (_, at) => at);
  return graphOf({
    nodes: indices.map(at => ({ node: name(at), ...declared(at) })),
    edges: indices.slice(1).map(at => ({
      from: name(at - 1),
      to: name(at),
      ...(grouped(at) && { group: 'g' }),
    })),
  });
}

/** Work between two of which others have a turn, and names that are given back. */
function costOf(size: number, ...rest: [Parameters<typeof chain>[1]?]) {
  const steps = findGraphFindingsInSteps(chain(size, ...rest), { limit: 50 });
  let turns = 0;
  let step = steps.next();
  for (; !step.done; turns++) step = steps.next();
  const { findings } = step.value;
  const names = findings.reduce((sum, { path }) => sum + path.length, 0);
  return { turns, names, findings };
}

const only = (findings: readonly GraphFinding[], id: GraphFinding['id']) =>
  findings.filter(finding => finding.id === id);

describe('a chain of which everybody is late', () => {
  const late = () => ({
    rtoSeconds: HOUR,
    recoverySeconds: 1800,
    tier: 'tier-1',
  });

  it('costs what it has, not its square', () => {
    const short = costOf(20_000, late);
    const long = costOf(80_000, late);
    // Each finding is found again, with a path that is as long as a path gets.
    expect(long.findings.length).toBe(short.findings.length);
    expect(long.names).toBeLessThan(100 * 200 + 1);
    expect(long.turns).toBeLessThan(6 * short.turns);
  });

  it('shows both ends of the wait, and counts what lies between', () => {
    const [finding] = only(
      findGraphFindings(chain(1_000, late), { limit: 1 }).findings,
      'recovery-exceeds-rto',
    );
    expect(finding).toMatchObject({
      node: 'n0',
      about: 'n999',
      leftOut: 800,
      numbers: { recoverySeconds: 1_000 * 1800 },
    });
    expect(finding.path).toHaveLength(200);
    expect([finding.path[0], finding.path[198], finding.path[199]]).toEqual([
      'n0',
      'n198',
      'n999',
    ]);
    expect(finding.message).toMatch(/: n999, then 800 more, then n198, then/);
    expect(finding.message).toMatch(/, then n1, then n0\.$/);
    expect(finding.remedy).toContain(
      'Shorten the recovery of n999, n198, n197, n196, n195 and 995 more,',
    );
  });
});

describe('a point of failure at the end of a chain', () => {
  it('is judged by all of the way, and shown with its ends', () => {
    const { findings } = findGraphFindings(
      chain(
        500,
        at => ({
          recoverySeconds: 60,
          ...(at === 0 && { rtoSeconds: 498 * 60 }),
        }),
        at => at === 250,
      ),
      { limit: 1_000 },
    );
    const points = only(findings, 'single-point-of-failure');
    expect(points).toHaveLength(499);
    const last = points.find(({ about }) => about === 'n499');
    expect(last).toMatchObject({
      node: 'n0',
      leftOut: 300,
      numbers: { rtoSeconds: 498 * 60, backSeconds: 500 * 60 },
      remedy: expect.stringContaining('Group g of n249 needs all of its 1'),
    });
    expect(last?.path.slice(-2)).toEqual(['n198', 'n499']);
    const near = points.find(({ about }) => about === 'n10');
    expect(near?.path).toHaveLength(11);
    expect(near).not.toHaveProperty('leftOut');
  });
});

describe('many that depend on one long chain of which nobody says anything', () => {
  it('each live with its end, and the chain is walked once', () => {
    const size = 3_000;
    const tops = Array.from({ length: 2_000 }, (_, at) => ({
      node: `t${at}`,
      rtoSeconds: HOUR,
    }));
    const links = Array.from({ length: size }, (_, at) => ({
      node: `n${at}`,
      ...(at === size - 1 && { rtoSeconds: 5 * HOUR }),
    }));
    const graph = graphOf({
      nodes: [...tops, ...links],
      edges: [
        ...tops.map(({ node }) => ({ from: node, to: 'n0' })),
        ...links.slice(1).map(({ node }, at) => ({
          from: `n${at}`,
          to: node,
          // Somewhere on the way the last member of a group decides.
          ...(at === 1_000 && { group: 'pair' }),
        })),
      ],
    });
    const { findings, counts } = finish(
      findGraphFindingsInSteps(graph, { roots: [], limit: 3 }),
    );
    expect(counts['rto-inversion']).toBe(2_000);
    const [first] = only(findings, 'rto-inversion');
    expect(first).toMatchObject({
      node: 't0',
      about: `n${size - 1}`,
      leftOut: size + 1 - 200,
      message: expect.stringContaining(
        'because too few others in group pair of n1000 promise more',
      ),
    });
    expect(first.path).toHaveLength(200);
  });
});

it('shows both ends of a long circle, and judges all of it', () => {
  const size = 600;
  const names = Array.from({ length: size }, (_, at) => `n${at}`);
  const [finding] = findGraphFindings(
    graphOf({
      // Left out of the path, and what makes it matter.
      nodes: names.map((node, at) => ({
        node,
        ...(at === 400 && { tier: 'tier-1' }),
      })),
      edges: names.map((from, at) => ({ from, to: names[(at + 1) % size] })),
    }),
    { roots: [] },
  ).findings;
  expect(finding).toMatchObject({
    id: 'cycle',
    severity: 'medium',
    numbers: { nodes: size },
    leftOut: size + 1 - 200,
    message: expect.stringMatching(/n198 -> 401 more -> n0\.$/),
  });
  expect(finding.path).not.toContain('n400');
});
