import { composeRecoveryInSteps, type Steps } from '@continuity/engine';
import type {
  ComposedRecovery,
  EntityDependencies,
} from '@continuity/plugin-continuity-common';
import { availabilityOf } from '../cutsets/presentAvailability';
import type { AskedGraph } from '../GraphQuestions';
import { isoDuration } from '../view/isoDuration';

/** What a node promises and what follows from all that it needs. */
export function* composedOf(
  ref: string,
  asked: AskedGraph,
): Steps<Pick<EntityDependencies, 'availability' | 'recovery'>> {
  return {
    availability: yield* availabilityOf(asked.snapshot.graph, ref),
    recovery: yield* recoveryOf(ref, asked),
  };
}

function* recoveryOf(
  ref: string,
  { snapshot, view }: AskedGraph,
): Steps<ComposedRecovery> {
  const { graph } = snapshot;
  const { seconds, exact, path, missing } = yield* composeRecoveryInSteps(
    graph,
    ref,
  );
  const rto = graph.node(ref)?.rtoSeconds;
  return {
    duration: isoDuration(seconds),
    unknown: missing.length,
    path: view.path(path),
    ...(rto !== undefined && {
      rto: isoDuration(rto),
      holds: holds(seconds, exact, rto),
    }),
  };
}

/** Too long is too long, also when it is only at least that. */
function holds(
  seconds: number,
  exact: boolean,
  rto: number,
): NonNullable<ComposedRecovery['holds']> {
  if (seconds > rto) return 'no';
  return exact ? 'yes' : 'unknown';
}
