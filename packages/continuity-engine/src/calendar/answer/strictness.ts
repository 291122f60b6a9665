import type { WindowState } from '../types';

/** Every state, from open to shut: a state's place is how strict it is. */
export const STATES = [
  'open',
  'warn',
  'approval',
  'block',
] as const satisfies readonly WindowState[];

/** How strict a state is: 0 for `open` to 3 for `block`. */
export function strictnessOf(state: WindowState): number {
  return STATES.indexOf(state);
}

/** Up to this strictness nothing stops a deployment: `warn`. */
export const PASSABLE = 1;

/** Whether a deployment may go ahead without asking anybody: `open` or `warn`. */
export function isPassable(state: WindowState): boolean {
  return strictnessOf(state) <= PASSABLE;
}
