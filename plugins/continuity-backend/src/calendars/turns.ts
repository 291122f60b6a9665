import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '@continuity/engine';

/** Longer than this nobody should wait for one who counts. */
const TURN_MS = 8;

/** Does all the steps of some work, and lets others have their turn in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  const turn = createTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    await turn();
  }
}

/** Does all the steps of some work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    step = steps.next();
  }
  return step.value;
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
