import type { JudgedWindow } from './roles';
import { listed, sentence, windowInWords } from './words';

/** Causes that are named; the end of a quarter may move dozens of windows at once. */
const MAX_NAMED = 3;

/**
 * Why the state changes, in words.
 *
 * @param before - Every window, just before; `after` has the same, in the same order.
 */
export function describeCause(
  before: readonly JudgedWindow[],
  after: readonly JudgedWindow[],
): string {
  const causes = before
    .flatMap((was, place) => describeMove(was, after[place]) ?? [])
    .sort();
  const rest = causes.length - MAX_NAMED;
  return sentence(
    listed([
      ...causes.slice(0, MAX_NAMED),
      ...(rest > 0
        ? [`${rest} more ${rest === 1 ? 'change' : 'changes'}`]
        : []),
    ]),
  );
}

function describeMove(was: JudgedWindow, is: JudgedWindow): string | undefined {
  const name = windowInWords(was.scoped.indexed);
  if (was.scoped.indexed.window.effect === 'maintenance') {
    if (was.role !== 'opens' && is.role === 'opens') {
      return `maintenance window ${name} begins`;
    }
    return was.role === 'opens' && is.role !== 'opens' && is.role !== 'waits'
      ? `maintenance window ${name} ends`
      : undefined;
  }
  if (was.role !== 'closes' && is.role === 'closes') {
    return `${name} comes into force`;
  }
  return was.role === 'closes' && is.role !== 'closes'
    ? `${name} is lifted`
    : undefined;
}
