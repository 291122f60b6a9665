import { componentsOf } from '../components/Components';
import type { FailureLayout } from '../storage/FailureLayout';
import type { Threshold, Unit } from './RootStructure';

/** Units by the number of their component, before they are merged and numbered. */
export type Drafts = Map<number, Unit>;

/** Turns components without single points of failure into units. */
export class Reduction {
  readonly #layout: FailureLayout;
  readonly #isSingle: (node: number) => boolean;
  readonly #of: Int32Array;

  constructor(layout: FailureLayout, isSingle: (node: number) => boolean) {
    this.#layout = layout;
    this.#isSingle = isSingle;
    this.#of = componentsOf(layout, 'hard').of;
  }

  /** The groups of a node that can fall while all single points work. */
  thresholdsOf(node: number): Threshold[] {
    const { ofOwner, offsets, members, tip } = this.#layout.groups;
    const thresholds: Threshold[] = [];
    for (let g = ofOwner[node]; g < ofOwner[node + 1]; g++) {
      const parts = Array.from(members.subarray(offsets[g], offsets[g + 1]))
        .filter(member => !this.#isSingle(member))
        .map(member => this.#of[member]);
      if (parts.length >= tip[g]) {
        thresholds.push({ tip: tip[g], members: parts });
      }
    }
    return thresholds;
  }

  unitsBelow(groups: readonly Threshold[]): Drafts {
    const drafts: Drafts = new Map();
    const stack = groups.flatMap(({ members }) => members);
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
      if (drafts.has(part)) continue;
      const unit = this.#unitOf(part);
      drafts.set(part, unit);
      stack.push(...unit.needs, ...unit.groups.flatMap(g => g.members));
    }
    return drafts;
  }

  #unitOf(part: number): Unit {
    const { offsets, nodes, reach } = componentsOf(this.#layout, 'hard');
    const unit: Unit = { nodes: [], needs: [], groups: [] };
    const needs = new Set<number>();
    for (const node of nodes.subarray(offsets[part], offsets[part + 1])) {
      unit.nodes.push(node);
      unit.groups.push(...this.thresholdsOf(node));
      for (let e = reach.targetFrom[node]; e < reach.targetEnd[node]; e++) {
        const below = reach.targets[e];
        if (!this.#isSingle(below)) needs.add(this.#of[below]);
      }
    }
    needs.delete(part);
    unit.needs = [...needs];
    return unit;
  }
}
