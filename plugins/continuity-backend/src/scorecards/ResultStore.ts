import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import { earlierOf, RESULT_COLUMNS, toRow, type ResultRow } from './resultRow';
import type { EarlierResult, StoredChange, StoredResult } from './types';

/** 25 values a row, and SQLite allows at most 32766 bound values. */
const BATCH = 500;
const REFS = 2000;

const RESULTS = 'scorecard_results';
const HISTORY = 'scorecard_history';

/**
 * Rows as one value: to put together and to take apart a statement with thousands of them
 * takes longer than to judge what they say.
 */
const WRITE_MANY = `insert into ${RESULTS}
  select * from json_populate_recordset(null::${RESULTS}, ?::json)
  on conflict (scorecard, entity_ref) do update set ${RESULT_COLUMNS.filter(
    column => column !== 'scorecard' && column !== 'entity_ref',
  )
    .map(column => `${column} = excluded.${column}`)
    .join(', ')}`;

const NOTE_MANY = `insert into ${HISTORY}
  select * from json_populate_recordset(null::${HISTORY}, ?::json)`;

/** Where results lie, for those who judge. */
export class ResultStore {
  /** What is stored of services, by scorecard and ref; see {@link keyOf}. */
  async earlier(
    tx: Knex,
    entityRefs: readonly string[],
  ): Promise<Map<string, EarlierResult>> {
    const found = new Map<string, EarlierResult>();
    for (let from = 0; from < entityRefs.length; from += REFS) {
      const rows = await tx<ResultRow>(RESULTS)
        .whereIn('entity_ref', entityRefs.slice(from, from + REFS))
        .select(
          'scorecard',
          'entity_ref',
          'layout',
          'level',
          'states',
          'content_hash',
          'changed_at',
          'level_lost_at',
        );
      for (const row of rows) {
        found.set(keyOf(row.scorecard, row.entity_ref), earlierOf(row));
      }
    }
    return found;
  }

  async write(
    tx: Knex.Transaction,
    results: readonly StoredResult[],
  ): Promise<void> {
    for (let from = 0; from < results.length; from += BATCH) {
      const rows = results.slice(from, from + BATCH).map(toRow);
      if (isPostgres(tx)) {
        await tx.raw(WRITE_MANY, [JSON.stringify(rows)]);
      } else {
        await tx<ResultRow>(RESULTS)
          .insert(rows)
          .onConflict(['scorecard', 'entity_ref'])
          .merge();
      }
    }
  }

  /** Those of services that do not belong to the audience, or are gone. */
  async remove(
    tx: Knex.Transaction,
    keys: readonly { scorecard: string; entityRef: string }[],
  ): Promise<void> {
    for (let from = 0; from < keys.length; from += BATCH) {
      await tx<ResultRow>(RESULTS)
        .whereIn(
          ['scorecard', 'entity_ref'],
          keys
            .slice(from, from + BATCH)
            .map(({ scorecard, entityRef }) => [scorecard, entityRef]),
        )
        .delete();
    }
  }

  /** Appends to the history. */
  async note(
    tx: Knex.Transaction,
    changes: readonly StoredChange[],
  ): Promise<void> {
    for (let from = 0; from < changes.length; from += BATCH) {
      const rows = changes.slice(from, from + BATCH).map(change => ({
        id: change.id,
        scorecard: change.scorecard,
        entity_ref: change.entityRef,
        at: change.at,
        due_since: change.dueSince ?? null,
        level: change.level ?? null,
        level_before: change.levelBefore ?? null,
        worst: change.score?.worst ?? null,
        best: change.score?.best ?? null,
        checks: JSON.stringify(change.checks),
      }));
      if (isPostgres(tx)) {
        await tx.raw(NOTE_MANY, [JSON.stringify(rows)]);
      } else {
        await tx(HISTORY).insert(rows);
      }
    }
  }

  /** Notes how many services stand on which level today, for the trend. */
  async noteDay(
    knex: Knex,
    levels: ReadonlyMap<string, readonly string[]>,
    at: Instant,
  ): Promise<void> {
    const day = new Date(at).toISOString().slice(0, 10);
    const counts: {
      scorecard: string;
      level: number;
      services: number | string;
    }[] = await knex(RESULTS)
      .groupBy('scorecard', 'level')
      .select('scorecard', 'level')
      .count({ services: '*' });
    const rows = counts.flatMap(({ scorecard, level, services }) => {
      const names = levels.get(scorecard);
      return names
        ? [
            {
              scorecard,
              day,
              level: names[level] ?? '',
              services: Number(services),
            },
          ]
        : [];
    });
    await knex.transaction(async tx => {
      await tx('scorecard_days').where('day', day).delete();
      if (rows.length > 0) {
        // Another replica may have written the same meanwhile.
        await tx('scorecard_days')
          .insert(rows)
          .onConflict(['scorecard', 'day', 'level'])
          .merge();
      }
    });
  }
}

/** Of a result among those of many. */
export function keyOf(scorecard: string, entityRef: string): string {
  return `${scorecard} ${entityRef}`;
}
