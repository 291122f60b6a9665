import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Instant, SequencedEntry } from '@continuity/engine';
import type { LedgerService } from '../LedgerService';
import {
  type CursorLease,
  LeaseLostError,
  type LedgerCursor,
  type LedgerCursorStore,
} from './LedgerCursorStore';
import type { LedgerFollower, PlacedEntry } from './types';

const DEFAULT_BATCH = 100;

/** A replica that dies while reading holds the others up for as long. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = LEASE_MS / 4;

/** The pause after a failure doubles up to the longest. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** A failure that lasts is said again after an hour, and then whenever it is twice as old. */
const REMIND_MS = 3_600_000;

/**
 * Reads the ledger for one follower: from its cursor on, one replica at a time. What the
 * follower can rely on stands at {@link LedgerFollower}.
 */
export class LedgerReader {
  readonly #follower: LedgerFollower;
  readonly #store: LedgerCursorStore;
  readonly #ledger: Pick<LedgerService, 'entries' | 'checkpoint'>;
  readonly #logger: LoggerService;
  readonly #now: () => Instant;
  /** A failure is said once, and again when it lasts. */
  #said: { problem: string; at: Instant } | undefined;

  constructor(options: {
    follower: LedgerFollower;
    store: LedgerCursorStore;
    ledger: Pick<LedgerService, 'entries' | 'checkpoint'>;
    logger: LoggerService;
    now: () => Instant;
  }) {
    this.#follower = options.follower;
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  get name(): string {
    return this.#follower.name;
  }

  /**
   * Makes a cursor for a follower that never read. From here on no entry is missed, also
   * while nobody reads.
   */
  async begin(): Promise<void> {
    const { name, begins } = this.#follower;
    if (!(await this.#store.read(name))) {
      const first =
        begins === 'first' ? 0 : (await this.#ledger.checkpoint()).treeSize;
      await this.#store.begin(name, first);
    }
  }

  /**
   * Reads what there is, unless another replica is at it or it is too early to try again.
   * With nothing to read that is two cheap queries.
   *
   * @throws when the database cannot be asked
   */
  async run(signal: AbortSignal): Promise<void> {
    const [cursor, { treeSize }] = await Promise.all([
      this.#store.read(this.name),
      this.#ledger.checkpoint(),
    ]);
    if (!cursor || cursor.nextIndex >= treeSize) {
      return;
    }
    const lease = { name: this.name, holder: randomUUID() };
    const now = this.#now();
    const claimed = await this.#store.claim(lease, now, now + LEASE_MS);
    if (claimed) {
      await this.#readUnder(lease, claimed, signal);
    }
  }

  async #readUnder(
    lease: CursorLease,
    claimed: LedgerCursor,
    ended: AbortSignal,
  ): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([ended, lost.signal]);
    const renewing = setInterval(() => {
      this.#store
        .renew(lease, this.#now() + LEASE_MS)
        .catch(error => lost.abort(error));
    }, RENEW_EVERY_MS);
    renewing.unref();
    try {
      let cursor: LedgerCursor | undefined = claimed;
      while (cursor && !signal.aborted) {
        cursor = await this.#step(lease, cursor, signal);
      }
    } catch (error) {
      // Whoever has the lease now goes on where the cursor is.
      if (!(error instanceof LeaseLostError)) {
        throw error;
      }
    } finally {
      clearInterval(renewing);
      await this.#store.release(lease);
    }
  }

  /** @returns where to go on; absent: not now */
  async #step(
    lease: CursorLease,
    cursor: LedgerCursor,
    signal: AbortSignal,
  ): Promise<LedgerCursor | undefined> {
    const { nextIndex, carefulUntil } = cursor;
    const size =
      nextIndex < carefulUntil ? 1 : this.#follower.batch ?? DEFAULT_BATCH;
    const { items } = await this.#ledger.entries(nextIndex, size);
    if (items.length === 0) {
      return undefined;
    }
    const end = nextIndex + items.length;
    let commit;
    try {
      const wanted = items.map(placed).filter(item => this.#isFor(item));
      commit =
        wanted.length > 0
          ? await this.#follower.handle(wanted, signal)
          : undefined;
      await this.#store.advance(lease, end, commit ?? undefined);
    } catch (error) {
      if (error instanceof LeaseLostError || signal.aborted) {
        return undefined;
      }
      if (items.length > 1) {
        await this.#store.beCareful(lease, end);
        return { ...cursor, carefulUntil: end };
      }
      return this.#afterFailure(lease, cursor, error);
    }
    this.#sayRecovered(cursor);
    return { nextIndex: end, carefulUntil, attempts: 0, failures: 0 };
  }

  async #afterFailure(
    lease: CursorLease,
    cursor: LedgerCursor,
    error: unknown,
  ): Promise<LedgerCursor | undefined> {
    const { nextIndex, carefulUntil } = cursor;
    const now = this.#now();
    const problem = stringifyError(error);
    const attempts = cursor.attempts + (isOutage(error) ? 0 : 1);
    const failures = cursor.failures + 1;
    const { setAsideAfter = Infinity } = this.#follower;
    if (attempts >= setAsideAfter) {
      await this.#store.setAside(lease, {
        index: nextIndex,
        problem,
        attempts,
        at: now,
      });
      this.#said = undefined;
      this.#logger.error(
        `${this.name}: gave up on entry ${nextIndex} of the ledger after ${attempts} attempts and goes on behind it; it is in the table ledger_set_aside. ${problem}`,
      );
      return {
        nextIndex: nextIndex + 1,
        carefulUntil,
        attempts: 0,
        failures: 0,
      };
    }
    const failing = {
      problem,
      since: cursor.failing?.since ?? now,
      notBefore: now + pauseAfter(failures),
    };
    await this.#store.noteFailure(lease, { attempts, failures, failing });
    this.#sayFailing(nextIndex, failing, now);
    return undefined;
  }

  #sayFailing(
    index: number,
    { problem, since }: { problem: string; since: Instant },
    now: Instant,
  ): void {
    const isNews =
      !this.#said ||
      this.#said.problem !== problem ||
      now - this.#said.at >= Math.max(REMIND_MS, this.#said.at - since);
    if (isNews) {
      this.#said = { problem, at: now };
      this.#logger.warn(
        `${this.name}: stands at entry ${index} of the ledger since ${new Date(
          since,
        ).toISOString()} and tries again. ${problem}`,
      );
    }
  }

  #sayRecovered({ nextIndex, failing }: LedgerCursor): void {
    if (failing) {
      this.#said = undefined;
      this.#logger.info(
        `${this.name}: goes on from entry ${nextIndex} of the ledger`,
      );
    }
  }

  #isFor({ entry: { type } }: PlacedEntry): boolean {
    const { types } = this.#follower;
    return (
      types === undefined ||
      types.some(wanted =>
        wanted.endsWith('*')
          ? type.startsWith(wanted.slice(0, -1))
          : type === wanted,
      )
    );
  }
}

function placed({ index, canonical }: SequencedEntry): PlacedEntry {
  return { index, entry: JSON.parse(canonical) };
}

function isOutage(error: unknown): boolean {
  return error instanceof Error && error.name === 'ServiceUnavailableError';
}

function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}
