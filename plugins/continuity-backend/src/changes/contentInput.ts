import { InputError } from '@backstage/errors';
import {
  formatProblem,
  parseChangeContent,
  type ChangeContent,
  type Problem,
} from '@continuity/engine';
import { maskSecrets } from '../evidence';

/** What is for people; everything else is decided by, and a masked ref would match nothing. */
const TEXTS = [
  'title',
  'description',
  'classReason',
  'incident',
  'plan',
  'rollbackPlan',
  'tests',
  'communication',
] as const;

/**
 * What a change says, as it arrives and with secrets in its texts masked.
 *
 * @throws InputError that names every field that is wrong
 */
export function readContent(raw: unknown): ChangeContent {
  const reading = parseChangeContent(masked(raw));
  if (!reading.ok) throw wrongContent(reading.problems);
  return reading.value;
}

/** Problems of what a change says, as they are told over HTTP. */
export function wrongContent(problems: readonly Problem[]): InputError {
  return new InputError(
    problems
      .map(problem =>
        formatProblem({
          ...problem,
          path: problem.path === '' ? 'content' : `content.${problem.path}`,
        }),
      )
      .join('; '),
  );
}

/** What somebody says about a step, masked like everything that is kept for ever. */
export function readComment(comment: string | undefined): string | undefined {
  return comment === undefined ? undefined : String(maskSecrets(comment));
}

function masked(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const content: Record<string, unknown> = { ...raw };
  for (const name of TEXTS) {
    if (content[name] !== undefined) content[name] = maskSecrets(content[name]);
  }
  return content;
}
