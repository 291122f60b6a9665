import { driftScan, scanPayload, type SourcedObject } from '@continuity/engine';
import { ClusterError, wantedObjects } from '@continuity/kubernetes-reader';
import {
  CollectorError,
  placesOf,
  type CollectedService,
  type ServedPlace,
} from '@continuity/plugin-continuity-node';
import type { ClusterSettings } from './config';
import { manifestsUrl } from './manifests';
import { problemOfCluster, problemOfScan } from './problems';
import { scanCluster, type ClusterLink, type TrackedLabel } from './scan';
import type { Session } from './Session';

/** Of objects that name none; Backstage's own annotation. */
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const LABEL = 'continuity.dev/manifests-label';

/** A place of a service, and what it should be there. */
interface ReadPlace {
  readonly environment: string;
  readonly region?: string;
  readonly link: ClusterLink;
  readonly desired: readonly SourcedObject[];
}

/** One service in one run: what runs of it in each place, held against Git. */
export class ServiceScan {
  readonly #service: CollectedService;
  readonly #session: Session;

  constructor(service: CollectedService, session: Session) {
    this.#service = service;
    this.#session = session;
  }

  /** @throws only what is nobody's fault outside */
  async scan(signal: AbortSignal): Promise<void> {
    const { settings } = this.#session;
    for (const place of placesOf(this.#service, settings.clusters)) {
      const read = await this.#read(place, signal);
      if (read) await this.#compare(read, signal);
    }
  }

  /** @returns undefined when nothing can be compared there; why is a problem, or no matter */
  async #read(
    { environment, region, by: cluster }: ServedPlace<ClusterSettings>,
    signal: AbortSignal,
  ): Promise<ReadPlace | undefined> {
    const { annotations } = this.#service;
    const { settings, links, manifests } = this.#session;
    const place = { environment, ...(region !== undefined && { region }) };
    const where = manifestsUrl(annotations, settings.annotation, place);
    if (!where) return undefined;
    if ('unfit' in where) {
      return this.#problem(
        place,
        where.unfit,
        'Declare the region of the environment, or name it in the annotation.',
      );
    }
    const link = cluster && links.get(cluster);
    if (!link) {
      return this.#problem(
        place,
        `No cluster is configured for ${[environment, region]
          .filter(Boolean)
          .join(' in ')}`,
        'Name the cluster under continuity.collectors.kubernetes.clusters, with this environment.',
      );
    }
    try {
      const desired = await manifests.read(where.url, signal);
      return { ...place, link, desired };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CollectorError)) throw error;
      return this.#problem(place, error.message, error.remedy);
    }
  }

  async #compare(
    { link, desired, ...place }: ReadPlace,
    signal: AbortSignal,
  ): Promise<void> {
    const { run, settings, gone, watch, scans } = this.#session;
    const { settings: cluster } = link;
    if (gone.has(cluster)) return;
    const label = this.#label();
    if (label === 'unfit') {
      this.#problem(
        place,
        `The annotation ${LABEL} is no label`,
        'Write <label>=<value>, e.g. app.kubernetes.io/instance=payments.',
      );
      return;
    }
    const about = { entityRef: this.#service.entityRef, ...place };
    const namespace = this.#namespace();
    try {
      const report = await scanCluster(
        watch?.noting(link, {
          key: about.entityRef,
          names: namesIn(desired, namespace),
          again: () => this.scan(run.signal),
        }) ?? link.cluster,
        {
          desired,
          namespace,
          source: cluster.name,
          now: run.startedAt,
          ...(label && { label }),
        },
        settings,
      );
      signal.throwIfAborted();
      const problem = problemOfScan(report);
      if (problem) run.problem({ ...about, place: cluster.name, ...problem });
      const payload = scanPayload(report, {
        against: 'git',
        scannedAt: Date.now(),
      });
      await run.report({
        kind: driftScan.id,
        ...about,
        payload: scans.news(about, payload),
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ClusterError)) throw error;
      gone.add(cluster);
      run.problem(problemOfCluster(cluster, error));
    }
  }

  #namespace(): string {
    return this.#service.annotations[NAMESPACE]?.trim() || 'default';
  }

  /** Absent: live objects that nobody desires are no matter. */
  #label(): TrackedLabel | 'unfit' | undefined {
    const text = this.#service.annotations[LABEL]?.trim();
    if (!text) return undefined;
    const match = /^([\w./-]+)=([\w.-]+)$/.exec(text);
    return match ? { key: match[1], value: match[2] } : 'unfit';
  }

  #problem(
    place: { environment: string; region?: string },
    reason: string,
    remedy?: string,
  ): undefined {
    this.#session.run.problem({
      entityRef: this.#service.entityRef,
      ...place,
      reason: `${reason}.`,
      ...(remedy !== undefined && { remedy }),
    });
    return undefined;
  }
}

function namesIn(
  desired: readonly SourcedObject[],
  namespace: string,
): ReadonlySet<string> {
  return new Set(
    desired.flatMap(({ value }) =>
      wantedObjects(value, namespace).map(({ wanted }) => wanted.name),
    ),
  );
}
