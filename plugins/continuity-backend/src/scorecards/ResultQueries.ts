import type { Instant, RowState } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  afterPosition,
  cutPage,
  decodeCursor,
  isPostgres,
  type Page,
} from '../database';
import type { VisibleEntities } from '../fleet';
import { narrowTo } from './narrowTo';
import {
  afterResult,
  cutResults,
  RESULT_ORDERS,
  type ResultSort,
} from './resultOrder';
import { LISTED, type ListedRow, type ResultRow } from './resultRow';
import { lettersFor } from './states';
import type { ChangedCheck, StoredChange } from './types';

/** Which services of a scorecard; all conditions hold together. */
export interface ResultFilter {
  scorecard: string;
  visible: VisibleEntities;
  /** Refs; the empty text stands for none. Absent: any. */
  owners?: readonly string[];
  systems?: readonly string[];
  tiers?: readonly string[];
  /** Places of levels; -1 stands for none. Absent: any. */
  levels?: readonly number[];
  /** What came of a check. Absent: no matter. */
  states?: readonly RowState[];
  exempt?: boolean;
  /** Place of the check that states and exempt are about. Absent: any check. */
  checkAt?: number;
  /** Fingerprint of the scorecard as it is; states of others say nothing. */
  layout: string;
  text?: string;
}

/** How many services of a group, a tier and a level, and the worst of them. */
export interface GroupCount {
  group: string;
  tier: string;
  level: number;
  services: number;
  worst?: number;
  risk: number;
  exempt: number;
}

/** PostgreSQL hands out a bigint as text. */
interface HistoryRow {
  id: string;
  scorecard: string;
  entity_ref: string;
  at: number | string;
  due_since: number | string | null;
  level: string | null;
  level_before: string | null;
  worst: number | null;
  best: number | null;
  checks: string;
}

/** Counting goes through everything, and a number for orientation may be older than that. */
const COUNTED_MS = 10_000;
/** Values a statement. */
const REFS = 2000;
const RESULTS = 'scorecard_results';
const HISTORY = 'scorecard_history';
const ALL_STATES: readonly RowState[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
];

