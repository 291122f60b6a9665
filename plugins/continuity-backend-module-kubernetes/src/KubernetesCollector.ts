import { driftScan } from '@continuity/engine';
import {
  RepeatedScans,
  type CollectorRun,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import type { KubernetesSettings } from './config';
import type { ManifestReader } from './manifests';
import { ChangeWatch, connect } from './scan';
import { ServiceScan } from './ServiceScan';
import type { Session } from './Session';

/** Services at once; each cluster is asked eight questions at a time for each. */
const CONCURRENCY = 3;
const LONGEST_RUN_SECONDS = 3_600;
/** A run that follows changes ends by itself so long before it would be ended. */
const SPARE_MS = 30_000;

/**
 * Holds what runs in clusters against the manifests that Git has of every service, and
 * reports that as evidence of kind `drift-scan`.
 */
export class KubernetesCollector implements EvidenceCollector {
  readonly id = 'kubernetes';
  readonly title = 'Kubernetes clusters';
  readonly kinds = [driftScan.id];
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly #settings: KubernetesSettings;
  readonly #manifests: Pick<ManifestReader, 'read'>;
  readonly #patience: { pauseMs?: number; debounceMs?: number };
  readonly #scans = new RepeatedScans();

  /**
   * @param patience - before a busy cluster is asked again, and before a service that
   * changed is scanned again, in milliseconds; for tests
   */
  constructor(options: {
    settings: KubernetesSettings;
    manifests: Pick<ManifestReader, 'read'>;
    patience?: { pauseMs?: number; debounceMs?: number };
  }) {
    this.#settings = options.settings;
    this.#manifests = options.manifests;
    this.#patience = options.patience ?? {};
    this.everySeconds = options.settings.everySeconds;
    this.timeoutSeconds = Math.min(this.everySeconds, LONGEST_RUN_SECONDS);
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#EvidenceCollector.collect} */
  async collect(run: CollectorRun): Promise<void> {
    const session = this.#begin(run);
    try {
      await run.forEachService(
        (service, { signal }) => new ServiceScan(service, session).scan(signal),
        { concurrency: CONCURRENCY },
      );
      await this.#follow(session);
    } finally {
      for (const link of session.links.values()) link.close();
    }
  }

  #begin(run: CollectorRun): Session {
    const { clusters, timeoutMs, watchMs } = this.#settings;
    const { pauseMs, debounceMs } = this.#patience;
    const options = {
      timeoutMs,
      signal: run.signal,
      ...(pauseMs !== undefined && { pauseMs }),
    };
    return {
      run,
      settings: this.#settings,
      manifests: this.#manifests,
      scans: this.#scans,
      gone: new Set(),
      links: new Map(clusters.map(one => [one, connect(one, options)])),
      ...(watchMs !== undefined && {
        watch: new ChangeWatch(debounceMs !== undefined ? { debounceMs } : {}),
      }),
    };
  }

  async #follow({ run, watch, settings }: Session): Promise<void> {
    const left =
      run.startedAt + this.timeoutSeconds * 1000 - SPARE_MS - Date.now();
    if (!watch || settings.watchMs === undefined || left <= 0) return;
    await watch.follow(
      AbortSignal.any([
        run.signal,
        AbortSignal.timeout(Math.min(settings.watchMs, left)),
      ]),
    );
    run.signal.throwIfAborted();
  }
}
