import type { SqlParser } from '../../sql/parseSql';
import type { MigrationScript } from '../../types';
import type { Session } from '../database/Session';
import type { RehearsalProblem } from '../types';
import { explainError } from './explainError';
import { scriptPieces } from './scriptPieces';

/** What went wrong with a script; who ran it adds the step and the version. */
export type ScriptProblem = Omit<RehearsalProblem, 'step' | 'version'>;

interface Running {
  readonly session: Session;
  readonly parser: SqlParser;
  readonly placeholders: Readonly<Record<string, string>>;
  readonly statementLimitMs: number;
}

/**
 * Runs a script as its tool does: in a transaction, or not.
 *
 * @returns what went wrong; undefined when nothing did
 */
export async function runScript(
  script: MigrationScript,
  { session, parser, placeholders, statementLimitMs }: Running,
): Promise<ScriptProblem | undefined> {
  const { path } = script;
  const pieces = scriptPieces(script, parser, placeholders);
  if (!Array.isArray(pieces)) {
    return {
      path,
      line: pieces.line,
      message: `it cannot be run: ${pieces.why}`,
      next: 'Write it as SQL, or leave the rehearsal to the tool that runs it.',
      means: 'unknown',
    };
  }
  const inTransaction = script.transaction === true;
  if (inTransaction) await session.run('BEGIN');
  for (const [at, piece] of pieces.entries()) {
    const began = Date.now();
    try {
      await session.run(piece.sql);
    } catch (error) {
      const explained = explainError(error, {
        isLate: Date.now() - began >= statementLimitMs,
        leavesHalf: !inTransaction && at > 0,
      });
      // A connection that is gone has nothing to roll back.
      await session.run('ROLLBACK').catch(() => {});
      const { position, ...rest } = explained;
      return {
        path,
        line: piece.lineOf(firstWord(piece.sql, position)),
        ...(pieces.length > 1 && {
          statement: `${at + 1} of ${pieces.length}`,
        }),
        ...rest,
      };
    }
  }
  return endScript(session, path, inTransaction);
}

/** Commits, and puts the session back to how a new one would begin. */
async function endScript(
  session: Session,
  path: string,
  inTransaction: boolean,
): Promise<ScriptProblem | undefined> {
  try {
    if (inTransaction) await session.run('COMMIT');
  } catch (error) {
    const { position: _, ...rest } = explainError(error, {});
    return { path, ...rest, message: `at COMMIT: ${rest.message}` };
  }
  try {
    await session.run('DISCARD ALL');
    return undefined;
  } catch (error) {
    const { position: _, ...rest } = explainError(error, {});
    await session.run('ROLLBACK').catch(() => {});
    const isOpen = rest.sqlState === '25001' || rest.sqlState === '25P02';
    return {
      path,
      ...rest,
      ...(isOpen && {
        message: 'it begins a transaction and does not end it',
        next: 'End it with COMMIT, or leave BEGIN and COMMIT to the tool.',
      }),
    };
  }
}

function firstWord(sql: string, position: number | undefined): number {
  return position ?? Math.max(0, sql.search(/\S/));
}
