import type { ScriptProblem } from './runScript';

/** What PostgreSQL said, in words and with what to do. */
export interface ExplainedError extends Omit<ScriptProblem, 'path'> {
  /** The character of what was sent, from 0. */
  readonly position?: number;
}

interface Circumstances {
  /** The statement took as long as it may. */
  readonly isLate?: boolean;
  /** What was sent before it stays in force. */
  readonly leavesHalf?: boolean;
}

/** Codes of PostgreSQL (appendix A of its manual) with something to do about them. */
const ADVICE: Readonly<Record<string, string>> = {
  '22001':
    'Rows hold more than the new type takes: shorten them first, or keep the wider type. If rows like that cannot be there, say so with a CHECK, or give rows with --data.',
  '22003':
    'Rows hold more than the new type takes: keep the wider type. If rows like that cannot be there, say so with a CHECK, or give rows with --data.',
  '22P02': 'Values cannot be read as the new type: convert them with USING.',
  '23502':
    'There are rows with a null: fill them in first, in the same script or in a release before.',
  '23503':
    'There are rows that point to nothing: delete or mend them first, in the same script.',
  '23505':
    'There are rows with equal values: make them differ first, in the same script.',
  '23514':
    'There are rows that break it: mend them first, or add the constraint NOT VALID.',
  '25001':
    'Run it outside of a transaction: say so in the way of the tool (Flyway: executeInTransaction=false, Liquibase: runInTransaction:false, dbmate: transaction:false, Knex: config.transaction = false), in a file of its own.',
  '2BP01':
    'Something depends on it: drop or change that first, by its name; not with CASCADE.',
  '42P07': 'It is there already: the step before did not take it away.',
  '42710': 'It is there already: the step before did not take it away.',
  '42701': 'It is there already: the step before did not take it away.',
  '42P01': 'It is not there: the script does not fit the schema it meets.',
  '42703': 'It is not there: the script does not fit the schema it meets.',
  '42704': 'It is not there: the script does not fit the schema it meets.',
  '42501': 'The role of the rehearsal may not do that.',
  '55P03':
    'A lock was waited for too long, though nobody else is on this database: something in the script holds it in another session.',
  '0A000': 'PostgreSQL does not offer that; find another statement.',
};

/** The server or the connection went away (classes 08 and 57). */
const GONE = /^(08...|57P0[1-5])$/;

/** Explains what a statement failed with. */
export function explainError(
  error: unknown,
  { isLate = false, leavesHalf = false }: Circumstances,
): ExplainedError {
  const fields = fieldsOf(error);
  const { code, position, detail } = fields;
  const { message } = fields;
  const isGone = code === undefined || GONE.test(code);
  if (isGone || (code === '57014' && isLate)) {
    return {
      message: isGone ? `the connection was lost: ${message}` : message,
      ...(code !== undefined && { sqlState: code }),
      next: isGone
        ? 'Rehearse again; if the server goes away again, its log says why.'
        : 'Raise --statement-limit, or find out what the statement waits for.',
      means: 'unknown',
    };
  }
  const half = leavesHalf
    ? ' What was sent before it stays in force: the schema is neither the old nor the new one.'
    : '';
  return {
    message: detail === undefined ? message : `${message} (${detail})`,
    sqlState: code,
    next: `${ADVICE[code] ?? 'Mend the statement, and rehearse again.'}${half}`,
    means: 'failure',
    ...(position !== undefined && { position: Number(position) - 1 }),
  };
}

function fieldsOf(error: unknown): {
  message: string;
  code?: string;
  position?: string;
  detail?: string;
} {
  if (typeof error !== 'object' || error === null) {
    return { message: String(error) };
  }
  const read = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const code = read('code');
  return {
    message: read('message') ?? String(error),
    // Codes of the network have letters only, or more than five of them.
    ...(code !== undefined && /^[0-9A-Z]{5}$/.test(code) && { code }),
    position: read('position'),
    detail: read('detail'),
  };
}
