import type { ScorecardRow } from '@continuity/engine';
import { lettersOf } from './states';
import type { EarlierResult, StoredResult } from './types';

/** PostgreSQL hands out a bigint as text. */
export interface ResultRow {
  scorecard: string;
  entity_ref: string;
  layout: string;
  name: string;
  title: string | null;
  searched: string;
  owner: string;
  system: string;
  tier: string;
  level: number;
  level_at_best: number;
  worst: number | null;
  best: number | null;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  total: number;
  risk: number;
  states: string;
  details: string;
  content_hash: string;
  judged_at: number | string;
  changed_at: number | string | null;
  level_lost_at: number | string | null;
}

/**
 * What no line shows; of it, PostgreSQL stores neither NUL nor half a pair, and one title
 * in a batch would hold up all services.
 */
const UNSTORABLE = /[\p{Cc}\p{Surrogate}]/gu;
const MAX_NAME = 255;
const MAX_SEARCHED = 1000;

export function toRow(result: StoredResult): ResultRow {
  const { subject, points, score, rows } = result;
  const title = subject.title?.replace(UNSTORABLE, '\ufffd');
  return {
    scorecard: result.scorecard,
    entity_ref: subject.entityRef,
    layout: result.layout,
    name: subject.name.slice(0, MAX_NAME),
    title: title ?? null,
    searched: `${subject.name} ${title ?? ''}`
      .toLocaleLowerCase('en-US')
      .slice(0, MAX_SEARCHED),
    owner: subject.owner ?? '',
    system: subject.system ?? '',
    tier: subject.tier,
    level: result.level,
    level_at_best: result.levelAtBest,
    worst: score?.worst ?? null,
    best: score?.best ?? null,
    ...points,
    risk: result.risk,
    states: lettersOf(rows),
    details: result.details,
    content_hash: result.contentHash,
    judged_at: result.judgedAt,
    changed_at: result.changedAt ?? null,
    level_lost_at: result.levelLostAt ?? null,
  };
}

/** Everything of a row but its details. */
export type ListedRow = Omit<ResultRow, 'details' | 'searched'>;

/** The columns of {@link ListedRow}. */
export const LISTED = [
  'scorecard',
  'entity_ref',
  'layout',
  'name',
  'title',
  'owner',
  'system',
  'tier',
  'level',
  'level_at_best',
  'worst',
  'best',
  'pass',
  'fail',
  'unknown',
  'exempt',
  'total',
  'risk',
  'states',
  'content_hash',
  'judged_at',
  'changed_at',
  'level_lost_at',
] as const satisfies readonly (keyof ListedRow)[];

/** The columns of {@link ResultRow}. */
export const RESULT_COLUMNS = [
  ...LISTED,
  'details',
  'searched',
] as const satisfies readonly (keyof ResultRow)[];

/** The checks as they were judged; our own text, written by {@link toRow}. */
export function rowsOf({
  details,
}: Pick<ResultRow, 'details'>): ScorecardRow[] {
  return JSON.parse(details);
}

export function earlierOf(
  row: Pick<
    ResultRow,
    | 'layout'
    | 'level'
    | 'content_hash'
    | 'changed_at'
    | 'level_lost_at'
    | 'states'
  >,
): EarlierResult {
  return {
    layout: row.layout,
    level: row.level,
    contentHash: row.content_hash,
    states: row.states,
    ...(row.changed_at !== null && { changedAt: Number(row.changed_at) }),
    ...(row.level_lost_at !== null && {
      levelLostAt: Number(row.level_lost_at),
    }),
  };
}
