import { fillIn } from '../../sql/fillIn';
import type { SqlParser } from '../../sql/parseSql';
import { TextPlaces } from '../../sql/TextPlaces';
import type { MigrationScript } from '../../types';

/** What is sent at once, and where it stands. */
export interface ScriptPiece {
  readonly sql: string;
  /** The line in the file of a character of `sql`, from 1. */
  lineOf(character: number): number;
}

/** A script that cannot be run, because it is not known what it sends. */
export interface NotExecutable {
  readonly why: string;
  readonly line: number;
}

/**
 * Cuts a script into what its tool sends at once: the whole text where that makes it one
 * transaction, and a statement at a time everywhere else.
 */
export function scriptPieces(
  { parts, transaction }: MigrationScript,
  parser: SqlParser,
  placeholders: Readonly<Record<string, string>>,
): NotExecutable | ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  for (const part of parts) {
    if (part.kind === 'unknown') return { why: part.why, line: part.at.line };
    const sql = fillIn(part.sql, placeholders);
    const places = new TextPlaces(sql);
    const whole: ScriptPiece = {
      sql,
      lineOf: character =>
        part.at ? part.at.line : places.positionOf(character).line,
    };
    const reading = parser.parse(sql);
    // What our parser refuses, PostgreSQL shall refuse in its own words.
    if (!reading.ok || transaction === 'when-several') {
      pieces.push(whole);
      continue;
    }
    for (const { start, end } of reading.statements) {
      pieces.push({
        sql: sql.slice(start, end),
        lineOf: character => whole.lineOf(start + character),
      });
    }
  }
  return pieces;
}
