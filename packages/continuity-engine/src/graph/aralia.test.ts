import { BAOBAB_2, CHINESE } from './__testUtils__/aralia';
import { edgesOfGates } from './__testUtils__/faultTrees';
import { graphOf } from './__testUtils__/worlds';
import { composeAvailability } from './availability/composeAvailability';
import { findCutSets } from './cutsets/findCutSets';

const FAILS = 0.01;

function graphFor({ gates }: typeof CHINESE) {
  const edges = edgesOfGates(gates);
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const basic = names.filter(name => !(name in gates));
  const nodes = names.map(node => ({
    node,
    // A gate never fails by itself.
    availability: node in gates ? 1 : 1 - FAILS,
  }));
  return { basic, graph: graphOf({ nodes, edges }) };
}

describe.each([CHINESE, BAOBAB_2])(
  'the fault tree $name of the Aralia benchmark',
  published => {
    const { basic, graph } = graphFor(published);

    it('has the published probability of its top event', () => {
      const { lower, upper, exact } = composeAvailability(graph, 'TOP');
      expect([basic.length, exact]).toEqual([published.basicEvents, true]);
      expect(upper).toBeCloseTo(lower, 12);
      expect((1 - lower).toPrecision(6)).toBe(
        published.probability.toPrecision(6),
      );
    });

    it('has the published number of minimal cut sets', () => {
      const { cutSets, complete } = findCutSets(graph, 'TOP', {
        maxSize: basic.length,
        limit: 10_000_000,
        effort: 1_000_000_000,
      });
      // A gate can be lost as well here, unlike in a fault tree.
      const ofBasic = cutSets.filter(set =>
        set.every(event => !(event in published.gates)),
      );
      expect([complete, ofBasic.length]).toEqual([
        true,
        published.minimalCutSets,
      ]);
    });
  },
);
