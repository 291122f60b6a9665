import type { Node } from '@pgsql/types';
import { TextPlaces, type Position } from './TextPlaces';

/** One statement of a script. */
export interface ParsedStatement {
  readonly node: Node;
  /** Where its first word stands. */
  readonly position: Position;
  /** Its text begins here, comments before it included ... */
  readonly start: number;
  /** ... and ends before this character; the semicolon is not in it. */
  readonly end: number;
}

/** What was read of a script: every statement, or why there is none. */
export type SqlReading =
  | { readonly ok: true; readonly statements: readonly ParsedStatement[] }
  | { readonly ok: false; readonly why: string; readonly position: Position };

/** Longer scripts are data, not migrations; the parser's memory is that of WebAssembly. */
const MAX_CHARACTERS = 4_000_000;

/** PostgreSQL's own parser, once it is loaded. */
export interface SqlParser {
  /** Never throws. */
  parse(text: string): SqlReading;
}

/** Loads PostgreSQL's parser (libpg-query, the grammar of PostgreSQL 18). */
export async function loadSqlParser(): Promise<SqlParser> {
  // Not before it is needed: its WebAssembly is loaded with the module.
  const library: typeof import('libpg-query') = require('libpg-query');
  await library.loadModule();
  return { parse: text => parse(text, library) };
}

function parse(
  text: string,
  { parseSync, hasSqlDetails }: typeof import('libpg-query'),
): SqlReading {
  const start: Position = { line: 1, column: 1 };
  if (text.length > MAX_CHARACTERS) {
    return {
      ok: false,
      why: `it has ${text.length} characters; at most ${MAX_CHARACTERS} are read`,
      position: start,
    };
  }
  // The parser refuses what is empty; it is a script that does nothing.
  if (text.trim() === '') return { ok: true, statements: [] };
  const places = new TextPlaces(text);
  try {
    const { stmts = [] } = parseSync(text);
    return {
      ok: true,
      statements: stmts.flatMap(
        ({ stmt, stmt_location: octet = 0, stmt_len: octets = 0 }) => {
          if (!stmt) return [];
          const from = places.characterAt(octet);
          return {
            node: stmt,
            position: places.positionOf(skipBlanks(text, from)),
            start: from,
            // The last one has no length when no semicolon ends it.
            end: octets > 0 ? places.characterAt(octet + octets) : text.length,
          };
        },
      ),
    };
  } catch (error) {
    const at = hasSqlDetails(error) ? error.sqlDetails?.cursorPosition ?? 0 : 0;
    return {
      ok: false,
      why: error instanceof Error ? error.message : String(error),
      position: places.positionOf(Math.max(0, Math.min(at, text.length))),
    };
  }
}

/** The first character that is neither blank nor in a comment. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text.startsWith('--', at)) {
      const end = text.indexOf('\n', at);
      if (end < 0) return from;
      at = end + 1;
    } else if (text.startsWith('/*', at)) {
      at = endOfComment(text, at);
    } else {
      return at;
    }
  }
}

/** Comments of SQL nest. */
function endOfComment(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    if (text.startsWith('/*', at)) {
      depth++;
      at += 2;
    } else if (text.startsWith('*/', at)) {
      depth--;
      at += 2;
      if (depth === 0) return at;
    } else {
      at++;
    }
  }
  return at;
}
