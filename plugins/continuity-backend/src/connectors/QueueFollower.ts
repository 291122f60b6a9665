import type { Instant } from '@continuity/engine';
import type { ChangeConnector } from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import type { ConnectorStore } from './ConnectorStore';

/** What tells of a change; other entries of that family tell of something else. */
const ofChange = z.object({
  id: z.guid(),
  revision: z.int(),
  contentRevision: z.int(),
});

/**
 * Puts every change of which something happened into the queue of each connector, in the
 * transaction that moves its cursor: whatever dies when, nothing is left out.
 */
export class QueueFollower implements LedgerFollower {
  readonly name = 'change-connectors';
  readonly begins = 'newest';
  readonly types = ['change.*'];
  readonly #store: Pick<ConnectorStore, 'enqueue'>;
  readonly #connectors: readonly Pick<ChangeConnector, 'id'>[];
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<ConnectorStore, 'enqueue'>;
    connectors: readonly Pick<ChangeConnector, 'id'>[];
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#connectors = options.connectors;
    this.#now = options.now;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
  ): Promise<CommitWithCursor | undefined> {
    const newest = new Map<string, number>();
    for (const { entry } of entries) {
      const told = ofChange.safeParse(entry.data);
      if (told.success) {
        const { id, revision } = told.data;
        newest.set(id, Math.max(revision, newest.get(id) ?? 0));
      }
    }
    if (newest.size === 0) return undefined;
    const at = this.#now();
    return async tx => {
      for (const [changeId, revision] of newest) {
        for (const { id } of this.#connectors) {
          await this.#store.enqueue(tx, id, { changeId, revision }, at);
        }
      }
    };
  }
}
