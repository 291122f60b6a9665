import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { explainError } from './explainError';
import type { ScriptProblem } from './runScript';

/**
 * Runs one direction of one module as `knex migrate` does. It is a program of its own, as
 * the code is the project's: it may end the process, or change what is global in it. Knex
 * and the driver are the project's when it has them.
 */
const PROGRAM = `
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { file, direction, url, own, limit } = JSON.parse(process.env.CONTINUITY_REHEARSAL);
const theirs = createRequire(file);
const load = name => {
  try { return theirs(name); } catch { return theirs(own[name]); }
};
const say = answer => process.stdout.write('\\n' + JSON.stringify(answer) + '\\n');

let migration;
try {
  const loaded = await import(pathToFileURL(file).href);
  migration = typeof loaded[direction] === 'function' ? loaded : loaded.default ?? loaded;
  load('pg');
} catch (error) {
  say({ cannotLoad: error?.message ?? String(error) });
  process.exit(0);
}
const run = migration[direction];
if (typeof run !== 'function') {
  say({ missing: true });
  process.exit(0);
}
const module = load('knex');
const knex = (module.knex ?? module.default ?? module)({
  client: 'pg',
  connection: { connectionString: url, statement_timeout: limit },
  pool: { min: 0, max: 4 },
  migrations: { directory: '.' },
});
try {
  if (migration.config?.transaction === false) await run(knex, Promise);
  else await knex.transaction(trx => run(trx, Promise));
  say({ done: true });
} catch (error) {
  const { message = String(error), code, position, detail } = error ?? {};
  say({ failed: { message, code, position, detail } });
}
await knex.destroy();
`;

interface Running {
  /** Of the module, absolute. */
  readonly file: string;
  /** As it is shown. */
  readonly path: string;
  readonly direction: 'down' | 'up';
  readonly url: string;
  readonly statementLimitMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs a migration of Knex, which is code.
 *
 * @returns `missing` when it has no such direction, and what went wrong if anything did
 */
export async function runKnex({
  path: shown,
  ...running
}: Running): Promise<ScriptProblem | 'done' | 'missing'> {
  const began = Date.now();
  const { stdout, said } = await runProgram(running);
  const answer = readAnswer(stdout);
  if ('done' in answer) return 'done';
  if ('missing' in answer) return 'missing';
  if ('failed' in answer) {
    const { position: _, ...rest } = explainError(answer.failed, {
      isLate: Date.now() - began >= running.statementLimitMs,
    });
    return { path: shown, ...rest };
  }
  return {
    path: shown,
    message: `its code cannot be run: ${
      'cannotLoad' in answer ? answer.cannotLoad : said
    }`,
    next: 'Install what it needs beside it; TypeScript is run as Node runs it, without its types.',
    means: 'unknown',
  };
}

function runProgram({
  file,
  direction,
  url,
  statementLimitMs,
  signal,
}: Omit<Running, 'path'>): Promise<{ stdout: string; said: string }> {
  const question = JSON.stringify({
    file,
    direction,
    url,
    own: { knex: require.resolve('knex'), pg: require.resolve('pg') },
    limit: statementLimitMs,
  });
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', PROGRAM],
      {
        cwd: path.dirname(file),
        env: { ...process.env, CONTINUITY_REHEARSAL: question },
        maxBuffer: 64 * 1024 * 1024,
        signal,
      },
      (error, stdout, stderr) =>
        resolve({
          stdout,
          said:
            stderr.trim().split('\n').pop() ||
            error?.message ||
            'it says nothing',
        }),
    );
  });
}

/** What the program says in its last line; its migration may have said more before. */
function readAnswer(stdout: string): object {
  try {
    const answer: unknown = JSON.parse(
      stdout.trimEnd().split('\n').pop() ?? '',
    );
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
