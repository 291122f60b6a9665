import {
  type Breach as EngineBreach,
  type CascadeSummary,
  type DependencyGraph,
  type Outage,
  type Steps,
  summarizeCascadeInSteps,
} from '@continuity/engine';
import type { Breach, Impact } from '@continuity/plugin-continuity-common';
import type { GraphView } from '../view/GraphView';
import { eachInSteps } from '../view/inSteps';
import { isoDuration } from '../view/isoDuration';

const MAX_ABSORBED = 100;

/** An outage of a given length, from its beginning until everything is back. */
export class Course {
  readonly #cascade: CascadeSummary;
  readonly #breaches = new Map<string, EngineBreach[]>();

  private constructor(cascade: CascadeSummary) {
    this.#cascade = cascade;
  }

  static *of(
    graph: DependencyGraph,
    outage: Outage,
    seconds: number,
  ): Steps<Course> {
    const course = new Course(
      yield* summarizeCascadeInSteps(graph, {
        ...outage,
        lengthSeconds: seconds,
      }),
    );
    yield* eachInSteps(course.#cascade.breaches, breach => {
      const known = course.#breaches.get(breach.node);
      if (known) known.push(breach);
      else course.#breaches.set(breach.node, [breach]);
    });
    return course;
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
