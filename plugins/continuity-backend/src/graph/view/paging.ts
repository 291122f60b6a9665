import { InputError } from '@backstage/errors';

/**
 * A page of a list that is worked out anew for every question. The cursor holds the
 * revision that it belongs to: after a change the places are others, and a page of the
 * new list beside one of the old would miss something without a word.
 */
export function pageOf<T>(
  items: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string },
  revision: string | number,
): { items: T[]; nextCursor?: string } {
  const from = cursor === undefined ? 0 : readCursor(cursor, String(revision));
  const to = from + limit;
  return {
    items: items.slice(from, to),
    ...(to < items.length && {
      nextCursor: Buffer.from(`${to}/${revision}`, 'utf8').toString(
        'base64url',
      ),
    }),
  };
}

function readCursor(cursor: string, revision: string): number {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,9})\/(.{1,100})$/.exec(text);
  if (!match) {
    throw new InputError(
      'cursor: it is not a cursor of this list; pass the nextCursor of the page before, unchanged',
    );
  }
  if (match[2] !== revision) {
    throw new InputError(
      'cursor: the list has changed since the page before; begin again without a cursor',
    );
  }
  return Number(match[1]);
}
