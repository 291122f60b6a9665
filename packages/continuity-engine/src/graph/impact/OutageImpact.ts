import type { GraphLayout } from '../storage/GraphLayout';
import type { Affected, NodeState } from '../types';
import { AffectedList } from './AffectedList';
import type { Spread } from './Spread';

/**
 * What an outage reaches. It holds numbers only; names and paths are made when asked
 * for, because most answers show a few of very many.
 */
export class OutageImpact {
  /** What is down or fails. */
  readonly failed: AffectedList;
  /** What is worse off without failing. */
  readonly degraded: AffectedList;
  readonly #layout: GraphLayout;
  readonly #failure: Spread;
  readonly #disturbance: Spread;

  /**
   * Use {@link measureImpact}.
   *
   * @param disturbance - reaches at least what `failure` does; the rest is degraded
   */
  constructor(layout: GraphLayout, failure: Spread, disturbance: Spread) {
    this.#layout = layout;
    this.#failure = failure;
    this.#disturbance = disturbance;
    this.failed = new AffectedList(layout, failure);
    this.degraded = new AffectedList(layout, disturbance, failure);
  }

  /** What a node is worth during the outage. */
  stateOf(node: string): NodeState {
    const index = this.#layout.names.numberOf(node);
    if (index === undefined) return 'fine';
    if (this.failed.has(index)) return 'failed';
    return this.degraded.has(index) ? 'degraded' : 'fine';
  }

  /** How the outage reaches a node; undefined when the node is fine. */
  explain(node: string): Affected | undefined {
    const index = this.#layout.names.numberOf(node);
    if (index === undefined) return undefined;
    return this.failed.find(index) ?? this.degraded.find(index);
  }

  /** Numbers of what is down itself. For the functions of this folder. */
  downNumbers(): Int32Array {
    return this.#failure.order.subarray(0, this.#failure.waves[1] ?? 0);
  }

  /** Numbers of what has to fail over. For the functions of this folder. */
  degradedSeeds(): Int32Array {
    return this.#disturbance.order
      .subarray(0, this.#disturbance.waves[1] ?? 0)
      .filter(node => !this.failed.has(node));
  }
}
