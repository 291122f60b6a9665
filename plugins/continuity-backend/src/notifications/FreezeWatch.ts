import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { CountedServices } from '../calendars';
import type { LoadedProjection } from '../catalog';
import type { FreezeNoticeSettings } from '../config';
import type { LedgerService } from '../ledger';
import { type FreezeNews, newsEntry } from './freezeNews';
import type { FreezeWatchStore, WatchState } from './FreezeWatchStore';
import { Look } from './Look';

/** Of several replicas that look in turn, one is enough. */
const PAUSE_MS = 20_000;

export interface FreezeWatchOptions {
  store: FreezeWatchStore;
  projection: Pick<LoadedProjection, 'current'>;
  services: CountedServices;
  ledger: Pick<LedgerService, 'write'>;
  /** Who last changed a window of the portal, and why. Absent: nobody knows. */
  lastEdit: (window: {
    calendarRef: string;
    windowId: string;
  }) => Promise<FreezeNews['edit']>;
  settings: Omit<FreezeNoticeSettings, 'enabled'>;
  /**
   * Milliseconds after the first look of all in which nobody is told of anything: the
   * catalog of a new portal is still filling, and what comes into it is not new.
   */
  settleMs: number;
  logger: LoggerService;
  now: () => Instant;
}

/**
 * Looks from time to time what is to be said of freezes, and writes it into the ledger:
 * which begin within the notice period, which were added, moved, changed or called off
 * there, and which are over.
 *
 * A look compares the windows that hold now with those that were remembered, wherever
 * they come from, so nothing is missed while nobody looks. What was found and what is
 * remembered is written in one transaction, and of replicas that look at the same time
 * only one can write: so everything is said once.
 */
export class FreezeWatch {
  readonly #options: FreezeWatchOptions;

  constructor(options: FreezeWatchOptions) {
    this.#options = options;
  }

  /**
   * Looks, unless somebody just has.
   *
   * @throws when the database cannot be asked
   */
  async look(signal?: AbortSignal): Promise<void> {
    const { store, now } = this.#options;
    const state = await store.state();
    if (state.looked && now() - state.looked.at < PAUSE_MS) {
      return;
    }
    let mayBeMore = await this.#lookOnce(state);
    while (mayBeMore && !signal?.aborted) {
      mayBeMore = await this.#lookOnce(await store.state());
    }
  }

  /** @returns whether there was more than one look deals with */
  async #lookOnce(state: WatchState): Promise<boolean> {
    const { ledger, now, projection, store } = this.#options;
    // After the state: so the windows are at least as new as what is remembered.
    const snapshot = await projection.current();
    if (!snapshot) {
      return false;
    }
    const at = now();
    const look = new Look(this.#options, snapshot, state.looked, at);
    const { result, news, more } = await look.finish();
    try {
      await ledger.write(async (tx, append) => {
        await store.write(tx, state.revision, result);
        await append(news.map(one => newsEntry(one, at)));
      });
    } catch (error) {
      if (error instanceof Error && error.name === 'ConflictError') {
        // Another replica has said it.
        return false;
      }
      throw error;
    }
    return more;
  }
}
