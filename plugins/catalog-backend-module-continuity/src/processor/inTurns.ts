import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '@continuity/engine';

/** Longer than this nobody should wait for one who counts. */
const TURN_MS = 8;

/** Does all the steps of some work, and lets others have their turn in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    if (performance.now() - began >= TURN_MS) {
      await setImmediate();
      began = performance.now();
    }
  }
}
