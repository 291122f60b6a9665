import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Longer than this nobody should wait for one who counts. */
const TURN_MS = 8;

/** Does all the steps of some work, and lets others have their turn in between. */
export async function inTurns<T>(
  steps: Generator<undefined, T, undefined>,
): Promise<T> {
  const turn = createTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    await turn();
  }
}

/**
 * For work that takes long: a function to call between its steps, which lets others have
 * their turn when this one has lasted.
 */
export function createTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began >= TURN_MS) {
      await setImmediate();
      began = performance.now();
    }
  };
}
