import { createHash } from 'node:crypto';
import type { Instant } from '@continuity/engine';
import {
  CollectorError,
  type CollectedReport,
  type CollectedService,
  type CollectorProblem,
  type CollectorRun,
  type EvidenceCollector,
  type ServiceWalk,
} from '@continuity/plugin-continuity-node';
import type { CollectedServices } from './CollectedServices';
import { describeFailure, readable } from './describeFailure';
import type { ReportDesk } from './ReportDesk';
import type { ReportCounts, StoredProblem } from './types';

/** Services at once where the collector does not say. */
const CONCURRENCY = 8;
/** Problems that are kept of one run; the others are counted. */
const MOST_PROBLEMS = 1_000;

interface RunSessionOptions {
  collector: EvidenceCollector;
  services: Pick<CollectedServices, 'at'>;
  desk: Pick<ReportDesk, 'take'>;
  startedAt: Instant;
  signal: AbortSignal;
  now: () => Instant;
}

/** One run of a collector: what it may ask for, and what came of it. */
export class RunSession implements CollectorRun {
  readonly signal: AbortSignal;
  readonly startedAt: Instant;
  readonly counts: ReportCounts = { accepted: 0, unchanged: 0, refused: 0 };
  readonly #options: RunSessionOptions;
  readonly #problems = new Map<string, StoredProblem>();
  /** Keys of those that are not kept. */
  readonly #more = new Set<string>();
  #isOver = false;

  constructor(options: RunSessionOptions) {
    this.#options = options;
    this.signal = options.signal;
    this.startedAt = options.startedAt;
  }

  /** Those that are kept. */
  get problems(): StoredProblem[] {
    return [...this.#problems.values()];
  }

  get problemCount(): number {
    return this.#problems.size + this.#more.size;
  }

  /**
   * Runs the collector to its end, or to that of its time; whatever it does afterwards
   * does not count.
   *
   * @throws what it throws, or the reason of the signal
   */
  async toTheEnd(): Promise<void> {
    try {
      this.signal.throwIfAborted();
      await endingWith(this.signal, this.#options.collector.collect(this));
      this.signal.throwIfAborted();
    } finally {
      this.#isOver = true;
    }
  }

  /** {@inheritDoc CollectorRun.services} */
  services(): AsyncGenerator<CollectedService> {
    return this.#options.services.at(this.startedAt);
  }

  /** {@inheritDoc CollectorRun.forEachService} */
  async forEachService(
    collect: (
      service: CollectedService,
      options: { signal: AbortSignal },
    ) => Promise<void>,
    { concurrency = CONCURRENCY, timeoutMs }: ServiceWalk = {},
  ): Promise<void> {
    const services = this.services();
    const work = async () => {
      for (;;) {
        this.signal.throwIfAborted();
        const next = await services.next();
        if (next.done) return;
        await this.#oneService(next.value, collect, timeoutMs);
      }
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: Math.max(1, concurrency) }, work),
    );
    await services.return(undefined);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw outcome.reason;
    }
  }

  /** {@inheritDoc CollectorRun.report} */
  async report(...reports: CollectedReport[]): Promise<void> {
    const { collector, desk } = this.#options;
    if (this.#isOver) {
      throw new CollectorError(
        'The run is over; nothing is reported any more.',
      );
    }
    const { counts, problems } = await desk.take(collector, reports);
    this.counts.accepted += counts.accepted;
    this.counts.unchanged += counts.unchanged;
    this.counts.refused += counts.refused;
    problems.forEach(problem => this.problem(problem));
  }

  /** {@inheritDoc CollectorRun.problem} */
  problem({
    entityRef,
    environment,
    region,
    place,
    ...told
  }: CollectorProblem): void {
    const about = { entityRef, environment, region, place };
    const key = createHash('sha256')
      .update(JSON.stringify(about))
      .digest('hex');
    if (!this.#problems.has(key) && this.#problems.size >= MOST_PROBLEMS) {
      this.#more.add(key);
      return;
    }
    const at = this.#options.now();
    this.#problems.set(key, {
      key,
      ...(entityRef !== undefined && { entityRef }),
      ...(environment !== undefined && { environment }),
      ...(region !== undefined && { region }),
      ...(place !== undefined && { place }),
      ...readable(told),
      since: at,
      at,
    });
  }

  async #oneService(
    service: CollectedService,
    collect: (
      service: CollectedService,
      options: { signal: AbortSignal },
    ) => Promise<void>,
    timeoutMs: number | undefined,
  ): Promise<void> {
    const timeout =
      timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
    const signal = timeout
      ? AbortSignal.any([this.signal, timeout])
      : this.signal;
    try {
      await endingWith(signal, collect(service, { signal }));
    } catch (error) {
      this.signal.throwIfAborted();
      this.problem({
        entityRef: service.entityRef,
        ...(timeout?.aborted
          ? { reason: `It took longer than ${(timeoutMs ?? 0) / 1000} s.` }
          : describeFailure(error).reason),
      });
    }
  }
}

/** Waits for work no longer than a signal allows, also for work that does not heed it. */
async function endingWith<T>(
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    // The work may have ended it before anybody listens.
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', stop);
    // What comes of work that is not waited for any more is nobody's concern.
    work.catch(() => {});
  }
}
