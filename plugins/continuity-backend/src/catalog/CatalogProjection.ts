import type {
  CalendarSource,
  SourceCalendars,
} from '../calendars/CalendarSource';
import type { FeedStore } from '../feeds/follow/FeedStore';
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

/** How far the catalog and every source are; asked together, whenever a snapshot is. */
interface Heads {
  catalog: ProjectionHead;
  /** In the order of the sources. */
  sources: readonly number[];
}

/** What the content in memory was loaded at. */
interface Loaded {
  content: CatalogContent;
  /** In the order of the sources; absent: not loaded yet. */
  sources: readonly (number | undefined)[];
}

/**
 * The projection of one replica: everything in memory, brought up to the stored
 * revisions by loading only what changed since.
 */
export class ReplicatedCatalogProjection implements LoadedProjection {
  readonly #store: CatalogProjectionStore;
  readonly #feeds: Pick<FeedStore, 'changesSince'>;
  readonly #sources: readonly CalendarSource[];
  readonly #empty: Loaded;
  #loaded: Loaded;
  #snapshot: { of: CatalogContent; taken: LoadedSnapshot } | undefined;
  #problem: string | undefined;
  /** The question that is on its way, or was the last. */
  #asked: Promise<LoadedSnapshot | undefined> | undefined;
  /** The question after it, which is not asked yet. */
  #next: Promise<LoadedSnapshot | undefined> | undefined;

  constructor(options: {
    store: CatalogProjectionStore;
    empty: CatalogContent;
    /** What is known of the feeds that calendars of the catalog follow. */
    feeds: Pick<FeedStore, 'changesSince'>;
    /** Where calendars come from besides the catalog. Absent: nowhere. */
    sources?: readonly CalendarSource[];
  }) {
    this.#store = options.store;
    this.#feeds = options.feeds;
    this.#sources = options.sources ?? [];
    this.#empty = {
      content: options.empty,
      sources: this.#sources.map(() => undefined),
    };
    this.#loaded = this.#empty;
  }

  /** {@inheritDoc CatalogProjection.current} */
  async current(): Promise<LoadedSnapshot | undefined> {
    // Whoever comes before the question is asked shares it. Once it is on its way it may
    // be older than what the caller has just written; those who come then share the next.
    this.#next ??= this.#afterCurrent();
    return this.#next;
  }

  /** {@inheritDoc CatalogProjection.lastProblem} */
  lastProblem(): string | undefined {
    return this.#problem;
  }

  async #afterCurrent(): Promise<LoadedSnapshot | undefined> {
    await this.#asked?.catch(() => undefined);
    const asked = this.#refresh();
    this.#asked = asked;
    this.#next = undefined;
    return asked;
  }

  async #refresh(): Promise<LoadedSnapshot | undefined> {
    let heads = await this.#heads();
    while (!this.#isLoaded(heads)) {
      await this.#load(heads);
      // What was written while we loaded may be in it in part.
      heads = await this.#heads();
    }
    const { readAt, problem } = heads.catalog;
    this.#problem = problem;
    if (readAt === undefined) {
      return undefined;
    }
    const { content } = this.#loaded;
    if (
      this.#snapshot?.of !== content ||
      this.#snapshot.taken.readAt !== readAt
    ) {
      const revision = sum([
        heads.catalog.revision,
        heads.catalog.feedsRevision,
        ...heads.sources,
      ]);
      this.#snapshot = {
        of: content,
        taken: content.snapshot(readAt, revision),
      };
    }
    return this.#snapshot.taken;
  }

  async #heads(): Promise<Heads> {
    const [catalog, ...sources] = await Promise.all([
      this.#store.head(),
      ...this.#sources.map(source => source.head()),
    ]);
    return { catalog, sources };
  }

  #isLoaded({ catalog, sources }: Heads): boolean {
    const { content } = this.#loaded;
    return (
      catalog.revision === content.revision &&
      catalog.feedsRevision === content.feedsRevision &&
      content.coversPeaksOf(catalog.readAt) &&
      sources.every((head, index) => head === this.#loaded.sources[index])
    );
  }

  async #load(heads: Heads): Promise<void> {
    const { catalog } = heads;
    const { feedsRevision } = catalog;
    // A lower revision than ours: the database was emptied or restored.
    const base =
      catalog.revision < this.#loaded.content.revision ||
      feedsRevision < this.#loaded.content.feedsRevision
        ? this.#empty
        : this.#loaded;
    const update = new CatalogContentUpdate(base.content);
    if (catalog.revision !== base.content.revision) {
      for await (const page of this.#store.changesSince(
        base.content.revision,
      )) {
        update.apply(page);
      }
    }
    if (feedsRevision !== base.content.feedsRevision) {
      update.applyFeeds(
        await this.#feeds.changesSince(base.content.feedsRevision),
        feedsRevision,
      );
    }
    for (const [name, held] of await this.#changedSources(heads, base)) {
      update.replaceSource(name, held);
    }
    await update.readFeeds();
    const content = update.finish(catalog.revision, catalog.readAt);
    if (
      catalog.readAt !== undefined &&
      content.windows !== base.content.windows
    ) {
      await content.windows.warm(catalog.readAt);
    }
    this.#loaded = { content, sources: heads.sources };
  }

  async #changedSources(
    { sources }: Heads,
    base: Loaded,
  ): Promise<[string, SourceCalendars][]> {
    const changed = this.#sources.filter(
      (_, index) => sources[index] !== base.sources[index],
    );
    return Promise.all(
      changed.map(
        async (source): Promise<[string, SourceCalendars]> => [
          source.name,
          await source.load(),
        ],
      ),
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
