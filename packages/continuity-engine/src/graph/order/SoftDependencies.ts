import type { Components } from '../components/Components';
import type { GraphLayout } from '../storage/GraphLayout';

/** Soft dependencies, and whether they order anything. */
export class SoftDependencies {
  ignored = 0;
  readonly #layout: GraphLayout;
  readonly #hard: Components;
  readonly #any: Components;

  constructor(layout: GraphLayout, hard: Components, any: Components) {
    this.#layout = layout;
    this.#hard = hard;
    this.#any = any;
  }

  /** Components that a node softly depends on and that may go before it. */
  eachOf(node: number, visit: (part: number) => void): void {
    const { out, groups } = this.#layout;
    for (let e = out.softFrom[node]; e < out.offsets[node + 1]; e++) {
      this.#consider(node, out.targets[e], visit);
    }
    for (
      let m = groups.hardMemberEnd[node];
      m < groups.memberFrom[node + 1];
      m++
    ) {
      this.#consider(node, groups.members[m], visit);
    }
  }

  #consider(from: number, to: number, visit: (part: number) => void) {
    if (this.#hard.of[from] === this.#hard.of[to]) return;
    if (this.#any.of[from] === this.#any.of[to]) this.ignored++;
    else visit(this.#hard.of[to]);
  }
}
