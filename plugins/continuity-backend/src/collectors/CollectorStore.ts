import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type {
  ClaimedRun,
  ReportCounts,
  StoredCollector,
  StoredProblem,
  StoredReason,
} from './types';

/** PostgreSQL hands out a bigint as text. */
type Moment = number | string | null;

interface CollectorRow {
  collector: string;
  started_at: Moment;
  running_until: Moment;
  holder: string | null;
  finished_at: Moment;
  completed_at: Moment;
  next_at: number | string;
  failures: number;
  failing_since: Moment;
  problem: string | null;
  accepted: number;
  unchanged: number;
  refused: number;
  problems: number;
}

interface ProblemRow {
  collector: string;
  key: string;
  entity_ref: string | null;
  environment: string | null;
  region: string | null;
  place: string | null;
  reason: string;
  remedy: string;
  since: number | string;
  at: number | string;
}

/** Rows a statement: 10 values each, and SQLite allows at most 32766 bound values. */
const BATCH = 500;

/** How collectors do, for all replicas, in a SQL database. */
export class CollectorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Everything of which anything is kept, by id. */
  async list(): Promise<StoredCollector[]> {
    const rows = await this.#knex<CollectorRow>('collectors').orderBy(
      'collector',
    );
    return rows.map(collectorOf);
  }

  async read(collector: string): Promise<StoredCollector | undefined> {
    const row = await this.#knex<CollectorRow>('collectors')
      .where({ collector })
      .first();
    return row && collectorOf(row);
  }

  /** Has something kept of a collector; the first run is due at once. */
  async ensure(collector: string, now: Instant): Promise<void> {
    await this.#knex<CollectorRow>('collectors')
      .insert({
        collector,
        next_at: now,
        failures: 0,
        accepted: 0,
        unchanged: 0,
        refused: 0,
        problems: 0,
      })
      .onConflict('collector')
      .ignore();
  }

  /**
   * Takes on a run that is due.
   *
   * @param until - when somebody else may take on the next one, if this is never ended
   * @returns false when it is not due, or somebody is at it
   */
  async claim(run: ClaimedRun, until: Instant): Promise<boolean> {
    const { collector, holder, startedAt } = run;
    const taken = await this.#knex<CollectorRow>('collectors')
      .where({ collector })
      .where('next_at', '<=', startedAt)
      .where(row =>
        row
          .whereNull('running_until')
          .orWhere('running_until', '<=', startedAt),
      )
      .update({ holder, started_at: startedAt, running_until: until });
    return taken === 1;
  }

  /** Gives a run back that was not ended; it stays due. */
  async release({ collector, holder }: ClaimedRun): Promise<void> {
    await this.#knex<CollectorRow>('collectors')
      .where({ collector, holder })
      .update({ holder: null, running_until: null });
  }

  /**
   * Ends a run that succeeded.
   *
   * @returns false when somebody else has taken on another one since
   */
  async complete(
    tx: Knex.Transaction,
    run: ClaimedRun,
    outcome: { at: Instant; nextAt: Instant; counts: ReportCounts },
  ): Promise<boolean> {
    const { at, nextAt, counts } = outcome;
    return this.#end(tx, run, {
      finished_at: at,
      completed_at: at,
      next_at: nextAt,
      failures: 0,
      failing_since: null,
      problem: null,
      ...counts,
    });
  }

  /** Ends a run that failed; returns what {@link CollectorStore.complete} does. */
  async fail(
    tx: Knex.Transaction,
    run: ClaimedRun,
    outcome: {
      at: Instant;
      nextAt: Instant;
      counts: ReportCounts;
      failures: number;
      since: Instant;
      reason: StoredReason;
    },
  ): Promise<boolean> {
    const { at, nextAt, counts, failures, since, reason } = outcome;
    return this.#end(tx, run, {
      finished_at: at,
      next_at: nextAt,
      failures,
      failing_since: since,
      problem: JSON.stringify({ ...reason, at }),
      ...counts,
    });
  }

  /** Has the next run due at once. */
  async hasten(
    tx: Knex.Transaction,
    collector: string,
    now: Instant,
  ): Promise<void> {
    await tx<CollectorRow>('collectors')
      .where({ collector })
      .where('next_at', '>', now)
      .update({ next_at: now });
  }

  /**
   * The problems of a collector: first those about no single service, which are behind many
   * of the others, then those that last longest.
   */
  async problems(collector: string, limit: number): Promise<StoredProblem[]> {
    const rows = await this.#knex<ProblemRow>('collector_problems')
      .where({ collector })
      .orderByRaw('case when entity_ref is null then 0 else 1 end')
      .orderBy(['since', 'entity_ref', 'key'])
      .limit(limit);
    return rows.map(problemOf);
  }

  /**
   * Keeps problems; of those that were known already, since when stays.
   *
   * @param problems - with distinct keys
   * @param options.others - what becomes of those that are known and not among them
   * @param options.count - how many there are, those that are not kept included
   */
  async keepProblems(
    tx: Knex.Transaction,
    collector: string,
    problems: readonly StoredProblem[],
    options: { others: 'keep' | 'forget'; count: number },
  ): Promise<void> {
    const known = new Map(
      (
        await tx<ProblemRow>('collector_problems')
          .where({ collector })
          .select('key', 'since')
      ).map(({ key, since }) => [key, Number(since)]),
    );
    if (options.others === 'forget') {
      await tx('collector_problems').where({ collector }).delete();
    }
    const rows = problems.map(problem => ({
      ...problemRowOf(collector, problem),
      since: known.get(problem.key) ?? problem.since,
    }));
    for (let from = 0; from < rows.length; from += BATCH) {
      await tx<ProblemRow>('collector_problems')
        .insert(rows.slice(from, from + BATCH))
        .onConflict(['collector', 'key'])
        .merge();
    }
    const added = problems.filter(({ key }) => !known.has(key)).length;
    await tx<CollectorRow>('collectors')
      .where({ collector })
      .update({
        problems:
          options.others === 'forget'
            ? options.count
            : Math.max(known.size + added, options.count),
      });
  }

  async #end(
    tx: Knex.Transaction,
    { collector, holder }: ClaimedRun,
    row: Partial<CollectorRow>,
  ): Promise<boolean> {
    const ended = await tx<CollectorRow>('collectors')
      .where({ collector, holder })
      .update({ ...row, holder: null, running_until: null });
    return ended === 1;
  }
}

