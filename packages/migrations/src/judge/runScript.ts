import type { SchemaModel } from '../schema/SchemaModel';
import type { RunId } from '../schema/types';
import { fillIn } from '../sql/fillIn';
import type { SqlParser } from '../sql/parseSql';
import type { Position } from '../sql/TextPlaces';
import { applyStatement } from '../statements/applyStatement';
import type { PlacedEffect } from '../statements/effects';
import type { ScriptRun } from '../statements/StatementRun';
import type { MigrationScript } from '../types';
import type { RuleId } from './rules';

/** What a script did to the model, and what it does besides. */
export interface ScriptOutcome {
  readonly path: string;
  readonly effects: readonly PlacedEffect[];
  /** It limits how long it waits for locks. */
  readonly limitsWaiting: boolean;
}

interface Running {
  readonly id: RunId;
  readonly parser: SqlParser;
  readonly placeholders: Readonly<Record<string, string>>;
  /** The schema that a way back is to restore. Absent: it is no way back. */
  readonly restores?: SchemaModel;
}

/** Runs a script on a model of the schema; the model is changed. */
export function runScript(
  script: MigrationScript,
  model: SchemaModel,
  { id, parser, placeholders, restores }: Running,
): ScriptOutcome {
  const effects: PlacedEffect[] = [];
  const run: ScriptRun = {
    id,
    inTransaction:
      script.transaction === 'when-several' ? false : script.transaction,
    freshEnumValues: new Set(),
    limitsWaiting: false,
    ...(restores && { restores }),
  };
  const searchPath = model.searchPath;
  for (const part of script.parts) {
    if (part.kind === 'unknown') {
      effects.push(unknown(part.why, part.rule, part.at));
      model.blur();
      continue;
    }
    const reading = parser.parse(fillIn(part.sql, placeholders));
    if (!reading.ok) {
      const { why, position } = reading;
      effects.push(unknown(why, 'unreadable-script', part.at ?? position));
      model.blur();
      continue;
    }
    if (script.transaction === 'when-several') {
      run.inTransaction = reading.statements.length > 1;
    }
    for (const read of reading.statements) {
      const statement = { ...read, position: part.at ?? read.position };
      applyStatement(statement, model, run, effects);
    }
  }
  // Each script has a session of its own, or begins one anew.
  model.searchPath = searchPath;
  return { path: script.path, effects, limitsWaiting: run.limitsWaiting };
}

function unknown(what: string, rule: RuleId, position: Position): PlacedEffect {
  return { kind: 'unknown', what, rule, position, statement: '' };
}
