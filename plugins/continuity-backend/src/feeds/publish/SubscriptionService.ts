import { createHash, randomUUID } from 'node:crypto';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type {
  CalendarSubscription,
  SubscriptionSubject,
} from '@continuity/plugin-continuity-common';
import type { LoadedProjection } from '../../catalog';
import { catalogNeverRead } from '../../entities';
import { type Caller, toIso } from '../../http';
import type { LedgerService } from '../../ledger';
import type { CatalogPresence } from './CatalogPresence';
import type { FeedSubjects } from './FeedSubjects';
import { feedFileName, newFeedToken } from './feedToken';
import { subscriptionEntry } from './subscriptionEntry';
import type { SubscriptionStore } from './SubscriptionStore';
import type { FeedBinding, StoredSubscription } from './types';

/** More addresses than these nobody keeps an eye on. */
const MAX_SUBSCRIPTIONS = 50;

export interface SubscriptionServiceOptions {
  ledger: LedgerService;
  presence: Pick<CatalogPresence, 'of'>;
  projection: LoadedProjection;
  store: SubscriptionStore;
  subjects: FeedSubjects;
  /** Where the API is reached from outside, without a slash at the end. */
  baseUrl: () => Promise<string>;
  now: () => Instant;
}

/** Feeds that people make for themselves, and revoke. */
export class SubscriptionService {
  readonly #options: SubscriptionServiceOptions;

  constructor(options: SubscriptionServiceOptions) {
    this.#options = options;
  }

  /**
   * Those that the caller made, newest first. Now that the caller is here, their feeds
   * are bound anew to what they can see.
   */
  async list(caller: Caller): Promise<CalendarSubscription[]> {
    const found = await this.#options.store.ofMaker(caller.ref);
    if (found.length > 0) {
      await this.#rebind(found, caller);
    }
    return found.map(present);
  }

  /**
   * @returns the feed with its address, which cannot be told again
   * @throws NotAllowedError for a token of a pipeline: nobody could tell later whether it
   * still exists, and what it made would outlive it
   * @throws InputError that names what is wrong with the subject
   * @throws ConflictError when the caller has as many as one may have
   */
  async create(
    requested: SubscriptionSubject,
    caller: Caller,
  ): Promise<CalendarSubscription> {
    const { ledger, presence, projection, store, subjects } = this.#options;
    if (caller.isService) {
      throw new NotAllowedError(
        'Only people make addresses to subscribe to; sign in and make it in the portal',
      );
    }
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    const binding = await subjects.bind(requested, snapshot, caller);
    const subscription: StoredSubscription = {
      ...binding,
      id: randomUUID(),
      feedKey: keyOf(binding),
      createdAt: this.#options.now(),
      createdBy: caller.ref,
      makerInCatalog: (await presence.of(caller.ref)) !== undefined,
      hidden: false,
    };
    const { token, hash } = newFeedToken();
    const url = `${await this.#options.baseUrl()}/calendar-feeds/${feedFileName(
      token,
    )}`;
    await ledger.write(async (tx, append) => {
      if (!(await store.insert(tx, subscription, hash, MAX_SUBSCRIPTIONS))) {
        throw new ConflictError(
          `You have ${MAX_SUBSCRIPTIONS} addresses already, and more are not kept; revoke those that nothing follows any more`,
        );
      }
      await append([
        subscriptionEntry('created', subscription, {
          ref: caller.ref,
          at: subscription.createdAt,
        }),
      ]);
    });
    return { ...present(subscription), url };
  }

  /**
   * @param ofAnybody - Whether the caller may revoke what others made.
   * @throws NotFoundError when there is none, or it is somebody else's; the two are not
   * told apart
   */
  async revoke(
    id: string,
    caller: Caller,
    ofAnybody: boolean,
  ): Promise<StoredSubscription> {
    const { ledger, store, now } = this.#options;
    const { result } = await ledger.write(async (tx, append) => {
      const subscription = await store.read(tx, id);
      const isTheirs = ofAnybody || subscription?.createdBy === caller.ref;
      if (
        !subscription ||
        !isTheirs ||
        !(await store.remove(tx, subscription))
      ) {
        throw new NotFoundError(
          `id: there is no subscription ${id} that you made; perhaps it was revoked already`,
        );
      }
      await append([
        subscriptionEntry('revoked', subscription, {
          ref: caller.ref,
          at: now(),
        }),
      ]);
      return subscription;
    });
    return result;
  }

  async #rebind(
    found: readonly StoredSubscription[],
    caller: Caller,
  ): Promise<void> {
    const { projection, store, subjects } = this.#options;
    const snapshot = await projection.current();
    if (!snapshot) {
      return;
    }
    const bindings = await subjects.rebind(
      found.map(({ subject }) => subject),
      snapshot,
      caller,
    );
    for (const [at, before] of found.entries()) {
      const binding = bindings[at];
      const after = {
        visible: binding ? binding.visible : before.visible,
        feedKey: binding ? keyOf(binding) : before.feedKey,
        hidden: binding === undefined,
      };
      if (after.hidden !== before.hidden || after.feedKey !== before.feedKey) {
        await store.rebind(before, after);
      }
    }
  }
}

/** Feeds of one subject that leave out the same services say the same. */
function keyOf({ subject, visible }: FeedBinding): string {
  return createHash('sha256')
    .update(JSON.stringify([subject.kind, subject.ref, visible ?? 'all']))
    .digest('hex');
}

function present({
  id,
  subject,
  createdAt,
  createdBy,
  lastUsedAt,
}: StoredSubscription): CalendarSubscription {
  return {
    id,
    subject,
    createdAt: toIso(createdAt),
    createdBy,
    ...(lastUsedAt !== undefined && { lastUsedAt: toIso(lastUsedAt) }),
  };
}
