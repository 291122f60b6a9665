import { loadSqlParser, type SqlParser } from '../sql/parseSql';
import type { MigrationFolder } from '../types';
import { concludeRehearsal } from './concludeRehearsal';
import { Workspace } from './database/Workspace';
import { planRehearsal } from './planRehearsal';
import { RehearsalError } from './RehearsalError';
import { Rehearsing } from './Rehearsing';
import type { RehearseOptions } from './RehearseOptions';
import { clusterStatements } from './run/clusterStatements';
import type { Rehearsal } from './types';

const TEN_MINUTES_MS = 600_000;

/**
 * Goes up to the previous release, loads rows, goes up, back, and up again, and compares
 * schema and rows with what they were. What it makes on the server is gone afterwards,
 * whatever happens.
 *
 * @throws RehearsalError when it cannot take place, or is broken off
 */
export async function rehearseMigrations(
  folder: MigrationFolder,
  options: RehearseOptions,
): Promise<Rehearsal> {
  const { server, placeholders = {}, signal } = options;
  const { statementLimitMs = TEN_MINUTES_MS } = options;
  const plan = planRehearsal(folder, options.previous);
  const parser = await loadSqlParser();
  if (!server.isThrowAway) refuseBeyond(folder, options, parser);
  const workspace = await Workspace.create(server, {
    statementLimitMs,
    signal,
  });
  let left: readonly string[] = [];
  let rehearsal: Rehearsal;
  try {
    const findings = await new Rehearsing(folder, plan, options, {
      workspace,
      parser,
      placeholders,
      statementLimitMs,
      signal,
      ...(folder.layout === 'knex' && { fileOf: options.fileOf }),
    }).run();
    rehearsal = concludeRehearsal(folder, plan, findings);
  } catch (error) {
    left = await workspace.remove();
    throw brokenOff(error, left, signal);
  }
  left = await workspace.remove();
  return left.length === 0
    ? rehearsal
    : { ...rehearsal, notes: [...rehearsal.notes, sayLeft(left)] };
}

function brokenOff(
  error: unknown,
  left: readonly string[],
  signal: AbortSignal | undefined,
): Error {
  const rest = left.length === 0 ? '' : `; ${sayLeft(left)}`;
  if (signal?.aborted) {
    return new RehearsalError(
      'interrupted',
      `the rehearsal was interrupted, and what it made is removed${rest}`,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return new RehearsalError('unavailable', `${message}${rest}`);
}

function sayLeft(names: readonly string[]): string {
  return `could not be removed, drop by hand: ${names.join(', ')}`;
}

/** @throws RehearsalError when a script would change what others use on that server */
function refuseBeyond(
  { migrations }: MigrationFolder,
  { placeholders = {}, data }: RehearseOptions,
  parser: SqlParser,
): void {
  const scripts = [
    ...migrations.flatMap(({ up, down }) => (down ? [up, down] : [up])),
    ...(data
      ? [
          {
            path: data.path,
            parts: [{ kind: 'sql' as const, sql: data.text }],
            transaction: undefined,
          },
        ]
      : []),
  ];
  for (const script of scripts) {
    const [found] = clusterStatements(script, parser, placeholders);
    if (found) {
      throw new RehearsalError(
        'usage',
        `${script.path}:${found.line}: ${found.what} reaches beyond one database, and others use that server; rehearse on a throw-away one (leave out --database-url)`,
      );
    }
  }
}
