import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { LRUCache } from 'lru-cache';
import pLimit, { type Limit } from 'p-limit';
import { messageOf, UsageError } from '../failures';

/** What came of a question. */
export type GateAnswer =
  | { kind: 'decided'; decision: GateDecision }
  /** The portal understood, and will not answer such a question. */
  | { kind: 'refused'; why: string }
  /** Nobody answered in time, or nothing that may be relied on. */
  | { kind: 'none'; why: string };

export interface GateDeskOptions {
  /** Asks the portal; throws as `Connection.ask` does. */
  decide(question: GateRequest, idempotencyKey?: string): Promise<GateDecision>;
  concurrency: number;
  queue: number;
  /** Milliseconds. */
  reuseForMs: number;
  /** The moment by the portal's clock, epoch milliseconds. */
  now(): number;
}

/** Different questions whose answers are kept; they are kept for seconds. */
const MOST_ANSWERS = 10_000;

/**
 * Asks the gate for many at once: the same question is asked once for all who want to
 * know at the time, only so many questions are under way, and nobody waits longer than
 * they can.
 */
export class GateDesk {
  readonly #options: GateDeskOptions;
  readonly #limit: Limit;
  readonly #underWay = new Map<string, Promise<GateAnswer>>();
  readonly #answers = new LRUCache<string, GateAnswer>({ max: MOST_ANSWERS });

  constructor(options: GateDeskOptions) {
    this.#options = options;
    this.#limit = pLimit(options.concurrency);
  }

  /**
   * @param idempotencyKey - of the request that wants to know; used if it asks first
   * @param patienceMs - how long it can wait
   */
  async ask(
    question: GateRequest,
    idempotencyKey: string | undefined,
    patienceMs: number,
  ): Promise<GateAnswer> {
    const key = JSON.stringify(question);
    const known = this.#answers.get(key) ?? this.#underWay.get(key);
    if (known) return within(known, patienceMs);
    if (this.#limit.pendingCount >= this.#options.queue + this.#idle()) {
      return { kind: 'none', why: 'too many questions wait already' };
    }
    const asked = this.#limit(() => this.#decide(question, idempotencyKey));
    this.#underWay.set(key, asked);
    asked
      .then(answer => this.#keep(key, answer))
      .finally(() => this.#underWay.delete(key));
    return within(asked, patienceMs);
  }

  /** What may begin at once does not count as waiting, though it begins a tick later. */
  #idle(): number {
    return this.#options.concurrency - this.#limit.activeCount;
  }

  /** Never throws. */
  async #decide(
    question: GateRequest,
    idempotencyKey: string | undefined,
  ): Promise<GateAnswer> {
    try {
      const decision = await this.#options.decide(question, idempotencyKey);
      return { kind: 'decided', decision };
    } catch (error) {
      return {
        kind: error instanceof UsageError ? 'refused' : 'none',
        why: messageOf(error),
      };
    }
  }

  /** Only what was decided serves others, and never longer than it may be relied on. */
  #keep(key: string, answer: GateAnswer): void {
    if (answer.kind !== 'decided') return;
    const { now, reuseForMs } = this.#options;
    const left = Date.parse(answer.decision.validUntil) - now();
    const ttl = Math.min(reuseForMs, left);
    // To the cache 0 would mean for ever.
    if (ttl >= 1) this.#answers.set(key, answer, { ttl });
  }
}

async function within(
  answer: GateAnswer | Promise<GateAnswer>,
  patienceMs: number,
): Promise<GateAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<GateAnswer>(resolve => {
    timer = setTimeout(
      () =>
        resolve({
          kind: 'none',
          why: `it did not answer within ${patienceMs} ms`,
        }),
      patienceMs,
    );
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
