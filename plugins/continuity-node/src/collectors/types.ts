import type { GoodRelease, Instant } from '@continuity/engine';

/** A service as the last reading of the catalog shows it, and what runs of it. */
export interface CollectedService {
  /** Canonical. */
  entityRef: string;
  /** To show. Absent: it has none. */
  title?: string;
  /** Those of the entity; where a collector finds what a service is called elsewhere. */
  annotations: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  /**
   * Where it is deployed to: what it declares, or else what holds for the whole
   * organisation.
   */
  environments: readonly CollectedEnvironment[];
  /**
   * Its last good release in each environment, and in each region where deployments name
   * regions. Empty: no deployment is known that succeeded.
   */
  releases: readonly GoodRelease[];
}

/** Where a service is deployed to. */
export interface CollectedEnvironment {
  name: string;
  /** Absent: the environment is not bound to one. */
  region?: string;
  role: 'primary' | 'secondary' | 'standby';
}

/** What a collector saw of a service. */
export interface CollectedReport {
  /** Id of one of the kinds of the collector. */
  kind: string;
  entityRef: string;
  environment?: string;
  region?: string;
  /** When it was seen to be so. Absent: when it is reported. */
  observedAt?: Instant;
  payload: unknown;
}

/**
 * Something that keeps a collector from seeing all of it. Problems of one service, one
 * environment, one region and one place are the same problem, whatever their words.
 */
export interface CollectorProblem {
  /** Absent: it is about no single service, e.g. because a whole registry is away. */
  entityRef?: string;
  environment?: string;
  region?: string;
  /** What was asked, to show, e.g. the name of a registry or cluster. */
  place?: string;
  /** A sentence, without secrets. */
  reason: string;
  /** What to do, a sentence. Absent: wait, it is asked again. */
  remedy?: string;
}

/** How services are gone through. */
export interface ServiceWalk {
  /** Services at once. Absent: 8. */
  concurrency?: number;
  /** How long one service may take, in milliseconds. Absent: as long as the run. */
  timeoutMs?: number;
}

/** One run of a collector, with everything that it needs of the backend. */
export interface CollectorRun {
  /**
   * Aborts when the run takes longer than it may, and when the process ends. What was
   * reported until then stays.
   */
  readonly signal: AbortSignal;
  /** When the run began. */
  readonly startedAt: Instant;

  /**
   * Every service of the catalog, as it was when the run began. They are loaded while they
   * are gone through, so leaving early costs nothing.
   *
   * @throws CollectorError when the catalog was never read
   */
  services(): AsyncIterable<CollectedService>;

  /**
   * Does something for every service, a few at a time. Where that throws, or takes too
   * long, it is noted as a problem of that service and the others go on.
   *
   * @throws only when the run itself has to end
   */
  forEachService(
    collect: (
      service: CollectedService,
      options: { signal: AbortSignal },
    ) => Promise<void>,
    walk?: ServiceWalk,
  ): Promise<void>;

  /**
   * Reports what was seen, as evidence of the collector: it is checked, masked, stored and
   * entered in the ledger as what pipelines report. What is refused becomes a problem.
   *
   * A report that says the same as the newest one of its kind, service, environment and
   * region is not stored again before half of its validity is over.
   *
   * @throws when it could not be stored
   */
  report(...reports: CollectedReport[]): Promise<void>;

  /** Notes what could not be seen; shown to those who run the service until it can be. */
  problem(problem: CollectorProblem): void;
}

/**
 * Asks another system what it sees of services, and reports that as evidence.
 *
 * Everything around it is the backend's: when it runs, in which replica, under which name
 * its evidence stands, what is tried again and when, and what is shown and kept of that.
 * A collector only asks, and keeps nothing.
 *
 * A collector reports what it saw and nothing else. Of what it could not see it reports
 * nothing, or that it could not be seen if the kind can say so: then what was known before
 * expires, and nobody takes silence for a pass.
 */
export interface EvidenceCollector {
  /**
   * Unique; what is kept of it is kept under it, so it must not change. Lower-case letters,
   * digits and dashes, at most 50, e.g. `oci`. Its evidence has the source
   * `collector:<id>`.
   */
  readonly id: string;
  /** For people, e.g. `OCI registries`. */
  readonly title: string;
  /** Ids of the kinds that it reports. What is of another kind is refused. */
  readonly kinds: readonly string[];
  /** Seconds from the beginning of a run to the beginning of the next, at least 60. */
  readonly everySeconds: number;
  /** How long a run may take, in seconds, at most `everySeconds`. Absent: ten minutes. */
  readonly timeoutSeconds?: number;

  /**
   * One run. One replica runs it at a time.
   *
   * @throws CollectorError when there was nothing to be seen at all; the run is tried again
   * sooner than the next one, and later each time. Everything else that is thrown counts
   * the same
   */
  collect(run: CollectorRun): Promise<void>;
}
