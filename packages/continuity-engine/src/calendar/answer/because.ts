import type { AskedOperation } from './operation';
import type { JudgedWindow } from './roles';
import type { Enforcement, Occurrence } from '../types';
import { endInWords, startInWords, utc } from './words';

/** What has to be known beside the window and its role. */
export interface Surroundings {
  asked: AskedOperation;
  /** Up to where it is known what comes, as `utc` puts it. */
  readonly horizonInWords: string;
  /**
   * The occurrence with which a window that is in force really ends: the last of those
   * that follow each other without a break. Undefined: no end before the horizon.
   */
  lastOf(judged: JudgedWindow): Occurrence | undefined;
}

const CONSEQUENCE: Record<Enforcement, string> = {
  block: 'nothing may be released',
  approval: 'a release needs approval',
  warn: 'a release needs care',
};

/**
 * Why a window counts as it does, in plain words.
 *
 * @param name - Of the window, as a sentence may begin with it. Absent: its name stands
 * beside the words.
 */
export function explainRole(
  judged: JudgedWindow,
  around: Surroundings,
  name: string = 'It',
): string {
  const { window } = judged.scoped.indexed;
  switch (judged.role) {
    case 'out-of-scope':
      return judged.scoped.scopeReason;
    case 'idle':
      return `${name} is not in force. ${nextInWords(judged, around)}`;
    case 'opens':
      return `${name} is a maintenance window and in force ${untilInWords(
        judged,
        around,
      )}, so it stops nothing.`;
    case 'waits':
      return `${name} is a maintenance window and not in force, but another one is, and one is enough. ${nextInWords(
        judged,
        around,
      )}`;
    case 'exempt':
      return explainExempt(judged, around, name);
    default:
      return window.effect === 'maintenance'
        ? `${name} is a maintenance window, and neither it nor another one is in force, so ${
            CONSEQUENCE[window.enforcement]
          }. ${nextInWords(judged, around)}${explainOperation(
            judged,
            around.asked,
          )}`
        : `${name} is in force ${untilInWords(judged, around)}, so ${
            CONSEQUENCE[window.enforcement]
          }.${explainOperation(judged, around.asked)}`;
  }
}

function explainExempt(
  judged: JudgedWindow,
  around: Surroundings,
  name: string,
): string {
  const { window } = judged.scoped.indexed;
  const state =
    window.effect === 'maintenance'
      ? `${name} is a maintenance window, and neither it nor another one is in force`
      : `${name} is in force ${untilInWords(judged, around)}`;
  const { rollbackProven, runningSince } = around.asked;
  const why =
    rollbackProven && window.rollbacksExempt
      ? 'but it lets rollbacks through, and this goes back to what ran here before'
      : `but it began to close after ${utc(
          runningSince ?? NaN,
        )}, when the deployment under way was allowed, and lets it finish`;
  return `${state}, ${why}.`;
}

/** What would let this operation through, or why it does not; with a space before it. */
export function explainOperation(
  { scoped }: JudgedWindow,
  { operation, rollbackProven, runningSince }: AskedOperation,
): string {
  const { window } = scoped.indexed;
  if (operation === 'rollback') {
    if (!window.rollbacksExempt) return ' It holds rollbacks back too.';
    return rollbackProven
      ? ''
      : ' It lets rollbacks through, but nothing proves that this goes back to what ran here before.';
  }
  if (operation === 'continue') {
    if (window.onRunning === 'pause') {
      return ' It pauses what is under way too.';
    }
    return runningSince === undefined
      ? ' It lets finish what is under way, but nothing says since when this is.'
      : ` It lets finish what is under way, but it was closed already at ${utc(
          runningSince,
        )}, when this was allowed.`;
  }
  return '';
}

/** `until 2026-02-02 07:00 UTC`. */
export function untilInWords(
  judged: JudgedWindow,
  around: Surroundings,
): string {
  const last = around.lastOf(judged);
  return last
    ? `until ${endInWords(judged.scoped.indexed.window, last)}`
    : `with no end in sight before ${around.horizonInWords}`;
}

/** When it is next in force, as a sentence. */
export function nextInWords(
  { scoped, next }: JudgedWindow,
  around: Surroundings,
): string {
  const { window } = scoped.indexed;
  return next
    ? `Next: from ${startInWords(window, next)} to ${endInWords(window, next)}.`
    : `Not again before ${around.horizonInWords}.`;
}
