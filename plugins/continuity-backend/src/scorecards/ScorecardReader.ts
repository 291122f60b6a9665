import { NotFoundError } from '@backstage/errors';
import type { CheckRegistry, Instant } from '@continuity/engine';
import type {
  EntityScorecard,
  Page,
  ScorecardChange,
  ScorecardDay,
  ScorecardJudging,
  ScorecardResult,
  ScorecardResultsPage,
  Scorecard as ScorecardOut,
  ScorecardRollUp,
  ScorecardSummary,
} from '@continuity/plugin-continuity-common';
import { inTurns } from '../calendars';
import { dayOf } from '../exemptions';
import type { FleetVisibility } from '../fleet';
import type { Access, Caller } from '../http';
import type { DueStore } from './DueStore';
import type { ExemptionStore } from './ExemptionStore';
import type { PreparedScorecard } from './judgeService';
import {
  presentChange,
  presentEntityScorecard,
  presentResult,
  presentScorecard,
  presentService,
  type TierName,
} from './presentScorecard';
import type { ResultFilter, ResultQueries } from './ResultQueries';
import type { ResultSort } from './resultOrder';
import type { ListedRow } from './resultRow';
import { byGroup, levelCounts, mergedByLevel, rollUp } from './rollUp';
import { resultsCsv } from './resultsCsv';

/** What somebody asks for; ids as they were given. */
export type ResultQuestion = Omit<
  ResultFilter,
  'scorecard' | 'visible' | 'levels' | 'checkAt' | 'layout'
> & {
  /** Ids of levels; `none` stands for none. */
  levels?: readonly string[];
  check?: string;
};

const MAX_GROUPS = 500;
const WORST_OF_GROUP = 3;
const MAX_CSV = 50_000;
const CSV_PAGE = 5_000;
const DAY_MS = 86_400_000;

export interface ScorecardReaderOptions {
  scorecards: readonly PreparedScorecard[];
  checks: CheckRegistry;
  /** Strictest first. */
  tiers: readonly TierName[];
  queries: ResultQueries;
  due: Pick<DueStore, 'waiting'>;
  exemptions: Pick<ExemptionStore, 'open'>;
  access: Pick<Access, 'assertVisible'>;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  /** Why this replica does not judge. Absent: it does. */
  problem: () => string | undefined;
  now: () => Instant;
}

/** Answers what was judged, to those who may see the services. Judges nothing. */
export class ScorecardReader {
  readonly #options: ScorecardReaderOptions;

  constructor(options: ScorecardReaderOptions) {
    this.#options = options;
  }

