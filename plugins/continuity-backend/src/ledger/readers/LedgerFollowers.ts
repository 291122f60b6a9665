import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type {
  LedgerFollower as FollowerStatus,
  RetryOutcome,
  SetAsideEntry,
} from '@continuity/plugin-continuity-common';
import type { LedgerService } from '../LedgerService';
import type { LedgerCursor, LedgerCursorStore } from './LedgerCursorStore';
import type { SetAside, SetAsideStore } from './SetAsideStore';
import type { LedgerFollower } from './types';

/** How long one try may take; whoever asked for it waits. */
const TRY_MS = 30_000;
/** Longer than a try and the writing of its outcome. */
const CLAIM_MS = 60_000;

/** Another replica has taken over what took too long here. */
class LostClaimError extends ConflictError {}

function held(isHeld: boolean): void {
  if (!isHeld) {
    throw new LostClaimError(
      'The try took so long that another may have begun; look what came of it',
    );
  }
}

/**
 * Everybody who follows the ledger in this backend: how they do, for those who run it, and
 * another try for an entry that one of them gave up on.
 */
export class LedgerFollowers {
  readonly #active = new Map<string, LedgerFollower>();
  readonly #cursors: LedgerCursorStore;
  readonly #setAside: SetAsideStore;
  readonly #ledger: Pick<LedgerService, 'checkpoint' | 'entries' | 'write'>;
  readonly #now: () => Instant;

  constructor(options: {
    cursors: LedgerCursorStore;
    setAside: SetAsideStore;
    ledger: Pick<LedgerService, 'checkpoint' | 'entries' | 'write'>;
    now: () => Instant;
  }) {
    this.#cursors = options.cursors;
    this.#setAside = options.setAside;
    this.#ledger = options.ledger;
    this.#now = options.now;
  }

  /** From now on somebody follows under this name. */
  add(follower: LedgerFollower): void {
    this.#active.set(follower.name, follower);
  }

  /** How far everybody is who ever followed, by name; and how long the ledger is. */
  async list(): Promise<{ entries: number; items: FollowerStatus[] }> {
    const [cursors, setAside, { treeSize }] = await Promise.all([
      this.#cursors.all(),
      this.#setAside.counts(),
      this.#ledger.checkpoint(),
    ]);
    const items = await Promise.all(
      cursors.map(async cursor => ({
        ...presentCursor(cursor, treeSize, this.#now()),
        ...(await this.#waiting(cursor.nextIndex, treeSize)),
        active: this.#active.has(cursor.name),
        setAside: setAside.get(cursor.name) ?? 0,
      })),
    );
    return { entries: treeSize, items };
  }

  /** The newest entries that were given up on. @param follower - absent: by anybody */
  async setAside(
    follower: string | undefined,
    limit: number,
  ): Promise<{ items: SetAsideEntry[]; totalItems: number }> {
    const { items, totalItems } = await this.#setAside.list(follower, limit);
    return {
      items: await Promise.all(
        items.map(async ({ at, ...one }) => {
          const entry = await this.#entryAt(one.index);
          return {
            ...one,
            type: entry.type,
            at: entry.at,
            subjects: [...entry.subjects],
            setAsideAt: formatInstant(at),
          };
        }),
      ),
      totalItems,
    };
  }

  /**
   * Has an entry handled again that a follower gave up on. It comes out of its order, and
   * like everything of the ledger at least once: when a replica dies at it, it stays set
   * aside although it may have been handled.
   *
   * @param actor - who asked for it
   * @throws NotFoundError when it is not set aside
   * @throws ConflictError when another try is under way, or nobody follows under that name
   */
  async retry(
    name: string,
    index: number,
    actor: string,
  ): Promise<RetryOutcome> {
    if (!(await this.#setAside.find(name, index))) {
      throw new NotFoundError(
        `Entry ${index} of the ledger is not set aside for "${name}"`,
      );
    }
    const follower = this.#active.get(name);
    if (!follower) {
      throw new ConflictError(
        `Nobody follows the ledger as "${name}" in this backend, so nobody can handle the entry`,
      );
    }
    const now = this.#now();
    const until = now + CLAIM_MS;
    const claimed = await this.#setAside.claim(name, index, now, until);
    if (!claimed) {
      throw new ConflictError(
        `Entry ${index} of the ledger is being tried for "${name}" at this moment`,
      );
    }
    const entry = await this.#entryAt(index);
    const attempts = claimed.attempts + 1;
    try {
      const commit = await follower.handle(
        [{ index, entry }],
        AbortSignal.timeout(TRY_MS),
      );
      await this.#ledger.write(async (tx, append) => {
        held(await this.#setAside.done(tx, claimed, until));
        await commit?.(tx);
        await append([this.#retried(claimed, 'done', actor)]);
      });
      return { outcome: 'done', attempts };
    } catch (error) {
      if (error instanceof LostClaimError) {
        throw error;
      }
      const problem = stringifyError(error);
      const again = { ...claimed, problem, attempts, at: this.#now() };
      await this.#ledger.write(async (tx, append) => {
        held(await this.#setAside.failed(tx, again, until));
        await append([this.#retried(again, 'failed', actor)]);
      });
      return { outcome: 'failed', problem, attempts };
    }
  }

  #retried(
    { follower, index, problem }: SetAside,
    outcome: RetryOutcome['outcome'],
    actor: string,
  ): LedgerEntry {
    return {
      id: randomUUID(),
      type: 'ledger.entry.retried',
      at: formatInstant(this.#now()),
      actor: { ref: actor },
      subjects: [],
      data: {
        follower,
        index,
        outcome,
        ...(outcome === 'failed' && { problem }),
      },
    };
  }

  async #waiting(
    nextIndex: number,
    treeSize: number,
  ): Promise<{ waitingSince?: string }> {
    return nextIndex < treeSize
      ? { waitingSince: (await this.#entryAt(nextIndex)).at }
      : {};
  }

  async #entryAt(index: number): Promise<LedgerEntry> {
    const {
      items: [item],
    } = await this.#ledger.entries(index, 1);
    if (!item) {
      throw new ServiceUnavailableError(
        `The ledger has no entry ${index}, although it was read before`,
      );
    }
    return JSON.parse(item.canonical);
  }
}

function presentCursor(
  {
    name,
    nextIndex,
    attempts,
    failing,
    heldUntil,
  }: LedgerCursor & {
    name: string;
    heldUntil?: Instant;
  },
  treeSize: number,
  now: Instant,
) {
  return {
    name,
    nextIndex,
    // A ledger that was restored from an older copy is shorter than what was read.
    lag: Math.max(0, treeSize - nextIndex),
    attempts,
    ...(heldUntil !== undefined &&
      heldUntil > now && { readingUntil: formatInstant(heldUntil) }),
    ...(failing && {
      failing: {
        problem: failing.problem,
        since: formatInstant(failing.since),
        retryAt: formatInstant(failing.notBefore),
      },
    }),
  };
}
