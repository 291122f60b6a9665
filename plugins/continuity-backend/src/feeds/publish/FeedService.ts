import { NotFoundError } from '@backstage/errors';
import { durationMs, type Instant } from '@continuity/engine';
import type { LoadedProjection } from '../../catalog';
import type { ContinuitySettings } from '../../config';
import { catalogNeverRead } from '../../entities';
import type { CatalogPresence } from './CatalogPresence';
import type { FeedRenderer, RenderedFeed } from './FeedRenderer';
import type { FeedSubjects } from './FeedSubjects';
import { hashOfFileName } from './feedToken';
import type { SubscriptionStore } from './SubscriptionStore';
import type { StoredSubscription } from './types';

/** Between two times at which a fetch is remembered; people want to know of hours. */
const REMEMBER_USE_MS = 10 * 60_000;

/** A feed, and the name of a file of it. */
export interface FetchedFeed extends RenderedFeed {
  fileName: string;
}

/**
 * Feeds for whoever has the address.
 *
 * A backend cannot ask what a person may see while that person is not there: permissions
 * are decided for the credentials of a request, and credentials of a user come from
 * signing in. So a feed shows what its maker could see when they last looked at their
 * subscriptions, or made it; and what can be asked without them is asked every time: the
 * feed is gone when its subject is, and when its maker is no longer in the catalog.
 */
export class FeedService {
  readonly #options: {
    presence: Pick<CatalogPresence, 'of'>;
    projection: LoadedProjection;
    renderer: FeedRenderer;
    settings: Pick<ContinuitySettings, 'gate'>;
    store: SubscriptionStore;
    subjects: FeedSubjects;
    now: () => Instant;
  };

  constructor(options: {
    presence: Pick<CatalogPresence, 'of'>;
    projection: LoadedProjection;
    renderer: FeedRenderer;
    settings: Pick<ContinuitySettings, 'gate'>;
    store: SubscriptionStore;
    subjects: FeedSubjects;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * @param tokenFile - The last part of the address: the token followed by `.ics`.
   * @throws NotFoundError for what is no address (any more), whyever; the answer is the
   * same, so that it tells nothing
   * @throws ServiceUnavailableError while the catalog has never been read; programs keep
   * what they have then
   */
  async fetch(tokenFile: string): Promise<FetchedFeed> {
    const { projection, renderer, settings, store, subjects, now } =
      this.#options;
    const subscription = await store.byTokenHash(hashOfFileName(tokenFile));
    if (
      !subscription ||
      subscription.hidden ||
      !(await this.#isMakerThere(subscription))
    ) {
      throw noSuchFeed();
    }
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    const title = await subjects.titleOf(subscription.subject, snapshot);
    if (title === undefined) {
      throw noSuchFeed();
    }
    const outdated =
      now() - snapshot.readAt > durationMs(settings.gate.maxCatalogAge);
    const rendered = await renderer.render(
      subscription,
      title,
      snapshot,
      outdated,
    );
    await this.#rememberUse(subscription);
    return { ...rendered, fileName: fileNameOf(subscription) };
  }

  /** Who was never in the catalog - a guest - cannot be missed there. */
  async #isMakerThere({
    createdBy,
    makerInCatalog,
  }: StoredSubscription): Promise<boolean> {
    return (
      !makerInCatalog ||
      (await this.#options.presence.of(createdBy)) !== undefined
    );
  }

  async #rememberUse({ id, lastUsedAt }: StoredSubscription): Promise<void> {
    const now = this.#options.now();
    if (lastUsedAt === undefined || now - lastUsedAt >= REMEMBER_USE_MS) {
      await this.#options.store.markUsed(id, now);
    }
  }
}

function noSuchFeed(): NotFoundError {
  return new NotFoundError(
    'There is no feed at this address, or there is none any more; make a new address in the portal',
  );
}

/** Plain characters only, so that the header needs no encoding. */
function fileNameOf({ subject }: StoredSubscription): string {
  const name = subject.ref
    .slice(subject.ref.indexOf('/') + 1)
    .replace(/[^a-z0-9_.-]/g, '-');
  return `${subject.kind}-${name}.ics`;
}
