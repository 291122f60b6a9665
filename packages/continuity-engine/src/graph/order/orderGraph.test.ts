import fc from 'fast-check';
import { anyWorld, edgesFrom, graphOf, namesOf } from '../__testUtils__/worlds';
import type { GraphEdge } from '../types';
import { orderGraph } from './orderGraph';

const wavesOf = (text: string) =>
  orderGraph(graphOf({ nodes: [], edges: edgesFrom(text) })).waves.map(wave =>
    wave.join(''),
  );

it.each<[string, string, string[]]>([
  ['dependencies first', 'a>b b>c a>d', ['cd', 'b', 'a']],
  ['circles together', 'a>b b>c c>b', ['bc', 'a']],
  ['all members of a group', 'a>b:g a>c:g c>d', ['bd', 'c', 'a']],
  ['soft ones where possible', 'a~b c>a', ['b', 'a', 'c']],
  ['soft ones not against hard ones', 'a>b b~a', ['b', 'a']],
  ['soft ones not against each other', 'a~b b~a', ['ab']],
  ['loops alone', 'a>a a>b', ['b', 'a']],
])('orders %s: %s', (_, text, expected) => {
  expect(wavesOf(text)).toEqual(expected);
});

/** Whether one can be reached from the other along edges, by looking everywhere. */
function reaches(edges: GraphEdge[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const node of seen) {
    for (const edge of edges) if (edge.from === node) seen.add(edge.to);
  }
  return seen.has(to);
}

it('respects every hard edge outside of a circle, and soft ones on no circle', () => {
  fc.assert(
    fc.property(anyWorld({ nodes: 8, edges: 16 }), world => {
      const { waves, components, softIgnored } = orderGraph(graphOf(world));
      expect(waves.flat().sort()).toEqual(namesOf(world));
      expect(waves.every(wave => wave.length > 0)).toBe(true);
      const waveOf = new Map(
        waves.flatMap((wave, at) => wave.map(name => [name, at] as const)),
      );
      // A group is hard when one of its edges is.
      const isHard = (edge: GraphEdge) =>
        world.edges.some(
          other =>
            other.from === edge.from &&
            (other === edge ||
              (edge.group !== undefined && other.group === edge.group)) &&
            other.strength !== 'soft',
        );
      const hard = world.edges.filter(isHard);
      /** What the order has to say about the two ends of an edge. */
      const expected = (edge: GraphEdge) => {
        if (isHard(edge)) {
          return reaches(hard, edge.to, edge.from) ? 'together' : 'before';
        }
        return reaches(world.edges, edge.to, edge.from) ? 'any' : 'before';
      };
      const holds = (edge: GraphEdge) => {
        const after = waveOf.get(edge.from) ?? 0;
        const before = waveOf.get(edge.to) ?? 0;
        const isTogether =
          edge.from === edge.to ||
          components.some(
            part => part.includes(edge.from) && part.includes(edge.to),
          );
        return {
          together: after === before && isTogether,
          before: after > before,
          any: true,
        }[expected(edge)];
      };
      expect(world.edges.filter(edge => !holds(edge))).toEqual([]);
      expect(softIgnored).toBeLessThanOrEqual(
        world.edges.filter(edge => expected(edge) === 'any').length,
      );
    }),
    { numRuns: 3000 },
  );
});
