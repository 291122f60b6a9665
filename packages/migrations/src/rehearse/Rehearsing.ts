import { performance } from 'node:perf_hooks';
import { analyzeMigrations } from '../analyzeMigrations';
import type { Migration, MigrationFolder } from '../types';
import { affectedTables } from './affectedTables';
import {
  compareDatabases,
  prepareReading,
  type DatabaseComparison,
} from './compareDatabases';
import type { Findings } from './concludeRehearsal';
import { generateData } from './data/generateData';
import { loadData } from './data/loadData';
import { refreshViews } from './data/refreshViews';
import { describeDifferences } from './describeDifferences';
import type { RehearsalPlan } from './planRehearsal';
import type { RehearseOptions } from './RehearseOptions';
import { fingerprintRows } from './rows/fingerprintRows';
import { readTables } from './rows/TableShape';
import type { ScriptProblem } from './run/runScript';
import { runMigration, type MigrationRunner } from './runMigration';
import type { RehearsalStep, StepReport, TableReport } from './types';

/** One rehearsal while it is held. */
export class Rehearsing {
  readonly #folder: MigrationFolder;
  readonly #plan: RehearsalPlan;
  readonly #options: RehearseOptions;
  readonly #runner: MigrationRunner;
  readonly #found: Findings;

  constructor(
    folder: MigrationFolder,
    plan: RehearsalPlan,
    options: RehearseOptions,
    runner: MigrationRunner,
  ) {
    this.#folder = folder;
    this.#plan = plan;
    this.#options = options;
    this.#runner = runner;
    this.#found = {
      database: '',
      data: options.data
        ? { source: 'file', path: options.data.path }
        : { source: 'generated', seed: options.seed ?? 1 },
      steps: [],
      schema: 'not-compared',
      rows: 'not-compared',
      again: 'not-compared',
      tables: [],
      differences: [],
      doubts: [],
      notes: [],
    };
  }

  async run(): Promise<Findings> {
    const { workspace } = this.#runner;
    const { before, release } = this.#plan;
    const found = this.#found;
    found.database = await workspace.version();
    if (release.length === 0) return found;
    const unclear = new Map<string, string>();
    const isReady =
      (await this.#migrate('previous release', before, 'up')) &&
      (await this.#step('data', () => this.#fill(unclear)));
    if (!isReady) return found;
    const old = await workspace.copy('before');
    await this.#fingerprint(old, unclear);
    if (!(await this.#migrate('up', release, 'up'))) return found;
    const recent = await workspace.copy('after');
    await this.#markAffected(await this.#compare(old, recent));
    const back = [...release].reverse();
    if (!(await this.#migrate('down', back, 'down'))) return found;
    await this.#step('compare', async () => {
      const comparison = await this.#compare(old, workspace.name);
      const { differences, notes } = describeDifferences(comparison, 'compare');
      found.differences.push(...differences);
      found.notes.push(...notes);
      const isIn = (where: string) => differences.some(one => one.in === where);
      found.schema = isIn('schema') ? 'differs' : 'same';
      found.rows = isIn('table') || isIn('sequence') ? 'differs' : 'same';
      return undefined;
    });
    // From another schema, going up again says nothing about the migration.
    if (found.differences.length > 0) return found;
    if (!(await this.#migrate('up again', release, 'up'))) return found;
    await this.#step('compare again', async () => {
      const comparison = await this.#compare(recent, workspace.name);
      const { differences, notes } = describeDifferences(
        comparison,
        'compare again',
      );
      found.differences.push(...differences);
      found.notes.push(...notes);
      found.again = differences.length > 0 ? 'differs' : 'same';
      return undefined;
    });
    return found;
  }

  /** Takes a step, and says whether it came to its end. */
  async #step(
    step: RehearsalStep,
    work: () => Promise<ScriptProblem | undefined>,
    migrations: StepReport['migrations'] = [],
  ): Promise<boolean> {
    this.#options.onProgress?.({ step });
    this.#options.signal?.throwIfAborted();
    const began = performance.now();
    const problem = await work();
    const seconds = since(began);
    const outcome = problem ? 'failed' : 'done';
    this.#found.steps.push({ step, outcome, seconds, migrations });
    if (problem) this.#found.problem = { step, ...problem };
    else if (step === 'down') this.#found.secondsBack = seconds;
    this.#options.signal?.throwIfAborted();
    return problem === undefined;
  }

  async #migrate(
    step: RehearsalStep,
    migrations: readonly Migration[],
    direction: 'down' | 'up',
  ): Promise<boolean> {
    const taken: StepReport['migrations'][number][] = [];
    const work = async () => {
      for (const migration of migrations) {
        const problem = await this.#runOne(step, migration, direction, taken);
        if (problem) return problem;
      }
      return direction === 'up' ? this.#repeat(step, taken) : undefined;
    };
    return this.#step(step, work, taken);
  }

  async #runOne(
    step: RehearsalStep,
    migration: Migration,
    direction: 'down' | 'up',
    taken: StepReport['migrations'][number][],
  ): Promise<(ScriptProblem & { version: string }) | undefined> {
    const { version, title } = migration;
    this.#options.onProgress?.({ step, version });
    this.#options.signal?.throwIfAborted();
    const began = performance.now();
    const outcome = await runMigration(migration, direction, this.#runner);
    taken.push({ version, title, seconds: since(began) });
    if (outcome === 'done') return undefined;
    if (outcome === 'missing') {
      this.#found.notes.push(
        `${version} ${title} has no script for the way back; nothing was run for it`,
      );
      return undefined;
    }
    // What came before the release is not what is rehearsed.
    const means = step === 'previous release' ? 'unknown' : outcome.means;
    return { ...outcome, means, version };
  }

  /** What Flyway runs after all others; at the previous release it may not fit yet. */
  async #repeat(
    step: RehearsalStep,
    taken: StepReport['migrations'][number][],
  ): Promise<ScriptProblem | undefined> {
    for (const migration of this.#plan.repeatable) {
      const problem = await this.#runOne(step, migration, 'up', taken);
      if (!problem) continue;
      if (step !== 'previous release') return problem;
      this.#found.notes.push(
        `${migration.version} does not run at the previous release (${problem.message}); it was left out there`,
      );
    }
    return undefined;
  }

  async #fill(
    unclear: Map<string, string>,
  ): Promise<ScriptProblem | undefined> {
    const { workspace } = this.#runner;
    const { data, seed = 1, rowsPerTable = 25 } = this.#options;
    return workspace.with(workspace.name, async session => {
      if (data) {
        const problem = await loadData(session, data);
        if (problem) return problem;
      } else {
        const why = await generateData(session, { seed, rowsPerTable });
        for (const [table, reason] of why) unclear.set(table, reason);
      }
      return refreshViews(session);
    });
  }

  async #fingerprint(
    database: string,
    why: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.#runner.workspace.with(database, async session => {
      await prepareReading(session);
      for (const shape of (await readTables(session)).values()) {
        const { rows, digest } = await fingerprintRows(session, shape);
        const { name } = shape;
        this.#found.tables.push({
          name,
          rows,
          digest,
          affected: false,
          ...(rows === 0 && { empty: why.get(name) ?? this.#whyEmpty() }),
        });
      }
    });
  }

  #whyEmpty(): string {
    return this.#options.data
      ? 'the file puts no row into it'
      : 'no row that was made up belongs there';
  }

  async #markAffected(up: DatabaseComparison): Promise<void> {
    const { placeholders } = this.#runner;
    const { migrations } = await analyzeMigrations(this.#folder, {
      placeholders,
    });
    const { release } = this.#plan;
    const versions = new Set(release.map(({ version }) => version));
    const affected = affectedTables(
      up,
      migrations.filter(({ version }) => versions.has(version)),
    );
    this.#found.tables = this.#found.tables.map(
      (table): TableReport => ({
        ...table,
        affected: affected.has(table.name),
      }),
    );
  }

  async #compare(before: string, after: string): Promise<DatabaseComparison> {
    const { workspace } = this.#runner;
    return workspace.with(before, one =>
      workspace.with(after, other => compareDatabases(one, other)),
    );
  }
}

function since(began: number): number {
  return Number(((performance.now() - began) / 1000).toFixed(3));
}
