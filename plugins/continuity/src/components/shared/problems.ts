/** What is wrong with a draft, as the backend names it. */
export interface DraftProblem {
  path: string;
  message: string;
}

/**
 * What is wrong with one part of a draft.
 *
 * @param path - e.g. `window.rrule`; problems of its parts count too
 * @returns undefined when nothing is
 */
export function problemAt(
  problems: readonly DraftProblem[],
  path: string,
): string | undefined {
  const found = problems.filter(
    problem => problem.path === path || problem.path.startsWith(`${path}.`),
  );
  return found.length === 0
    ? undefined
    : found.map(({ message }) => message).join('; ');
}
