import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Page } from '../database';
import type { ListedRow } from './resultRow';

export const RESULT_SORTS = ['risk', 'score', 'name'] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];

/** A service without a score was not asked anything; it stands behind all others. */
const UNSCORED = 1_000_000;
const SCORE = `coalesce(worst, ${UNSCORED})`;

/** Every order ends with the ref, so that each service has its one place. */
export const RESULT_ORDERS: Readonly<Record<ResultSort, string>> = {
  risk: 'risk desc, entity_ref',
  score: `${SCORE}, entity_ref`,
  name: 'entity_ref',
};

/** Narrows to what stands behind the last service of a page. @throws InputError */
export function afterResult(
  query: Knex.QueryBuilder,
  sort: ResultSort,
  cursor: string,
): void {
  const { value, ref } = decode(cursor, sort);
  if (sort === 'name') {
    query.where('entity_ref', '>', ref);
    return;
  }
  const column = sort === 'risk' ? 'risk' : SCORE;
  const beyond = sort === 'risk' ? '<' : '>';
  query.whereRaw(
    `(${column} ${beyond} ? or (${column} = ? and entity_ref > ?))`,
    [value, value, ref],
  );
}

/** Cuts a page out of rows that were read with one more than the limit. */
export function cutResults(
  rows: ListedRow[],
  sort: ResultSort,
  limit: number,
): Page<ListedRow> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, nextCursor: encode(sort, last) }
    : { items };
}

function encode(sort: ResultSort, row: ListedRow): string {
  const value = sort === 'risk' ? row.risk : row.worst ?? UNSCORED;
  return Buffer.from(`${sort}/${value}/${row.entity_ref}`, 'utf8').toString(
    'base64url',
  );
}

function decode(
  cursor: string,
  sort: ResultSort,
): { value: number; ref: string } {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\w+)\/(\d{1,12})\/([^\0]+)$/.exec(text);
  if (!match || match[1] !== sort) {
    throw new InputError(
      'cursor: it is not a cursor of this list; pass the nextCursor of the page before, unchanged and with the same sort',
    );
  }
  return { value: Number(match[2]), ref: match[3] };
}
