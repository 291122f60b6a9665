import type { Page } from '@continuity/plugin-continuity-common';
import type { Resource } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { useTask, type Task } from './useTask';

export interface Pages<T> {
  /** Everything that was loaded so far. */
  list: Resource<Page<T>>;
  /** How loading the next page goes. */
  loading: Task<void>;
  loadMore: (cursor: string) => void;
  /** More than the first page was loaded. */
  isGrown: boolean;
}

/**
 * A list that grows at its end, page by page. For one question: whoever asks another one
 * makes a new list.
 *
 * @param first - its first page
 * @param load - asks for the page at a cursor
 */
export function usePages<T extends { id: string }>(
  first: Resource<Page<T>>,
  load: (cursor: string) => Promise<Page<T>>,
): Pages<T> {
  const [more, setMore] = useState<Page<T>>();
  const [loading, loadMore] = useTask(async (cursor: string) => {
    const page = await load(cursor);
    setMore(before => ({
      items: [...(before?.items ?? []), ...page.items],
      nextCursor: page.nextCursor,
    }));
  });
  if (first.state !== 'ready' || !more) {
    return { list: first, loading, loadMore, isGrown: more !== undefined };
  }
  // What was on the first page may stand on the next one by now.
  const items = new Map(
    [...more.items, ...first.value.items].map(item => [item.id, item]),
  );
  const order = [...first.value.items, ...more.items].map(({ id }) => id);
  return {
    list: {
      ...first,
      value: {
        items: [...new Set(order)].flatMap(id => items.get(id) ?? []),
        nextCursor: more.nextCursor,
      },
    },
    loading,
    loadMore,
    isGrown: true,
  };
}
