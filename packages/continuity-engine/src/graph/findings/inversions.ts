import { inStretches, type Steps, WORDY } from '../../steps';
import { needsHard, readGroup } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import type { GraphFinding } from '../types';
import { describeSeconds } from '../words';
import type { FindingCollector } from './FindingCollector';
import { Ways } from './Ways';
import { eachBinding, worstBelow } from './worstBelow';

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

/** What binds nodes to what is below them. */
class Bindings {
  readonly #layout: GraphLayout;
  readonly #from: Int32Array;
  /** Ways that end where they go on through a group, or with the way itself. */
  readonly #hard: Ways;

  /** @param from - by node the next one on the way down; -1 at its end */
  constructor(layout: GraphLayout, from: Int32Array) {
    this.#layout = layout;
    this.#from = from;
    this.#hard = new Ways(layout.size, node =>
      needsHard(layout, node, from[node]) ? from[node] : -1,
    );
  }

  /** By the first group on the way, if there is one: others in it do not promise enough either. */
  of(node: number, dependency: number): Bound {
    if (!needsHard(this.#layout, node, dependency)) {
      return this.#byGroup(node, dependency);
    }
    const owner = this.#hard.end(dependency);
    return this.#byGroup(owner, this.#from[owner]);
  }

  #byGroup(owner: number, member: number): Bound {
    const { groups, names } = this.#layout;
    for (let g = groups.ofOwner[owner]; g < groups.ofOwner[owner + 1]; g++) {
      const members = groups.members.subarray(
        groups.offsets[g],
        groups.offsets[g + 1],
      );
      if (!members.includes(member)) continue;
      const { group } = readGroup(this.#layout, g);
      const name = names.word(owner);
      return {
        because: `which it needs because too few others in group ${group} of ${name} promise more`,
        relief: `add a member that promises more to group ${group} of ${name}`,
      };
    }
    return {
      because: 'which it cannot work without',
      relief: 'give it a stand-in in a redundancy group',
    };
  }
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
  const ways = new Ways(layout.size, node => worst.from[node]);
  const bindings = new Bindings(layout, worst.from);
  const name = (node: number) => layout.names.word(node);
  const examine = (node: number) => {
    if (Number.isNaN(declared[node])) return;
    const said = new Set<number>();
    eachBinding(layout, worst, node, dependency => {
      if (!(worst.value[dependency] > declared[node])) return;
      const about = ways.end(dependency);
      if (said.has(about)) return;
      said.add(about);
      collector.add(id, node, () => {
        const { path, leftOut } = ways.shown(dependency, [node]);
        return {
          about: name(about),
          path: path.map(name),
          ...(leftOut > 0 && { leftOut }),
          ...describe(
            { name: name(node), value: declared[node] },
            { name: name(about), value: declared[about] },
            bindings.of(node, dependency),
          ),
        };
      });
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
