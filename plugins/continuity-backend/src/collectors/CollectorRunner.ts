import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import { pauseAfter } from '../connectors';
import type { LedgerService } from '../ledger';
import type { CollectedServices } from './CollectedServices';
import { collectorEntry } from './collectorEntry';
import type { CollectorStore } from './CollectorStore';
import { describeFailure } from './describeFailure';
import { runMs } from './readCollectors';
import type { ReportDesk } from './ReportDesk';
import { RunSession } from './RunSession';
import type { ClaimedRun } from './types';

/** A replica that has said nothing for so long after the end of its run is dead. */
const GRACE_MS = 60_000;
/** Between the end of a run that took too long and the next one. */
const SHORTEST_PAUSE_MS = 60_000;

interface CollectorRunnerOptions {
  store: CollectorStore;
  services: Pick<CollectedServices, 'at'>;
  desk: Pick<ReportDesk, 'take'>;
  ledger: Pick<LedgerService, 'write'>;
  logger: LoggerService;
  now: () => Instant;
  random: () => number;
}

/** Runs collectors when they are due, and keeps how that went. */
export class CollectorRunner {
  readonly #options: CollectorRunnerOptions;

  constructor(options: CollectorRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a collector if it is due and nobody is at it.
   *
   * @param ended - aborts when the process ends; then the run stays due
   */
  async run(collector: EvidenceCollector, ended: AbortSignal): Promise<void> {
    const { desk, now, services, store } = this.#options;
    await store.ensure(collector.id, now());
    const startedAt = now();
    const run = { collector: collector.id, holder: randomUUID(), startedAt };
    const longest = runMs(collector);
    if (!(await store.claim(run, startedAt + longest + GRACE_MS))) return;
    const tooLong = AbortSignal.timeout(longest);
    const session = new RunSession({
      collector,
      services,
      desk,
      startedAt,
      signal: AbortSignal.any([ended, tooLong]),
      now,
    });
    try {
      await session.toTheEnd();
    } catch (error) {
      // That the process ends says nothing about what was asked.
      if (ended.aborted) {
        await store.release(run);
        return;
      }
      const failure = tooLong.aborted
        ? new Error(`It was not done after ${longest / 1000} s`)
        : error;
      await this.#failed(collector, run, session, failure);
      return;
    }
    await this.#completed(collector, run, session);
  }

  async #completed(
    collector: EvidenceCollector,
    run: ClaimedRun,
    { counts, problems, problemCount }: RunSession,
  ): Promise<void> {
    const { ledger, logger, now, store } = this.#options;
    const at = now();
    const before = await store.read(run.collector);
    const nextAt = Math.max(
      run.startedAt + collector.everySeconds * 1000,
      at + SHORTEST_PAUSE_MS,
    );
    await ledger.write(async (tx, append) => {
      if (!(await store.complete(tx, run, { at, nextAt, counts }))) return;
      await store.keepProblems(tx, run.collector, problems, {
        others: 'forget',
        count: problemCount,
      });
      if (before?.failing) {
        await append([collectorEntry('recovered', { ...run, at })]);
      }
    });
    if (before?.failing) {
      logger.info(`The collector ${collector.title} runs again`);
    }
  }

  async #failed(
    collector: EvidenceCollector,
    run: ClaimedRun,
    { counts, problems, problemCount }: RunSession,
    error: unknown,
  ): Promise<void> {
    const { ledger, logger, now, random, store } = this.#options;
    const at = now();
    const before = await store.read(run.collector);
    const { reason, retryAfterMs } = describeFailure(error);
    const failures = (before?.failures ?? 0) + 1;
    const isNews = before?.failing?.reason !== reason.reason;
    const nextAt = at + pauseAfter(failures, retryAfterMs, random());
    await ledger.write(async (tx, append) => {
      const since = before?.failing?.since ?? at;
      const outcome = { at, nextAt, counts, failures, since, reason };
      if (!(await store.fail(tx, run, outcome))) return;
      // It did not come to the others, so nothing is known of them.
      await store.keepProblems(tx, run.collector, problems, {
        others: 'keep',
        count: problemCount,
      });
      if (isNews) {
        await append([
          collectorEntry('failing', { ...run, at, data: { ...reason } }),
        ]);
      }
    });
    if (isNews) {
      logger.warn(
        `The collector ${collector.title} failed; it is tried again. ${reason.reason}`,
      );
    }
  }
}
