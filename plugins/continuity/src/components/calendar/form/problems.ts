import type { DraftProblem } from '../../shared/problems';
import type { RequiredPart } from './windowForm';

/**
 * The problems without those of parts that nobody has filled in yet: an empty form is not
 * wrong, it is empty.
 */
export function withoutEmpty(
  problems: readonly DraftProblem[],
  empty: readonly RequiredPart[],
): DraftProblem[] {
  const waiting = empty.map(part => `window.${part}`);
  return problems.filter(({ path }) => !waiting.includes(path));
}
