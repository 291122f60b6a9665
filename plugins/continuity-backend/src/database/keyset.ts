import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';

/** The last row of a page, newest first: where the next page goes on. */
export interface KeysetPosition {
  /** Epoch milliseconds of the column that orders the list. */
  at: number;
  /** Breaks ties between rows of the same moment. */
  id: string;
}

export interface Page<T> {
  items: T[];
  /** Absent: this was the last page. */
  nextCursor?: string;
}

/** A position as an opaque, URL-safe text. */
export function encodeCursor({ at, id }: KeysetPosition): string {
  return Buffer.from(`${at}/${id}`, 'utf8').toString('base64url');
}

/** @throws InputError that names the field `cursor` when it is not one of ours. */
export function decodeCursor(cursor: string): KeysetPosition {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(-?\d{1,16})\/([0-9a-f-]{36})$/.exec(text);
  if (!match) {
    throw new InputError(
      'cursor: it is not a cursor of this list; pass the nextCursor of the page before, unchanged',
    );
  }
  return { at: Number(match[1]), id: match[2] };
}

/** Narrows to rows after a position in the order `column desc, id desc`. */
export function afterPosition(
  query: Knex.QueryBuilder,
  table: string,
  column: string,
  position: KeysetPosition,
): void {
  const at = `${table}.${column}`;
  query.where(rows =>
    rows
      .where(at, '<', position.at)
      .orWhere(tied =>
        tied.where(at, position.at).andWhere(`${table}.id`, '<', position.id),
      ),
  );
}

/**
 * Cuts a page out of rows that were read with one more than the limit, which tells
 * whether there is a next page without counting.
 */
export function cutPage<T>(
  rows: T[],
  limit: number,
  position: (row: T) => KeysetPosition,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, nextCursor: encodeCursor(position(last)) }
    : { items };
}
