import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  canonicalize,
  durationMs,
  formatInstant,
  MOST_OBSERVED_REFS,
  observedDependencies,
  type Evidence,
  type Instant,
  type ObservedDependenciesPayload,
} from '@continuity/engine';
import type { EvidenceService, EvidenceStore } from '../../evidence';
import type { ExemptionService } from '../findings/ExemptionService';
import type { GraphProjection } from '../types';
import { isFresh } from '../view/freshness';
import { compareTraffic, type TrafficComparison } from './compareTraffic';
import { undocumentedId, unseenId } from './observedFindings';
import type { Observed, Traffic } from './Traffic';

/** Who reports; whoever reports the same kind under another name is not repeated here. */
const TRAFFIC_REPORTER = 'continuity-traffic';

/** Reports in one transaction; others may write between two of them. */
const BATCH = 100;

/** Evidence that says the same is renewed when half of its validity is over. */
const RENEW_AFTER_MS = durationMs(observedDependencies.validFor) / 2;

interface TrafficReporterOptions {
  graph: Pick<GraphProjection, 'current' | 'lastProblem'>;
  traffic: Pick<Traffic, 'observed'>;
  exemptions: Pick<ExemptionService, 'open'>;
  evidence: Pick<EvidenceService, 'submit'>;
  store: Pick<EvidenceStore, 'latestOfKind'>;
  logger: Pick<LoggerService, 'warn' | 'debug'>;
  unseenAfterMs: number;
  /** Of the catalog, ISO 8601 duration: against an older one nothing is compared. */
  maxAge: string;
  now: () => Instant;
}

/**
 * Reports what traffic shows as evidence, the way every other reporter does: about each
 * entity that tracing knows, when what is said of it changed, or half of the validity of
 * what was said is over. Numbers of calls alone are no news.
 */
export class TrafficReporter {
  readonly #options: TrafficReporterOptions;

  constructor(options: TrafficReporterOptions) {
    this.#options = options;
  }

  /**
   * Never throws: what could not be reported is tried again with the next reading, and
   * what was reported before expires.
   */
  async report(): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#report();
    } catch (error) {
      logger.warn(
        `What traffic shows could not be reported as evidence: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #report(): Promise<void> {
    const { graph, traffic, exemptions, unseenAfterMs, maxAge, now, logger } =
      this.#options;
    const at = now();
    const snapshot = await graph.current();
    if (!snapshot || !isFresh(snapshot.readAt, { maxAge, now: at })) {
      logger.debug(
        'The catalog was not read lately, so traffic is not held against it',
      );
      return;
    }
    const observed = await traffic.observed(snapshot);
    const exempted = await this.#exempted(exemptions);
    const period = { unseenAfterMs, now: at };
    const compared = compareTraffic(snapshot, observed, period);
    for (let from = 0; from < compared.length; from += BATCH) {
      await this.#submit(
        compared.slice(from, from + BATCH).map(one => ({
          ref: one.ref,
          payload: payloadOf(one, observed, exempted, period),
        })),
        at,
      );
    }
  }

  async #exempted(
    exemptions: TrafficReporterOptions['exemptions'],
  ): Promise<ReadonlySet<string>> {
    const open = [...(await exemptions.open()).values()];
    return new Set(
      open
        .filter(({ state }) => state === 'in-force')
        .map(({ findingId }) => findingId),
    );
  }

  async #submit(
    reports: { ref: string; payload: ObservedDependenciesPayload }[],
    at: Instant,
  ): Promise<void> {
    const { evidence, store, logger } = this.#options;
    const before = await store.latestOfKind(
      observedDependencies.id,
      reports.map(({ ref }) => ref),
      at,
    );
    const news = reports.filter(({ ref, payload }) =>
      isNews(payload, before.get(ref), at),
    );
    if (news.length === 0) return;
    const results = await evidence.submit(
      news.map(({ ref, payload }) => ({
        kind: observedDependencies.id,
        source: TRAFFIC_REPORTER,
        externalId: externalIdOf(ref, payload, at),
        entityRef: ref,
        observedAt: formatInstant(at),
        payload,
      })),
      'system',
    );
    results.forEach((result, index) => {
      if (result.status === 'rejected') {
        logger.warn(
          `What traffic shows of ${news[index].ref} was not taken as evidence: ${result.field}: ${result.message}`,
        );
      }
    });
  }
}

function payloadOf(
  one: TrafficComparison,
  { sources, watchedSince }: Observed,
  exempted: ReadonlySet<string>,
  { unseenAfterMs, now }: { unseenAfterMs: number; now: Instant },
): ObservedDependenciesPayload {
  const undocumented = one.undocumented.map(({ to }) => to);
  const isExempted = (to: string) =>
    exempted.has(undocumentedId(one.ref, to)) ||
    exempted.has(unseenId(one.ref, to));
  const open = (refs: readonly string[]) => refs.filter(to => !isExempted(to));
  const reads = sources.flatMap(({ readAt }) => readAt ?? []);
  return {
    ...(watchedSince !== undefined &&
      reads.length > 0 && {
        period: {
          from: formatInstant(Math.max(watchedSince, now - unseenAfterMs)),
          to: formatInstant(Math.max(...reads)),
        },
      }),
    sources: sources.map(({ id, state }) => ({ id, state })),
    calls: one.calls,
    declared: one.declared.length,
    agreeing: one.agreeing.length,
    undocumented: named(open(undocumented)),
    unseen: named(open(one.unseen)),
    waiting: named(one.waiting),
    untraced: named(one.untraced),
    exempted: named([...undocumented, ...one.unseen].filter(isExempted)),
  };
}

function named(refs: readonly string[]) {
  return {
    total: refs.length,
    refs: [...refs].sort().slice(0, MOST_OBSERVED_REFS),
  };
}

/** Without what is another with every reading. */
function saidBy({
  period: _,
  calls: __,
  ...said
}: ObservedDependenciesPayload): string {
  return canonicalize(said);
}

function isNews(
  payload: ObservedDependenciesPayload,
  before: Evidence | undefined,
  at: Instant,
): boolean {
  if (!before || at - before.observedAt >= RENEW_AFTER_MS) return true;
  const known = observedDependencies.schema.safeParse(before.payload);
  return !known.success || saidBy(known.data) !== saidBy(payload);
}

/** The same report at the same moment is one, whoever of two replicas makes it. */
function externalIdOf(
  ref: string,
  payload: ObservedDependenciesPayload,
  at: Instant,
): string {
  return createHash('sha256')
    .update(JSON.stringify([ref, at, saidBy(payload)]))
    .digest('hex')
    .slice(0, 32);
}
