import { plainLine } from '../output/plainLine';

/** What is wrong with a line. */
export interface LineProblem {
  line: number;
  /** Absent: the line as a whole. */
  field?: string;
  /** What stands there and what was expected. */
  message: string;
}

/** How many are shown; more help nobody. */
const SHOWN = 100;

/** Problems of a file for people, a line each. */
export function renderProblems(
  problems: readonly LineProblem[],
  count: number,
): string {
  const lines = problems
    .slice(0, SHOWN)
    .map(({ line, field, message }) =>
      plainLine(
        `line ${line}: ${field === undefined ? '' : `${field}: `}${message}`,
      ),
    );
  if (count > lines.length) lines.push(`and ${count - lines.length} more`);
  const are = count === 1 ? 'line was not as' : 'lines were not as';
  return `${lines.join('\n')}
${count} ${are} expected; the answer is about the rest.
`;
}

/** Keeps as many problems as are shown, and counts all. */
export class ProblemList {
  readonly problems: LineProblem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(problem: LineProblem): void {
    this.#count++;
    if (this.problems.length < SHOWN) this.problems.push(problem);
  }

  /** By line, since some are only seen at the end. */
  render(): string {
    return renderProblems(
      [...this.problems].sort((a, b) => a.line - b.line),
      this.#count,
    );
  }
}
