import {
  type Breach as EngineBreach,
  type Cascade,
  type DependencyGraph,
  type Outage,
  simulateCascade,
} from '@continuity/engine';
import type { Breach, Impact } from '@continuity/plugin-continuity-common';
import type { GraphView } from '../view/GraphView';
import { isoDuration } from '../view/isoDuration';

const MAX_ABSORBED = 100;

/** An outage of a given length, from its beginning until everything is back. */
export class Course {
  readonly #cascade: Cascade;
  readonly #breaches = new Map<string, EngineBreach[]>();

  constructor(graph: DependencyGraph, outage: Outage, seconds: number) {
    this.#cascade = simulateCascade(graph, {
      ...outage,
      lengthSeconds: seconds,
    });
    for (const breach of this.#cascade.breaches) {
      const known = this.#breaches.get(breach.node);
      if (known) known.push(breach);
      else this.#breaches.set(breach.node, [breach]);
    }
  }

  /** How many break an objective. */
  get breached(): number {
    return this.#breaches.size;
  }

  get backSeconds(): number {
    return this.#cascade.backSeconds;
  }

  breachesOf(ref: string): readonly EngineBreach[] {
    return this.#breaches.get(ref) ?? [];
  }

  present(ref: string, view: GraphView): Breach[] {
    return this.breachesOf(ref).map(breach => ({
      objective: breach.objective,
      allowed: isoDuration(breach.objectiveSeconds),
      after: isoDuration(breach.atSeconds),
      expected: isoDuration(
        breach.objective === 'rto' ? breach.backSeconds : breach.lossSeconds,
      ),
      exact: breach.objective === 'rpo' || breach.exact,
      path: view.path(breach.path),
    }));
  }

  /** Groups that lost members and hold, of owners that the caller may see. */
  absorbed(view: GraphView): Impact['absorbed'] {
    return this.#cascade.absorbed
      .filter(({ owner }) => view.sees(owner))
      .slice(0, MAX_ABSORBED)
      .map(({ owner, group, minAvailable, failed, left }) => ({
        owner: view.node(owner),
        group: {
          name: group,
          minAvailable,
          size: failed.length + left.length,
        },
        failed: failed.map(ref => view.node(ref)),
        left: left.map(ref => view.node(ref)),
      }));
  }
}
