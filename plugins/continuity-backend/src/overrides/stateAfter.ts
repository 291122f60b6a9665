import { ConflictError } from '@backstage/errors';
import {
  eventsFrom,
  overrideMachine,
  step,
  type OverrideContext,
  type OverrideEvent,
  type OverrideState,
} from '@continuity/engine';

/** What events need to know that no guard asks about anything. */
const NOTHING: OverrideContext = {
  approvals: { isComplete: false },
  review: [],
};

/**
 * Where an event leads.
 *
 * @throws ConflictError that says why it is not possible, and what is
 */
export function stateAfter(
  { state }: { state: OverrideState },
  event: OverrideEvent,
  context = NOTHING,
): OverrideState {
  const taken = step(overrideMachine, state, event, context);
  if (taken.allowed) return taken.to;
  throw new ConflictError(
    taken.refusals
      .flatMap(({ reason, remedy }) => (remedy ? [reason, remedy] : [reason]))
      .join(' '),
  );
}

/** @throws ConflictError in a state that does not know the event, whatever its guards say */
export function assertKnows(
  override: { state: OverrideState },
  event: OverrideEvent,
): void {
  if (!eventsFrom(overrideMachine, override.state).includes(event)) {
    stateAfter(override, event);
  }
}
