import type { Instant } from '../../time';
import type { FreezeWindow, Operation } from '../types';

/** What somebody wants to do, as far as windows care. */
export interface AskedOperation {
  /** Absent: `deploy`. */
  operation?: Operation;
  /**
   * Whether it is known that what a `rollback` goes back to (or, for `continue`, what
   * is under way and was a rollback) ran there before. Absent: it is not.
   */
  rollbackProven?: boolean;
  /**
   * For `continue`: since when the deployment is under way. Absent: not known, so it
   * is judged as one that begins.
   */
  runningSince?: Instant;
}

/** Whether a window lets this operation through whenever it closes to others. */
export function exemptsRollback(
  window: FreezeWindow,
  { operation, rollbackProven }: AskedOperation,
): boolean {
  return (
    window.rollbacksExempt &&
    rollbackProven === true &&
    (operation === 'rollback' || operation === 'continue')
  );
}

/**
 * The moment from which on a window that begins to close lets this operation finish.
 * Infinity: it never does.
 */
export function finishesAfter(
  window: FreezeWindow,
  { operation, runningSince }: AskedOperation,
): Instant {
  return operation === 'continue' && window.onRunning === 'finish'
    ? runningSince ?? Infinity
    : Infinity;
}