/** Questions to what was judged; none of them judges anything. */
export class ResultQueries {
  readonly #knex: Knex;
  #counted:
    | { at: Instant; counts: Promise<ReadonlyMap<string, number>> }
    | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    filter: ResultFilter,
    sort: ResultSort,
    page: { limit: number; cursor?: string },
  ): Promise<Page<ListedRow>> {
    const matching = this.#matching(filter)
      .orderByRaw(RESULT_ORDERS[sort])
      .limit(page.limit + 1);
    if (page.cursor !== undefined) afterResult(matching, sort, page.cursor);
    // What few services match is looked for in an index; else every whole row would be read.
    const query =
      filter.text === undefined
        ? matching.select(...LISTED)
        : this.#knex(RESULTS)
            .where('scorecard', filter.scorecard)
            .whereIn('entity_ref', matching.select('entity_ref'))
            .select(...LISTED)
            .orderByRaw(RESULT_ORDERS[sort]);
    const rows: ListedRow[] = await query;
    return cutResults(rows, sort, page.limit);
  }

  /** How many services stand on each level, by its place. */
  async levels(filter: ResultFilter): Promise<Map<number, number>> {
    const rows: { level: number; services: number | string }[] =
      await this.#matching(filter)
        .groupBy('level')
        .select('level')
        .count({ services: '*' });
    return new Map(rows.map(row => [row.level, Number(row.services)]));
  }

  /** How many services there are on each scorecard, whoever asks; some seconds old. */
  async services(now: Instant): Promise<ReadonlyMap<string, number>> {
    if (!this.#counted || now - this.#counted.at >= COUNTED_MS) {
      const counts = this.#countServices();
      this.#counted = { at: now, counts };
      counts.catch(() => {
        this.#counted = undefined;
      });
    }
    return this.#counted.counts;
  }

  async #countServices(): Promise<ReadonlyMap<string, number>> {
    const rows: { scorecard: string; services: number | string }[] =
      await this.#knex(RESULTS)
        .groupBy('scorecard')
        .select('scorecard')
        .count({ services: '*' });
    return new Map(rows.map(row => [row.scorecard, Number(row.services)]));
  }

  async groups(
    filter: ResultFilter,
    by: 'owner' | 'system' | 'tier',
  ): Promise<GroupCount[]> {
    const rows: {
      group_key: string;
      tier: string;
      level: number;
      services: number | string;
      worst: number | null;
      risk: number | string;
      exempted: number | string;
    }[] = await this.#matching(filter)
      .groupBy(by === 'tier' ? ['tier', 'level'] : [by, 'tier', 'level'])
      .select({ group_key: by }, 'tier', 'level')
      .count({ services: '*' })
      .min({ worst: 'worst' })
      .sum({ risk: 'risk' })
      .select({
        exempted: this.#knex.raw('sum(case when exempt > 0 then 1 else 0 end)'),
      });
    return rows.map(row => ({
      group: row.group_key,
      tier: row.tier,
      level: row.level,
      services: Number(row.services),
      ...(row.worst !== null && { worst: row.worst }),
      risk: Number(row.risk),
      exempt: Number(row.exempted),
    }));
  }

  /** The services of the greatest risk in each group; those without any are left out. */
  async worstOf(
    filter: ResultFilter,
    by: 'owner' | 'system' | 'tier',
    each: number,
  ): Promise<ListedRow[]> {
    // Only what is sorted by goes through the sort; 50,000 whole rows would go to disk.
    const ranked = this.#matching(filter)
      .where('risk', '>', 0)
      .select({ ref: 'entity_ref' })
      .rowNumber('place', order =>
        order
          .partitionBy(by)
          .orderBy([{ column: 'risk', order: 'desc' }, 'entity_ref']),
      );
    const worst: { ref: string }[] = await this.#knex
      .select('ref')
      .from(ranked.as('ranked'))
      .where('place', '<=', each);
    // One by one from their key: joined, all whole rows would be read to find these.
    const rows: ListedRow[] = [];
    for (let from = 0; from < worst.length; from += REFS) {
      rows.push(
        ...(await this.#knex<ResultRow>(RESULTS)
          .where('scorecard', filter.scorecard)
          .whereIn(
            'entity_ref',
            worst.slice(from, from + REFS).map(({ ref }) => ref),
          )
          .select(...LISTED)),
      );
    }
    return rows.sort(
      (a, b) => b.risk - a.risk || (a.entity_ref < b.entity_ref ? -1 : 1),
    );
  }

  /** Everything that is stored of a service. */
  async ofEntity(entityRef: string): Promise<ResultRow[]> {
    return this.#knex<ResultRow>(RESULTS).where('entity_ref', entityRef);
  }

  /** Of some services, those of which the result may be another by now. */
  async overdue(
    entityRefs: readonly string[],
    now: Instant,
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (let from = 0; from < entityRefs.length; from += REFS) {
      const rows: { entity_ref: string }[] = await this.#knex(
        'scorecard_services',
      )
        .whereIn('entity_ref', entityRefs.slice(from, from + REFS))
        .where('due_at', '<=', now)
        .select('entity_ref');
      rows.forEach(row => found.add(row.entity_ref));
    }
    return found;
  }

  /** When a service is due to be judged again. Absent: it is not known here. */
  async dueAt(entityRef: string): Promise<Instant | undefined> {
    const row = await this.#knex('scorecard_services')
      .where('entity_ref', entityRef)
      .first('due_at');
    return row ? Number(row.due_at) : undefined;
  }

  /** Newest first. */
  async history(
    entityRef: string,
    scorecard: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<StoredChange>> {
    const query = this.#knex<HistoryRow>(HISTORY)
      .where({ entity_ref: entityRef, scorecard })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit + 1);
    if (page.cursor !== undefined) {
      afterPosition(query, HISTORY, 'at', decodeCursor(page.cursor));
    }
    const rows: HistoryRow[] = await query;
    return cutPage(rows.map(changeOf), page.limit, ({ at, id }) => ({
      at,
      id,
    }));
  }

  /** Days from one on, oldest first; a level without a name is none. */
  async days(
    scorecard: string,
    from: string,
  ): Promise<{ day: string; level: string; services: number }[]> {
    return this.#knex('scorecard_days')
      .where({ scorecard })
      .where('day', '>=', from)
      .orderBy('day')
      .select('day', 'level', 'services');
  }

  #matching(filter: ResultFilter): Knex.QueryBuilder {
    const query = this.#knex(RESULTS).where('scorecard', filter.scorecard);
    const among = (column: string, values?: readonly (string | number)[]) => {
      if (values) query.whereIn(column, [...values]);
    };
    among('owner', filter.owners);
    among('system', filter.systems);
    among('tier', filter.tiers);
    among('level', filter.levels);
    if (filter.text !== undefined) {
      query.whereRaw(`searched like ? escape '!'`, [
        `%${filter.text.toLocaleLowerCase('en-US').replace(/[!%_]/g, '!$&')}%`,
      ]);
    }
    whereStates(query, filter, isPostgres(this.#knex));
    narrowTo(query, filter.visible, this.#knex);
    return query;
  }
}

function whereStates(
  query: Knex.QueryBuilder,
  { states, exempt, checkAt, layout }: ResultFilter,
  onPostgres: boolean,
): void {
  if (states === undefined && exempt === undefined) return;
  const letters = lettersFor(states ?? ALL_STATES, exempt);
  // Nobody knows what letters of another scorecard would be today.
  query.where('layout', layout);
  query.where(any => {
    any.whereRaw('1 = 0');
    for (const letter of letters) {
      if (checkAt === undefined) {
        // Unlike `like`, which takes f for F on SQLite.
        any.orWhereRaw(
          onPostgres ? 'position(? in states) > 0' : 'instr(states, ?) > 0',
          [letter],
        );
      } else {
        any.orWhereRaw('substr(states, ?, 1) = ?', [checkAt + 1, letter]);
      }
    }
  });
}

function changeOf(row: HistoryRow): StoredChange {
  // Our own text, written by the result store.
  const checks: ChangedCheck[] = JSON.parse(row.checks);
  return {
    id: row.id,
    scorecard: row.scorecard,
    entityRef: row.entity_ref,
    at: Number(row.at),
    ...(row.due_since !== null && { dueSince: Number(row.due_since) }),
    ...(row.level !== null && { level: row.level }),
    ...(row.level_before !== null && { levelBefore: row.level_before }),
    ...(row.worst !== null &&
      row.best !== null && { score: { worst: row.worst, best: row.best } }),
    checks,
  };
}
