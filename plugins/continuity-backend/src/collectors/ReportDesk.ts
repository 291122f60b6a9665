import { createHash } from 'node:crypto';
import {
  canonicalize,
  durationMs,
  formatInstant,
  type Evidence,
  type EvidenceRegistry,
  type Instant,
} from '@continuity/engine';
import type {
  CollectedReport,
  CollectorProblem,
  EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import {
  collectorSource,
  maskSecrets,
  type EvidenceService,
  type EvidenceStore,
} from '../evidence';
import type { ReportCounts } from './types';

interface ReportDeskOptions {
  evidence: Pick<EvidenceService, 'submit'>;
  store: Pick<EvidenceStore, 'aroundMomentOf'>;
  kinds: EvidenceRegistry;
  now: () => Instant;
}

/** Takes what collectors saw, the way every other report is taken. */
export class ReportDesk {
  readonly #options: ReportDeskOptions;

  constructor(options: ReportDeskOptions) {
    this.#options = options;
  }

  /**
   * Stores what is news.
   *
   * @returns how many reports were, and what is wrong with those that were refused
   * @throws when they could not be stored
   */
  async take(
    collector: Pick<EvidenceCollector, 'id' | 'kinds'>,
    reports: readonly CollectedReport[],
  ): Promise<{ counts: ReportCounts; problems: CollectorProblem[] }> {
    const { evidence, now } = this.#options;
    const at = now();
    const source = collectorSource(collector.id);
    const counts: ReportCounts = { accepted: 0, unchanged: 0, refused: 0 };
    const problems: CollectorProblem[] = [];
    const refuse = (report: CollectedReport, why: string) => {
      counts.refused += 1;
      problems.push(refusal(report, why));
    };
    const own = reports.filter(report => {
      const isOwn = collector.kinds.includes(report.kind);
      if (!isOwn) refuse(report, 'it is not a kind of this collector');
      return isOwn;
    });
    const news = await this.#newsOf(own, source, at);
    counts.unchanged = own.length - news.length;
    if (news.length === 0) return { counts, problems };
    const results = await evidence.submit(
      news.map(report => submissionOf(report, source, at)),
      source,
    );
    results.forEach((result, index) => {
      if (result.status === 'rejected') {
        refuse(news[index], `${result.field}: ${result.message}`);
      } else {
        counts[result.status === 'accepted' ? 'accepted' : 'unchanged'] += 1;
      }
    });
    return { counts, problems };
  }

  async #newsOf(
    reports: readonly CollectedReport[],
    source: string,
    at: Instant,
  ): Promise<CollectedReport[]> {
    if (reports.length === 0) return [];
    const known = await this.#options.store.aroundMomentOf(
      [...new Set(reports.map(({ entityRef }) => entityRef))],
      { latest: [...new Set(reports.map(({ kind }) => kind))], history: [] },
      at,
    );
    return reports.filter(
      report =>
        !this.#isKnown(report, known.get(report.entityRef) ?? [], source, at),
    );
  }

  /** Whether the newest of its series is its own, says the same and is young enough. */
  #isKnown(
    report: CollectedReport,
    evidence: readonly Evidence[],
    source: string,
    at: Instant,
  ): boolean {
    const series = evidence.filter(
      ({ kind, environment, region, observedAt }) =>
        kind === report.kind &&
        environment === report.environment &&
        region === report.region &&
        observedAt <= at,
    );
    const newest = Math.max(...series.map(({ observedAt }) => observedAt));
    const validFor = this.#options.kinds.get(report.kind)?.validFor;
    if (
      validFor === undefined ||
      (report.observedAt ?? at) - newest >= durationMs(validFor) / 2
    ) {
      return false;
    }
    const said = textOf(maskSecrets(report.payload));
    return series
      .filter(({ observedAt }) => observedAt === newest)
      .every(
        known => known.source === source && textOf(known.payload) === said,
      );
  }
}

function submissionOf(
  {
    kind,
    entityRef,
    environment,
    region,
    observedAt,
    payload,
  }: CollectedReport,
  source: string,
  at: Instant,
) {
  const seenAt = formatInstant(observedAt ?? at);
  return {
    kind,
    source,
    // The same report of the same moment is one, whoever of two replicas makes it.
    externalId: createHash('sha256')
      .update(
        JSON.stringify([
          entityRef,
          environment,
          region,
          seenAt,
          textOf(payload),
        ]),
      )
      .digest('hex')
      .slice(0, 32),
    entityRef,
    ...(environment !== undefined && { environment }),
    ...(region !== undefined && { region }),
    observedAt: seenAt,
    payload,
  };
}

/** What is no JSON has no text; it will be refused with the reason. */
function textOf(payload: unknown): string {
  try {
    return canonicalize(payload);
  } catch {
    return '';
  }
}

function refusal(
  { kind, entityRef, environment, region }: CollectedReport,
  why: string,
): CollectorProblem {
  return {
    entityRef,
    ...(environment !== undefined && { environment }),
    ...(region !== undefined && { region }),
    place: kind,
    reason: `What it saw was not taken as evidence of kind "${kind}": ${why}.`,
    remedy:
      'Tell whoever made the collector; the report does not fit its kind.',
  };
}
