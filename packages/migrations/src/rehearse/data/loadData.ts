import type { Session } from '../database/Session';
import { explainError } from '../run/explainError';
import type { ScriptProblem } from '../run/runScript';

/** A file of rows, as it was given. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

const COPY = /^COPY\b.*\bFROM\s+stdin\b.*;\s*$/i;
/** What pg_dump writes around its statements since August 2025; it says nothing to us. */
const RESTRICT = /^\\(un)?restrict\b/;
/** Any other command of psql. */
const COMMAND = /^\\[a-z!?]/i;

/** What is sent at once: statements, or one COPY with its lines. */
interface Chunk {
  readonly line: number;
  readonly sql: string;
  /** Absent: it is no COPY. */
  readonly lines?: string;
}

/**
 * Runs a file of SQL, as pg_dump writes it: statements, and `COPY ... FROM stdin` with
 * its lines.
 *
 * @returns what went wrong; undefined when nothing did
 */
export async function loadData(
  session: Session,
  { path, text }: DataFile,
): Promise<ScriptProblem | undefined> {
  const chunks = cut(text);
  if (!Array.isArray(chunks)) {
    return {
      path,
      line: chunks.line,
      message: `"${chunks.command}" is a command of psql, which is not run here`,
      next: 'Give a file of SQL, e.g. from pg_dump --data-only.',
      means: 'unknown',
    };
  }
  for (const { line, sql, lines } of chunks) {
    try {
      if (lines === undefined) await session.run(sql);
      else await session.copyIn(sql, lines);
    } catch (error) {
      const { position = 0, ...rest } = explainError(error, {});
      const before = sql.slice(0, position).split('\n').length - 1;
      return {
        path,
        line: line + before,
        ...rest,
        next: 'Give rows that fit the schema of the previous release.',
        means: 'unknown',
      };
    }
  }
  return undefined;
}

function cut(text: string): Chunk[] | { line: number; command: string } {
  const chunks: Chunk[] = [];
  const lines = text.split(/\r?\n/);
  let sql: string[] = [];
  let first = 1;
  const flush = () => {
    if (sql.some(line => line.trim() !== '')) {
      chunks.push({ line: first, sql: sql.join('\n') });
    }
    sql = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (COPY.test(line)) {
      flush();
      const end = lines.indexOf('\\.', at);
      const stop = end < 0 ? lines.length : end;
      const data = lines.slice(at + 1, stop).map(row => `${row}\n`);
      chunks.push({ line: at + 1, sql: line, lines: data.join('') });
      at = stop;
    } else if (RESTRICT.test(line)) {
      sql.push('');
    } else if (COMMAND.test(line)) {
      return { line: at + 1, command: line };
    } else {
      if (sql.length === 0) first = at + 1;
      sql.push(line);
    }
  }
  flush();
  return chunks;
}
