import type { DraftProblem } from '../../shared/problems';

/** Where a field is named: at the beginning, or after what was said of another one. */
const FIELD = /(^|; |, |\n)(content(?:\.[\w:/.-]+)?): /g;

/**
 * The fields that a refusal names, each with what is wrong with it.
 *
 * @param message - e.g. `content.title: is missing; expected one line`
 * @returns empty when it names none
 */
export function fieldProblems(message: string): DraftProblem[] {
  const found = [...message.matchAll(FIELD)];
  return found.map((match, index) => ({
    path: match[2],
    message: message.slice(
      match.index + match[0].length,
      found[index + 1]?.index,
    ),
  }));
}
