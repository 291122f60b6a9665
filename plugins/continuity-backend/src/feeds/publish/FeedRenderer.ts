import { createHash } from 'node:crypto';
import { type Instant, writeICalendar } from '@continuity/engine';
import type { CountedServices } from '../../calendars';
import type { LoadedSnapshot } from '../../catalog';
import { closedCalendar } from './closedCalendar';
import { type FeedContent, feedContent } from './feedContent';
import type { FeedVersionStore } from './FeedVersionStore';
import type { FeedBinding, FeedVersion } from './types';

/** How often programs may come back. They do as they please, mostly more rarely. */
const REFRESH = 'PT1H';

/** Feeds that are kept ready at once; more are made again when they are asked for. */
const MAX_CHARACTERS = 32_000_000;

/** A feed as it is sent. */
export interface RenderedFeed {
  text: string;
  /** With its quotes; equal for equal text, on every replica. */
  etag: string;
}

/** Everything that feeds are made from; a replica hands out the same objects until it changes. */
type Basis = Pick<
  LoadedSnapshot,
  'revision' | 'services' | 'windows' | 'unreadableCalendars'
>;

interface Shelf {
  basis: Basis;
  rendered: Map<string, Promise<RenderedFeed>>;
  characters: number;
}

/**
 * Writes feeds, each distinct one once for every change of anything: a hundred programs
 * that fetch what a team subscribed to cost one writing.
 */
export class FeedRenderer {
  readonly #options: {
    services: CountedServices;
    versions: FeedVersionStore;
    now: () => Instant;
  };
  #shelf: Shelf | undefined;

  constructor(options: {
    services: CountedServices;
    versions: FeedVersionStore;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * @param feed - what the feed is about, and the key of feeds that say the same
   * @param title - what people call its subject now
   * @param outdated - whether the snapshot is too old to be relied on
   */
  async render(
    feed: FeedBinding & { feedKey: string },
    title: string,
    snapshot: LoadedSnapshot,
    outdated: boolean,
  ): Promise<RenderedFeed> {
    const shelf = this.#shelfOf(snapshot);
    const key = JSON.stringify([
      feed.feedKey,
      title,
      outdated && snapshot.readAt,
    ]);
    const known = shelf.rendered.get(key);
    if (known) {
      return known;
    }
    const rendered = this.#write(feed, title, snapshot, outdated);
    shelf.rendered.set(key, rendered);
    try {
      shelf.characters += (await rendered).text.length;
    } catch (error) {
      shelf.rendered.delete(key);
      throw error;
    }
    if (shelf.characters > MAX_CHARACTERS) {
      shelf.rendered.clear();
      shelf.characters = 0;
    }
    return rendered;
  }

  #shelfOf({
    revision,
    services,
    windows,
    unreadableCalendars,
  }: LoadedSnapshot): Shelf {
    const basis = this.#shelf?.basis;
    const isCurrent =
      basis?.revision === revision &&
      basis.services === services &&
      basis.windows === windows &&
      basis.unreadableCalendars === unreadableCalendars;
    if (!this.#shelf || !isCurrent) {
      this.#shelf = {
        basis: { revision, services, windows, unreadableCalendars },
        rendered: new Map(),
        characters: 0,
      };
    }
    return this.#shelf;
  }

  async #write(
    feed: FeedBinding & { feedKey: string },
    title: string,
    snapshot: LoadedSnapshot,
    outdated: boolean,
  ): Promise<RenderedFeed> {
    const { services, versions, now } = this.#options;
    const counted = await services.of(snapshot);
    const content = await feedContent(feed, title, snapshot, counted, outdated);
    const version = await versions.versionOf(feed.feedKey, {
      contentHash: sha256(JSON.stringify(content), 'hex'),
      revision: snapshot.revision,
      at: now(),
    });
    const text = textOf(content, version);
    return { text, etag: `"${sha256(text, 'base64url')}"` };
  }
}

function textOf(
  { name, description, calendars, closed }: FeedContent,
  { sequence, changedAt }: FeedVersion,
): string {
  return writeICalendar(
    [
      ...calendars,
      ...closed.map(calendar => closedCalendar(calendar, changedAt)),
    ],
    {
      name,
      description,
      now: changedAt,
      sequence,
      refresh: REFRESH,
      extraDates: 'events',
    },
  );
}

function sha256(text: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text, 'utf8').digest(encoding);
}
