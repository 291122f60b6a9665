import type { CatalogContent, LoadedSnapshot } from './CatalogContent';
import { CatalogContentUpdate } from './CatalogContentUpdate';
import type {
  CatalogProjectionStore,
  ProjectionHead,
} from './CatalogProjectionStore';
import type { CatalogProjection } from './types';

/** A projection whose snapshots serve lists and overviews too. */
export interface LoadedProjection extends CatalogProjection {
  current(): Promise<LoadedSnapshot | undefined>;
}

/**
 * The projection of one replica: everything in memory, brought up to the stored
 * revision by loading only what changed since.
 */
export class ReplicatedCatalogProjection implements LoadedProjection {
  readonly #store: CatalogProjectionStore;
  readonly #empty: CatalogContent;
  #content: CatalogContent;
  #snapshot: LoadedSnapshot | undefined;
  #problem: string | undefined;
  #refreshing: Promise<LoadedSnapshot | undefined> | undefined;

  constructor(options: {
    store: CatalogProjectionStore;
    empty: CatalogContent;
  }) {
    this.#store = options.store;
    this.#empty = options.empty;
    this.#content = options.empty;
  }

  /** {@inheritDoc CatalogProjection.current} */
  async current(): Promise<LoadedSnapshot | undefined> {
    // Callers that come while the question is on its way share its answer.
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** {@inheritDoc CatalogProjection.lastProblem} */
  lastProblem(): string | undefined {
    return this.#problem;
  }

  async #refresh(): Promise<LoadedSnapshot | undefined> {
    let head = await this.#store.head();
    while (head.revision !== this.#content.revision) {
      await this.#load(head);
      // A reading written while the pages were loaded may be in them in part.
      head = await this.#store.head();
    }
    this.#problem = head.problem;
    if (head.readAt === undefined) {
      return undefined;
    }
    if (
      this.#snapshot?.revision !== head.revision ||
      this.#snapshot.readAt !== head.readAt
    ) {
      this.#snapshot = this.#content.snapshot(head.readAt);
    }
    return this.#snapshot;
  }

  async #load(head: ProjectionHead): Promise<void> {
    // A lower revision than ours: the database was emptied or restored.
    const base =
      head.revision < this.#content.revision ? this.#empty : this.#content;
    const update = new CatalogContentUpdate(base);
    for await (const page of this.#store.changesSince(base.revision)) {
      update.apply(page);
    }
    const content = update.finish(head.revision);
    if (head.readAt !== undefined && content.windows !== base.windows) {
      await content.windows.warm(head.readAt);
    }
    this.#content = content;
  }
}