function collectorOf(row: CollectorRow): StoredCollector {
  return {
    id: row.collector,
    ...(row.started_at !== null && { startedAt: Number(row.started_at) }),
    ...(row.running_until !== null && {
      runningUntil: Number(row.running_until),
    }),
    ...(row.finished_at !== null && { finishedAt: Number(row.finished_at) }),
    ...(row.completed_at !== null && { completedAt: Number(row.completed_at) }),
    nextAt: Number(row.next_at),
    failures: row.failures,
    ...(row.problem !== null && {
      failing: { ...JSON.parse(row.problem), since: Number(row.failing_since) },
    }),
    counts: {
      accepted: row.accepted,
      unchanged: row.unchanged,
      refused: row.refused,
    },
    problemCount: row.problems,
  };
}

function problemOf(row: ProblemRow): StoredProblem {
  return {
    key: row.key,
    ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
    ...(row.environment !== null && { environment: row.environment }),
    ...(row.region !== null && { region: row.region }),
    ...(row.place !== null && { place: row.place }),
    reason: row.reason,
    remedy: row.remedy,
    since: Number(row.since),
    at: Number(row.at),
  };
}

function problemRowOf(collector: string, problem: StoredProblem): ProblemRow {
  return {
    collector,
    key: problem.key,
    entity_ref: problem.entityRef ?? null,
    environment: problem.environment ?? null,
    region: problem.region ?? null,
    place: problem.place ?? null,
    reason: problem.reason,
    remedy: problem.remedy,
    since: problem.since,
    at: problem.at,
  };
}
