import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** By what a list that is made in memory is ordered, first to last. */
export type SortKey = readonly (number | string)[];

const shape = z.array(z.union([z.number(), z.string()])).max(10);

export function compareKeys(a: SortKey, b: SortKey): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}

/**
 * A page of a list in order. The cursor says behind what the next page begins, so that
 * nothing is left out when others come or go meanwhile.
 *
 * @throws InputError that names the field `cursor` when it is not one of this list
 */
export function pageOf<T>(
  sorted: readonly T[],
  keyOf: (item: T) => SortKey,
  { limit, cursor }: { limit: number; cursor?: string },
): { items: T[]; nextCursor?: string } {
  const after = cursor === undefined ? undefined : decode(cursor);
  const from =
    after === undefined
      ? 0
      : sorted.findIndex(item => compareKeys(keyOf(item), after) > 0);
  const items = from === -1 ? [] : sorted.slice(from, from + limit);
  const last = items.at(-1);
  return last !== undefined && from + limit < sorted.length
    ? {
        items,
        nextCursor: Buffer.from(JSON.stringify(keyOf(last))).toString(
          'base64url',
        ),
      }
    : { items };
}

function decode(cursor: string): SortKey {
  try {
    return shape.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      'cursor: it is not a cursor of this list; pass the nextCursor of the page before, unchanged',
    );
  }
}
