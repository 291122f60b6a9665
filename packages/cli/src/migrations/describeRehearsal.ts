import type {
  RehearsalDifference,
  RehearsalProblem,
} from '@continuity/migrations';

/** A difference in a line, without what is in rows. */
export function describeDifference(difference: RehearsalDifference): string {
  switch (difference.in) {
    case 'schema': {
      const { object, how, fact } = difference;
      if (how === 'missing') return `${object} is missing`;
      return how === 'added'
        ? `${object} remains`
        : `${object} has changed: ${fact}`;
    }
    case 'sequence':
      return `sequence ${difference.sequence} gives ${difference.after} next instead of ${difference.before}, which it gave out before`;
    default: {
      const { table, missing, added, changed } = difference;
      const counts = [
        missing > 0 && `${missing} missing`,
        added > 0 && `${added} added`,
        changed > 0 && `${changed} changed`,
      ].filter(part => part !== false);
      return `rows of ${table}: ${counts.join(', ')}`;
    }
  }
}

/** What went wrong in a line. */
export function sayProblem({
  step,
  version,
  path,
  line,
  message,
}: RehearsalProblem): string {
  const place =
    path === undefined
      ? ''
      : ` (${path}${line === undefined ? '' : `:${line}`})`;
  return `${step}${
    version === undefined ? '' : ` of ${version}`
  }: ${message}${place}`;
}
