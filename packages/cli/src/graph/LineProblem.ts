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
const SHOWN = 1_000;

/**
 * Problems of a file for people, a line each.
 *
 * @param count - how many problems there are
 * @param lineCount - in how many lines of the file
 */
export function renderProblems(
  problems: readonly LineProblem[],
  count: number,
  lineCount: number,
): string {
  const lines = problems
    .slice(0, SHOWN)
    .map(({ line, field, message }) =>
      plainLine(
        `line ${line}: ${field === undefined ? '' : `${field}: `}${message}`,
      ),
    );
  if (count > lines.length) lines.push(`and ${count - lines.length} more`);
  const are = lineCount === 1 ? 'line was not as' : 'lines were not as';
  return `${lines.join('\n')}
${lineCount} ${are} expected; the answer is about all that could be read.
`;
}

/** Keeps as many problems as are shown, and counts all. */
export class ProblemList {
  readonly problems: LineProblem[] = [];
  readonly #lines = new Set<number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(problem: LineProblem): void {
    this.#count++;
    this.#lines.add(problem.line);
    if (this.problems.length < SHOWN) this.problems.push(problem);
  }

  /** By line, since some are only seen at the end. */
  render(): string {
    return renderProblems(
      [...this.problems].sort((a, b) => a.line - b.line),
      this.#count,
      this.#lines.size,
    );
  }
}