  async scorecards(): Promise<{
    items: ScorecardOut[];
    judging: ScorecardJudging;
  }> {
    const { queries, due, checks, problem, now } = this.#options;
    const at = now();
    const [services, waiting] = await Promise.all([
      queries.services(at),
      due.waiting(at),
    ]);
    const why = problem();
    return {
      items: this.#options.scorecards.map(({ scorecard }) =>
        presentScorecard(scorecard, checks, {
          now: at,
          services: services.get(scorecard.id) ?? 0,
        }),
      ),
      judging: {
        waiting: waiting.count,
        ...(waiting.since !== undefined && {
          since: new Date(waiting.since).toISOString(),
        }),
        ...(why !== undefined && { problem: why }),
      },
    };
  }

  async results(
    id: string,
    question: ResultQuestion,
    sort: ResultSort,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<ScorecardResultsPage> {
    const { queries } = this.#options;
    const prepared = this.#prepared(id);
    const filter = await this.#filterOf(prepared, question, caller);
    const [found, counts] = await Promise.all([
      queries.list(filter, sort, page),
      queries.levels(filter),
    ]);
    return {
      checks: idsOf(prepared),
      items: await this.#presented(found.items, prepared),
      ...(found.nextCursor !== undefined && { nextCursor: found.nextCursor }),
      totals: {
        services: total(counts),
        levels: levelCounts(counts, prepared.scorecard.levels),
      },
    };
  }

  async csv(
    id: string,
    question: ResultQuestion,
    sort: ResultSort,
    caller: Caller,
  ): Promise<string> {
    const { queries } = this.#options;
    const prepared = this.#prepared(id);
    const filter = await this.#filterOf(prepared, question, caller);
    const rows: ListedRow[] = [];
    let cursor: string | undefined;
    do {
      const found = await queries.list(filter, sort, {
        limit: CSV_PAGE,
        cursor,
      });
      rows.push(...found.items);
      cursor = found.nextCursor;
    } while (cursor !== undefined && rows.length < MAX_CSV);
    const left =
      cursor === undefined
        ? 0
        : total(await queries.levels(filter)) - rows.length;
    return inTurns(
      resultsCsv(
        idsOf(prepared),
        await this.#presented(rows, prepared),
        Math.max(0, left),
      ),
    );
  }

  async summary(
    id: string,
    by: 'owner' | 'system' | 'tier',
    question: ResultQuestion,
    caller: Caller,
  ): Promise<ScorecardSummary> {
    const { queries, tiers } = this.#options;
    const prepared = this.#prepared(id);
    const filter = await this.#filterOf(prepared, question, caller);
    const [counts, worst] = await Promise.all([
      queries.groups(filter, by),
      queries.worstOf(filter, by, WORST_OF_GROUP),
    ]);
    const context = { levels: prepared.scorecard.levels, tiers };
    const present = (row: ListedRow) => presentService(row, tiers);
    const worstBy = new Map<string, ListedRow[]>();
    for (const row of worst) {
      worstBy.set(row[by], [...(worstBy.get(row[by]) ?? []), row]);
    }
    const groups = [...byGroup(counts)]
      .map(([group, own]) =>
        rollUp(group, own, (worstBy.get(group) ?? []).map(present), context),
      )
      .sort(worstFirst)
      .slice(0, MAX_GROUPS);
    return {
      total: rollUp(
        '',
        mergedByLevel(counts),
        worst.slice(0, WORST_OF_GROUP).map(present),
        context,
      ),
      groups,
    };
  }

  async trend(id: string, days: number): Promise<ScorecardDay[]> {
    const { queries, now } = this.#options;
    const { scorecard, layout } = this.#prepared(id);
    const at = now();
    const today = dayOf(at);
    const [stored, counts] = await Promise.all([
      queries.days(id, dayOf(at - (days - 1) * DAY_MS)),
      queries.levels({ scorecard: id, visible: 'all', layout }),
    ]);
    const places = new Map(
      scorecard.levels.map((level, place) => [level.id, place]),
    );
    const byDay = new Map<string, Map<number, number>>();
    for (const { day, level, services } of stored) {
      const own = byDay.get(day) ?? new Map<number, number>();
      // A level that there is no more is none.
      const place = places.get(level) ?? -1;
      byDay.set(day, own.set(place, (own.get(place) ?? 0) + services));
    }
    if (counts.size > 0) byDay.set(today, counts);
    return [...byDay].map(([day, own]) => ({
      day,
      services: total(own),
      levels: levelCounts(own, scorecard.levels),
    }));
  }

  /** @throws NotFoundError when the service is not there, or hidden */
  async ofEntity(
    entityRef: string,
    caller: Caller,
  ): Promise<EntityScorecard[]> {
    const { queries, access, checks, exemptions, scorecards, now } =
      this.#options;
    await access.assertVisible(entityRef, caller);
    const at = now();
    const [rows, dueAt, open, services] = await Promise.all([
      queries.ofEntity(entityRef),
      queries.dueAt(entityRef),
      exemptions.open(entityRef, at),
      queries.services(at),
    ]);
    return scorecards.flatMap(prepared => {
      const { id } = prepared.scorecard;
      const row = rows.find(({ scorecard }) => scorecard === id);
      return row
        ? [
            presentEntityScorecard(row, prepared, checks, {
              now: at,
              services: services.get(id) ?? 0,
              dueAt,
              exemptions: open,
            }),
          ]
        : [];
    });
  }

  /** @throws NotFoundError when service or scorecard are not there, or hidden */
  async history(
    entityRef: string,
    id: string,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<ScorecardChange>> {
    const { queries, access } = this.#options;
    this.#prepared(id);
    await access.assertVisible(entityRef, caller);
    const { items, nextCursor } = await queries.history(entityRef, id, page);
    return {
      items: items.map(presentChange),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async #presented(
    rows: readonly ListedRow[],
    prepared: PreparedScorecard,
  ): Promise<ScorecardResult[]> {
    const { queries, now } = this.#options;
    const overdue = await queries.overdue(
      rows.map(row => row.entity_ref),
      now(),
    );
    return rows.map(row =>
      presentResult(
        row,
        prepared,
        this.#options.tiers,
        overdue.has(row.entity_ref),
      ),
    );
  }

  #prepared(id: string): PreparedScorecard {
    const { scorecards } = this.#options;
    const found = scorecards.find(({ scorecard }) => scorecard.id === id);
    if (!found) {
      throw new NotFoundError(
        `There is no scorecard "${id}"; there ${
          scorecards.length === 1 ? 'is' : 'are'
        } ${
          scorecards.map(({ scorecard }) => scorecard.id).join(', ') || 'none'
        }`,
      );
    }
    return found;
  }

  async #filterOf(
    { scorecard, layout }: PreparedScorecard,
    { levels, check, ...question }: ResultQuestion,
    caller: Caller,
  ): Promise<ResultFilter> {
    const checkAt = scorecard.checks.findIndex(other => other.check === check);
    if (check !== undefined && checkAt === -1) {
      throw new NotFoundError(
        `Scorecard "${scorecard.id}" does not ask check "${check}"`,
      );
    }
    return {
      ...question,
      scorecard: scorecard.id,
      layout,
      visible: await this.#options.visibility.visibleTo(caller),
      ...(levels && {
        levels: levels.map(level =>
          level === 'none'
            ? -1
            : placeOf(
                level,
                scorecard.levels.map(({ id }) => id),
              ),
        ),
      }),
      ...(check !== undefined && { checkAt }),
    };
  }
}

/** A level that there is not lets nothing through. */
function placeOf(level: string, ids: readonly string[]): number {
  const place = ids.indexOf(level);
  return place === -1 ? ids.length : place;
}

function idsOf({ scorecard }: PreparedScorecard): string[] {
  return scorecard.checks.map(({ check }) => check);
}

function total(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function worstFirst(a: ScorecardRollUp, b: ScorecardRollUp): number {
  return b.risk - a.risk || ((a.group ?? '') < (b.group ?? '') ? -1 : 1);
}
