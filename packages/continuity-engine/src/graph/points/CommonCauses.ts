import type { Steps } from '../../steps';
import { componentsInSteps, type Components } from '../components/Components';
import type { FailureLayout } from '../storage/FailureLayout';
import type { RootSets } from './RootSets';

/** Groups that are examined in one step. */
const EXAMINED = 16;

/**
 * Components that take down so many members of a hard group that it falls, kept as if
 * the owner of the group depended on them. Each is a fact of the graph, whatever roots
 * it was found for, so all blocks of roots share one list.
 */
export class CommonCauses {
  readonly #layout: FailureLayout;
  readonly #hard: Components;
  readonly #wideOf: Int32Array;
  /** Hard groups, owners that others depend on first. */
  readonly #groups: number[];
  /** What was found: component of an owner to components that are as good as its dependencies. */
  readonly #found = new Map<number, Set<number>>();
  #foundCount = 0;
  /** The last group and member that visited a component, and how many of the group did. */
  readonly #visit: Int32Array;
  readonly #visitedGroup: Int32Array;
  readonly #members: Int32Array;
  #visits = 0;
  #rounds = 0;

  /**
   * Use {@link commonCauses}.
   *
   * @param hard - components of hard dependencies
   * @param wideOf - component of each node by hard dependencies and groups
   */
  constructor(layout: FailureLayout, hard: Components, wideOf: Int32Array) {
    this.#layout = layout;
    this.#hard = hard;
    this.#wideOf = wideOf;
    const { groups } = layout;
    // Places in the order of owners, exact as numbers, which sort natively.
    const keys: number[] = [];
    for (let group = 0; group < groups.count; group++) {
      if (groups.soft[group] === 0) {
        keys.push(wideOf[groups.owner[group]] * groups.count + group);
      }
    }
    this.#groups = Array.from(
      Float64Array.from(keys).sort(),
      key => key % groups.count,
    );
    const size = this.isEmpty ? 0 : hard.count;
    this.#visit = new Int32Array(size);
    this.#visitedGroup = new Int32Array(size);
    this.#members = new Int32Array(size);
  }

  /** Whether the graph has no hard groups, so that there is nothing to find. */
  get isEmpty(): boolean {
    return this.#groups.length === 0;
  }

  /**
   * Adds to `fallen` what falls through groups.
   *
   * @param fallen - per hard component, complete for hard dependencies
   * @param concerned - per component of hard dependencies and groups the roots that
   * might fall when it does
   */
  *complete(fallen: RootSets, concerned: RootSets): Steps<void> {
    for (const [owner, causes] of this.#found) {
      for (const cause of causes) this.#include(fallen, cause, owner);
    }
    yield;
    const { owner } = this.#layout.groups;
    const groups = this.#groups.filter(
      group => !concerned.isEmpty(this.#wideOf[owner[group]]),
    );
    const seenAt = new Map<number, number>();
    for (let found = true; found; ) {
      found = false;
      for (const [at, group] of groups.entries()) {
        if (at % EXAMINED === 0) yield;
        if (seenAt.get(group) === this.#foundCount) continue;
        const before = this.#foundCount;
        this.#examine(group, fallen, concerned);
        if (this.#foundCount > before) found = true;
        // What a group finds does not make it fall in other ways: see it as examined.
        else seenAt.set(group, before);
      }
    }
  }

  /**
   * Looks below the members of a group for what takes down too many of them. Below a
   * component that already brings down every root that the group might, so does
   * everything, and nothing more can be learnt.
   */
  #examine(group: number, fallen: RootSets, concerned: RootSets): void {
    const { groups } = this.#layout;
    const owner = groups.owner[group];
    const wide = this.#wideOf[owner];
    const ownerPart = this.#hard.of[owner];
    const round = ++this.#rounds;
    const common: number[] = [];
    for (let m = groups.offsets[group]; m < groups.offsets[group + 1]; m++) {
      const visit = ++this.#visits;
      const stack = [this.#hard.of[groups.members[m]]];
      for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
        if (this.#visit[part] === visit) continue;
        this.#visit[part] = visit;
        if (fallen.covers(part, concerned, wide)) continue;
        if (this.#visitedGroup[part] !== round) {
          this.#visitedGroup[part] = round;
          this.#members[part] = 0;
        }
        if (++this.#members[part] === groups.tip[group]) common.push(part);
        this.#eachBelow(part, below => {
          if (this.#visit[below] !== visit) stack.push(below);
        });
      }
    }
    // The topmost are enough: what is below them is reached through them.
    const reached = new Set<number>();
    for (const part of common.sort((a, b) => b - a)) {
      if (!reached.has(part) && part !== ownerPart) {
        this.#add(ownerPart, part, fallen);
      }
      this.#eachBelow(part, below => reached.add(below));
    }
  }

  #add(owner: number, cause: number, fallen: RootSets): void {
    const causes = this.#found.get(owner) ?? new Set();
    if (causes.has(cause)) return;
    this.#found.set(owner, causes.add(cause));
    this.#foundCount++;
    this.#include(fallen, cause, owner);
  }

  /** Gives the roots of a component to one below, and on to all that is below that. */
  #include(fallen: RootSets, cause: number, owner: number): void {
    if (!fallen.include(cause, owner)) return;
    const stack = [cause];
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
      const from = part;
      this.#eachBelow(from, below => {
        if (fallen.include(below, from)) stack.push(below);
      });
    }
  }

  /** Hard dependencies of a component, and what is as good as one. */
  #eachBelow(part: number, visit: (below: number) => void): void {
    const { of, offsets, nodes, reach } = this.#hard;
    for (let n = offsets[part]; n < offsets[part + 1]; n++) {
      const node = nodes[n];
      for (let e = reach.targetFrom[node]; e < reach.targetEnd[node]; e++) {
        const below = of[reach.targets[e]];
        if (below !== part) visit(below);
      }
    }
    for (const cause of this.#found.get(part) ?? []) visit(cause);
  }
}

/** Prepares to look for the {@link CommonCauses} of a graph. */
export function* commonCauses(layout: FailureLayout): Steps<CommonCauses> {
  const hard = yield* componentsInSteps(layout, 'hard');
  // Without hard groups the two are the same.
  const wide = layout.groups.soft.includes(0)
    ? yield* componentsInSteps(layout, 'hard-and-groups')
    : hard;
  return new CommonCauses(layout, hard, wide.of);
}
