import { NotFoundError } from '@backstage/errors';
import type { Instant, OverrideState } from '@continuity/engine';
import type { Override } from '@continuity/plugin-continuity-common';
import { cutPage, type Page } from '../database';
import type { FleetVisibility } from '../fleet';
import type { Caller } from '../http';
import { asOf } from './asOf';
import type { OverrideStore } from './OverrideStore';
import { presentOverride } from './presentOverride';
import type { StoredOverride } from './types';

/** Rows read at once while looking for those that the caller may see. */
const BATCH = 200;
/** Rows looked through for one page, which may then be shorter than asked for. */
const MOST_ROWS = 2_000;

/**
 * Shows overrides to those who may see all that they cover, and to whoever asked for them;
 * always as they are at this moment.
 */
export class OverrideReader {
  readonly #store: Pick<OverrideStore, 'byId' | 'list'>;
  readonly #visibility: Pick<FleetVisibility, 'visibleTo'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<OverrideStore, 'byId' | 'list'>;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#visibility = options.visibility;
    this.#now = options.now;
  }

  /** @param states - absent: all */
  async list(
    states: readonly OverrideState[] | undefined,
    { limit, cursor }: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<Override>> {
    const now = this.#now();
    const isShown = await this.#shownTo(caller);
    const shown: StoredOverride[] = [];
    let next = cursor;
    for (let read = 0; read < MOST_ROWS; read += BATCH) {
      const page = await this.#store.list(
        { ...(states && { states }), now },
        { limit: BATCH, cursor: next },
      );
      shown.push(...page.items.filter(isShown));
      next = page.nextCursor;
      if (shown.length > limit || next === undefined) break;
    }
    const present = (stored: StoredOverride) =>
      presentOverride(asOf(stored, now));
    if (shown.length <= limit) {
      return {
        items: shown.map(present),
        ...(next !== undefined && { nextCursor: next }),
      };
    }
    const page = cutPage(shown, limit, ({ requestedAt, id }) => ({
      at: requestedAt,
      id,
    }));
    return { ...page, items: page.items.map(present) };
  }

  /** @throws NotFoundError when there is none, or the caller may not see it */
  async byId(id: string, caller: Caller): Promise<Override> {
    return presentOverride(await this.stored(id, caller));
  }

  /** Like {@link OverrideReader.byId}, as it is kept. */
  async stored(id: string, caller: Caller): Promise<StoredOverride> {
    const [stored, isShown] = await Promise.all([
      this.#store.byId(id.toLocaleLowerCase('en-US')),
      this.#shownTo(caller),
    ]);
    if (!stored || !isShown(stored)) {
      throw new NotFoundError(
        `id: there is no override ${id}, or you may not see all that it covers`,
      );
    }
    return asOf(stored, this.#now());
  }

  async #shownTo(
    caller: Caller,
  ): Promise<(override: StoredOverride) => boolean> {
    const visible = await this.#visibility.visibleTo(caller);
    return ({ requestedBy, content }) =>
      requestedBy === caller.ref ||
      visible === 'all' ||
      content.entities.every(ref => visible.has(ref));
  }
}
