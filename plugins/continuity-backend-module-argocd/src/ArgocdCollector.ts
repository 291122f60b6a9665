import { detectDrift, driftScan, scanPayload } from '@continuity/engine';
import {
  placesOf,
  RepeatedScans,
  type CollectedService,
  type CollectorProblem,
  type CollectorRun,
  type EvidenceCollector,
  type ServedPlace,
} from '@continuity/plugin-continuity-node';
import {
  ArgocdClient,
  ArgocdSilence,
  readApplications,
  whichApplications,
  type ApplicationState,
} from './applications';
import type { ArgocdSettings, InstanceSettings } from './config';

/** Services at once; each asks one question at a time. */
const CONCURRENCY = 4;
const LONGEST_RUN_SECONDS = 3_600;

/** What one run of the collector has at hand. */
interface Session {
  run: CollectorRun;
  clients: ReadonlyMap<InstanceSettings, ArgocdClient>;
  /** Instances that gave no answer; they are left alone for the rest of the run. */
  gone: Set<InstanceSettings>;
}

/**
 * Holds what runs against what Argo CD says is desired, and reports that as evidence of kind
 * `drift-scan`. What differs is decided here, and not by Argo CD.
 */
export class ArgocdCollector implements EvidenceCollector {
  readonly id = 'argocd';
  readonly title = 'Argo CD';
  readonly kinds = [driftScan.id];
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly #settings: ArgocdSettings;
  readonly #scans = new RepeatedScans();

  constructor(settings: ArgocdSettings) {
    this.#settings = settings;
    this.everySeconds = settings.everySeconds;
    this.timeoutSeconds = Math.min(settings.everySeconds, LONGEST_RUN_SECONDS);
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#EvidenceCollector.collect} */
  async collect(run: CollectorRun): Promise<void> {
    const { instances, timeoutMs } = this.#settings;
    const session: Session = {
      run,
      gone: new Set(),
      clients: new Map(
        instances.map(one => [one, new ArgocdClient(one, { timeoutMs })]),
      ),
    };
    await run.forEachService(
      async (service, { signal }) => {
        for (const place of placesOf(service, instances)) {
          await this.#scan(service, place, session, signal);
        }
      },
      { concurrency: CONCURRENCY },
    );
  }

  async #scan(
    service: CollectedService,
    { environment, region, by: instance }: ServedPlace<InstanceSettings>,
    { run, clients, gone }: Session,
    signal: AbortSignal,
  ): Promise<void> {
    // An environment that nothing here deploys to need not be deployed by Argo CD.
    if (!instance) return;
    const about = {
      entityRef: service.entityRef,
      environment,
      ...(region !== undefined && { region }),
    };
    const which = whichApplications(service, {
      environment,
      instance: instance.name,
      ...(region !== undefined && { region }),
    });
    const client = clients.get(instance);
    if (!which || !client || gone.has(instance)) return;
    try {
      const { destination } = instance;
      const state = await readApplications(client, which, {
        signal,
        ...(destination !== undefined && { destination }),
      });
      const problem = problemOf(state);
      if (problem) run.problem({ ...about, place: instance.name, ...problem });
      const seenAt = momentOf(state, run.startedAt);
      const payload = this.#scans.news(
        about,
        scanPayload(this.#compare(state, run.startedAt), {
          against: 'git',
          scannedAt: seenAt,
        }),
      );
      await run.report({
        kind: driftScan.id,
        ...about,
        // What Argo CD saw long ago is no newer for being asked now.
        observedAt: seenAt,
        payload,
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ArgocdSilence)) throw error;
      const { message, remedy } = error;
      const isAway = error.about === 'instance';
      if (isAway) gone.add(instance);
      run.problem({
        ...(!isAway && about),
        place: instance.name,
        reason: `${message}.`,
        ...(remedy !== undefined && { remedy }),
      });
    }
  }

  #compare(
    { desired, live, problems, namespace = 'default' }: ApplicationState,
    now: number,
  ) {
    const { comparison, managers, ignore } = this.#settings;
    return detectDrift(desired, live, {
      now,
      comparison,
      namespace,
      ignore,
      problems,
      // Argo CD shows of live objects only those of the application.
      extra: { report: 'all' },
      ...(managers && { managers }),
    });
  }
}

function momentOf(
  { reconciledAt }: Pick<ApplicationState, 'reconciledAt'>,
  now: number,
): number {
  return Math.min(reconciledAt ?? now, now);
}

function problemOf({
  problems,
}: Pick<ApplicationState, 'problems'>):
  | Pick<CollectorProblem, 'reason' | 'remedy'>
  | undefined {
  if (problems.length === 0) return undefined;
  const [{ message }] = problems;
  const more = problems.length - 1;
  return {
    reason: `Not everything was compared: ${message}${
      more > 0 ? `; and ${more} more` : ''
    }.`,
    remedy: 'See the conditions of the application in Argo CD.',
  };
}
