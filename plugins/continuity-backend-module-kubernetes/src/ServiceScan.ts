import { driftScan, scanPayload, type SourcedObject } from '@continuity/engine';
import {
  ClusterError,
  wantedObjects,
  type ClusterAnswer,
} from '@continuity/kubernetes-reader';
import {
  CollectorError,
  placesOf,
  type CollectedService,
  type ServedPlace,
} from '@continuity/plugin-continuity-node';
import type { ClusterSettings } from './config';
import { manifestsUrl } from './manifests';
import { problemOfCluster, problemOfScan } from './problems';
import {
  compareParity,
  scanCluster,
  type ClusterLink,
  type TrackedLabel,
} from './scan';
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

/** One service in one run: what runs of it in each place, held against Git and its primary. */
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
    const places: ReadPlace[] = [];
    for (const place of placesOf(this.#service, settings.clusters)) {
      const read = await this.#read(place, signal);
      if (read) places.push(read);
    }
    const everywhere = settings.parity
      ? places.flatMap(({ desired }) => desired)
      : [];
    const seen = new Map<ReadPlace, ClusterAnswer>();
    for (const place of places) {
      const answer = await this.#compare(place, everywhere, signal);
      if (answer) seen.set(place, answer);
    }
    for (const place of places) {
      await this.#holdAgainstPrimary(place, seen, everywhere);
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

  /** @returns what runs there; undefined when nothing is known of it */
  async #compare(
    { link, desired, ...place }: ReadPlace,
    also: readonly SourcedObject[],
    signal: AbortSignal,
  ): Promise<ClusterAnswer | undefined> {
    const { run, settings, gone, watch, scans } = this.#session;
    const { settings: cluster } = link;
    if (gone.has(cluster)) return undefined;
    const label = this.#label();
    if (label === 'unfit') {
      return this.#problem(
        place,
        `The annotation ${LABEL} is no label`,
        'Write <label>=<value>, e.g. app.kubernetes.io/instance=payments.',
      );
    }
    const about = { entityRef: this.#service.entityRef, ...place };
    const namespace = this.#namespace();
    try {
      const { report, seen } = await scanCluster(
        watch?.noting(link, {
          key: about.entityRef,
          names: namesIn([...desired, ...also], namespace),
          again: () => this.scan(run.signal),
        }) ?? link.cluster,
        {
          desired,
          also,
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
      return seen;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ClusterError)) throw error;
      gone.add(cluster);
      run.problem(problemOfCluster(cluster, error));
      return undefined;
    }
  }

  /** A secondary or standby that is not like its primary does not take over. */
  async #holdAgainstPrimary(
    place: ReadPlace,
    seen: ReadonlyMap<ReadPlace, ClusterAnswer>,
    desired: readonly SourcedObject[],
  ): Promise<void> {
    const { run, settings, scans } = this.#session;
    const primary = primaryOf(place, [...seen.keys()], this.#service);
    const [theirs, own] = [primary && seen.get(primary), seen.get(place)];
    const label = this.#label();
    if (!settings.parity || !primary || !theirs || !own || label === 'unfit') {
      return;
    }
    const { environment, region } = place;
    const about = {
      entityRef: this.#service.entityRef,
      environment,
      ...(region !== undefined && { region }),
    };
    const report = compareParity(theirs, own, {
      desired,
      namespace: this.#namespace(),
      allow: settings.parity.allow,
      now: run.startedAt,
      ...(label && { label }),
    });
    const payload = scanPayload(report, {
      against: 'parity',
      scannedAt: Date.now(),
      comparedWith: {
        environment: primary.environment,
        ...(primary.region !== undefined && { region: primary.region }),
      },
    });
    await run.report({
      kind: driftScan.id,
      ...about,
      payload: scans.news({ ...about, against: 'parity' }, payload),
    });
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

/**
 * The primary of a secondary or standby: the one of its environment, or else the only one
 * that there is.
 */
function primaryOf(
  place: ReadPlace,
  places: readonly ReadPlace[],
  { environments }: Pick<CollectedService, 'environments'>,
): ReadPlace | undefined {
  const isPrimary = (one: ReadPlace) =>
    environments.some(
      ({ name, region, role }) =>
        role === 'primary' &&
        name === one.environment &&
        (region === undefined || region === one.region),
    );
  if (isPrimary(place)) return undefined;
  const primaries = places.filter(isPrimary);
  const own = primaries.filter(
    ({ environment }) => environment === place.environment,
  );
  const meant = own.length > 0 ? own : primaries;
  return meant.length === 1 ? meant[0] : undefined;
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
