import { inStretches, type Steps, WORDY } from '../../steps';
import { readGroup } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import type { GraphFinding } from '../types';
import { describeSeconds } from '../words';
import type { FindingCollector } from './FindingCollector';
import { eachBinding, wayDown, worstBelow } from './worstBelow';

/** An objective that must not be worse than that of who depends on it. */
interface Objective {
  id: 'rto-inversion' | 'rpo-inversion' | 'tier-inversion';
  /** By node, the larger the worse; NaN where nothing is declared. */
  declared: Float64Array;
  describe(
    node: Holder,
    about: Holder,
    bound: Bound,
  ): Pick<GraphFinding, 'numbers' | 'message' | 'remedy'>;
}

/** Who declares it, and what. */
interface Holder {
  name: string;
  value: number;
}

/** How somebody depends on somebody else, in words. */
interface Bound {
  /** Stands behind the name of whom they need. */
  because: string;
  /** What to do so that they need them less, without "or". */
  relief: string;
}

/** Dependencies that promise less than what cannot work without them. */
export function* findInversions(
  layout: GraphLayout,
  tiers: readonly string[],
  collector: FindingCollector,
): Steps<void> {
  for (const objective of [
    recoveryTime(layout),
    recoveryPoint(layout),
    tier(layout, tiers),
  ]) {
    yield* findInverted(layout, objective, collector);
  }
}

function* findInverted(
  layout: GraphLayout,
  { id, declared, describe }: Objective,
  collector: FindingCollector,
): Steps<void> {
  const worst = yield* worstBelow(layout, declared);
  const name = (node: number) => layout.names.word(node);
  const examine = (node: number) => {
    if (Number.isNaN(declared[node])) return;
    const said = new Set<number>();
    eachBinding(layout, worst, node, dependency => {
      if (!(worst.value[dependency] > declared[node])) return;
      const way = wayDown(worst, dependency);
      const about = way[way.length - 1];
      if (said.has(about)) return;
      said.add(about);
      collector.add(id, node, () => ({
        about: name(about),
        path: [node, ...way].map(name),
        ...describe(
          { name: name(node), value: declared[node] },
          { name: name(about), value: declared[about] },
          boundBy(layout, [node, ...way]),
        ),
      }));
    });
  };
  yield* inStretches(
    layout.size,
    (begin, end) => {
      for (let node = begin; node < end; node++) examine(node);
    },
    WORDY,
  );
}

/** By the first group on the way, if there is one: others in it do not promise enough either. */
function boundBy(layout: GraphLayout, way: readonly number[]): Bound {
  const { out, groups, names } = layout;
  for (let step = 1; step < way.length; step++) {
    const owner = way[step - 1];
    const hard = out.targets.subarray(out.offsets[owner], out.softFrom[owner]);
    if (hard.includes(way[step])) continue;
    for (let g = groups.ofOwner[owner]; g < groups.ofOwner[owner + 1]; g++) {
      const { group, members } = readGroup(layout, g);
      if (members.includes(names.word(way[step]))) {
        return {
          because: `which it needs because too few others in group ${group} of ${names.word(
            owner,
          )} promise more`,
          relief: `add a member that promises more to group ${group} of ${names.word(
            owner,
          )}`,
        };
      }
    }
  }
  return {
    because: 'which it cannot work without',
    relief: 'give it a stand-in in a redundancy group',
  };
}

function recoveryTime({ nodes, size }: GraphLayout): Objective {
  return {
    id: 'rto-inversion',
    declared: nodes.number('rtoSeconds').subarray(0, size),
    describe: (node, about, { because, relief }) => ({
      numbers: { rtoSeconds: node.value, dependencyRtoSeconds: about.value },
      message: `${node.name} is to be back within ${describeSeconds(
        node.value,
      )}, but ${about.name}, ${because}, only within ${describeSeconds(
        about.value,
      )}.`,
      remedy: `Shorten the RTO of ${about.name} to ${describeSeconds(
        node.value,
      )} or less, ${relief}, let ${
        node.name
      } do without it, or lengthen the RTO of ${node.name}.`,
    }),
  };
}

function recoveryPoint({ nodes, size }: GraphLayout): Objective {
  return {
    id: 'rpo-inversion',
    declared: nodes.number('rpoSeconds').subarray(0, size),
    describe: (node, about, { because }) => ({
      numbers: { rpoSeconds: node.value, dependencyRpoSeconds: about.value },
      message: `${node.name} may lose data of ${describeSeconds(
        node.value,
      )}, but ${about.name}, ${because}, may lose ${describeSeconds(
        about.value,
      )}.`,
      remedy: `Back up or replicate ${
        about.name
      } at least every ${describeSeconds(node.value)}, keep the data of ${
        node.name
      } elsewhere, or lengthen the RPO of ${node.name}.`,
    }),
  };
}

/** @param tiers - the strictest first; a tier that is not among them cannot be compared */
function tier(
  { nodes, vocabulary, size }: GraphLayout,
  tiers: readonly string[],
): Objective {
  const places = new Map<number, number>();
  tiers.forEach((id, place) => {
    const word = vocabulary.numberOf(id);
    if (word !== undefined) places.set(word, place);
  });
  const words = nodes.word('tier').subarray(0, size);
  return {
    id: 'tier-inversion',
    declared: Float64Array.from(words, word => places.get(word) ?? NaN),
    describe: (node, about, { because, relief }) => ({
      numbers: {
        tierPlace: node.value + 1,
        dependencyTierPlace: about.value + 1,
      },
      message: `${node.name} is ${tiers[node.value]}, but ${
        about.name
      }, ${because}, is only ${tiers[about.value]}.`,
      remedy: `Treat ${about.name} as ${tiers[node.value]}, ${relief}, or let ${
        node.name
      } do without it.`,
    }),
  };
}
