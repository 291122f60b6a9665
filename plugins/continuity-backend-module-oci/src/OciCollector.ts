import {
  artifactAvailability,
  formatInstant,
  type ArtifactAvailabilityPayload,
  type GoodRelease,
} from '@continuity/engine';
import type {
  CollectedService,
  CollectorProblem,
  CollectorRun,
  EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import type { OciSettings, RegistrySettings } from './config';
import { findArtifact, type ArtifactState } from './images';
import { RegistryClient, type Patience } from './registry';
import { whereToAsk } from './whereToAsk';

/** Services at once; each registry is asked a few questions at a time whatever this is. */
const CONCURRENCY = 8;
/** A run that is not through after that begins anew. */
const LONGEST_RUN_SECONDS = 3_600;

/** An artifact that is looked for. */
interface Located {
  repository: string;
  digest: string;
}

/** Asks one registry in one run, for each artifact once. */
interface AskedPlace {
  settings: RegistrySettings;
  client: RegistryClient;
  known: Map<string, Promise<ArtifactState>>;
}

/**
 * Asks registries whether the last good release of every service can still be pulled, and
 * reports that as evidence of kind `artifact-availability`.
 */
export class OciCollector implements EvidenceCollector {
  readonly id = 'oci';
  readonly title = 'OCI registries';
  readonly kinds = [artifactAvailability.id];
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly #settings: OciSettings;
  readonly #patience: Patience | undefined;

  /** @param patience - for tests; absent: as long as is due */
  constructor(settings: OciSettings, patience?: Patience) {
    this.#settings = settings;
    this.#patience = patience;
    this.everySeconds = settings.everySeconds;
    this.timeoutSeconds = Math.min(settings.everySeconds, LONGEST_RUN_SECONDS);
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#EvidenceCollector.collect} */
  async collect(run: CollectorRun): Promise<void> {
    const { registries, timeoutMs } = this.#settings;
    const places = new Map(
      registries.map((settings): [RegistrySettings, AskedPlace] => [
        settings,
        {
          settings,
          client: new RegistryClient({
            settings,
            timeoutMs,
            patience: this.#patience,
          }),
          known: new Map(),
        },
      ]),
    );
    await run.forEachService(
      async service => {
        const lost: GoodRelease[] = [];
        for (const release of service.releases) {
          const artifacts = this.#locate(release, service);
          if (artifacts) {
            await this.#lookFor({ release, artifacts }, service, places, run);
          } else {
            lost.push(release);
          }
        }
        if (lost.length > 0) run.problem(this.#lost(service, lost));
      },
      { concurrency: CONCURRENCY },
    );
  }

  async #lookFor(
    {
      release,
      artifacts,
    }: { release: GoodRelease; artifacts: readonly Located[] },
    service: CollectedService,
    places: ReadonlyMap<RegistrySettings, AskedPlace>,
    run: CollectorRun,
  ): Promise<void> {
    const { entityRef } = service;
    const { environment, region, version, deployedAt } = release;
    const about = {
      entityRef,
      environment,
      ...(region !== undefined && { region }),
    };
    const { registries, unknown } = whereToAsk(
      release,
      service,
      this.#settings,
    );
    for (const name of unknown) {
      run.problem({
        ...about,
        region: name,
        reason: `It runs in ${name}, and no registry is configured from which that pulls.`,
        remedy: `Name the registry of ${name} under continuity.collectors.oci.registries.`,
      });
    }
    if (registries.length === 0) return;
    const regions = await Promise.all(
      registries.flatMap(settings => {
        const place = places.get(settings);
        return place
          ? [askPlace(place, artifacts, { entityRef, environment }, run)]
          : [];
      }),
    );
    run.signal.throwIfAborted();
    const payload: ArtifactAvailabilityPayload = {
      release: { version, deployedAt: formatInstant(deployedAt) },
      digests: [...new Set(artifacts.map(({ digest }) => digest))],
      regions,
    };
    await run.report({ kind: artifactAvailability.id, ...about, payload });
  }

  #lost(
    { entityRef }: Pick<CollectedService, 'entityRef'>,
    releases: readonly GoodRelease[],
  ): CollectorProblem {
    const told = releases.map(({ environment, region, version }) =>
      [`${version} in ${environment}`, region]
        .flatMap(part => part ?? [])
        .join(', '),
    );
    return {
      entityRef,
      reason: `Nobody reported what its last good release is made of, and in which repository that lies: ${told.join(
        '; ',
      )}.`,
      remedy: `Have the pipeline report "artifacts" with the deployment, or name the repository in the annotation ${
        this.#settings.annotation
      }.`,
    };
  }

  /** @returns undefined when it is not known of all of them where they lie */
  #locate(
    { artifacts }: Pick<GoodRelease, 'artifacts'>,
    { annotations }: Pick<CollectedService, 'annotations'>,
  ): Located[] | undefined {
    const annotated = annotations[this.#settings.annotation]?.trim();
    const located = artifacts.flatMap(({ digest, repository = annotated }) =>
      repository !== undefined && isRepository(repository)
        ? [{ repository, digest }]
        : [],
    );
    return located.length > 0 && located.length === artifacts.length
      ? located
      : undefined;
  }
}

async function askPlace(
  { settings, client, known }: AskedPlace,
  artifacts: readonly Located[],
  about: { entityRef: string; environment: string },
  run: CollectorRun,
): Promise<ArtifactAvailabilityPayload['regions'][number]> {
  const states = await Promise.all(
    artifacts.map(async ({ repository, digest }) => {
      const key = `${repository}@${digest}`;
      const asked =
        known.get(key) ?? findArtifact(client, repository, digest, run.signal);
      known.set(key, asked);
      return { digest, found: await asked };
    }),
  );
  const { region, name } = settings;
  for (const { found } of states) {
    if (found.state === 'unanswered') {
      run.problem({ region, place: name, ...problemOf(found, about) });
    }
  }
  const troublesOf = (state: 'missing' | 'unanswered') =>
    states.flatMap(({ digest, found }) =>
      found.state === state ? [{ digest, reason: found.reason }] : [],
    );
  return {
    region,
    registry: name,
    missing: troublesOf('missing'),
    unanswered: troublesOf('unanswered'),
  };
}

/** What keeps a registry from answering at all is said once, and not of every service. */
function problemOf(
  { reason, silence }: Extract<ArtifactState, { state: 'unanswered' }>,
  about: { entityRef: string; environment: string },
): Omit<CollectorProblem, 'region' | 'place'> {
  const remedy = silence?.remedy;
  return {
    ...(silence?.about === 'registry'
      ? { reason: `${silence.message}.` }
      : { ...about, reason: `${reason}.` }),
    ...(remedy !== undefined && { remedy }),
  };
}

/** Anything else could lead to another address of the registry. */
function isRepository(text: string): boolean {
  return (
    text.length <= 255 &&
    /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/.test(text)
  );
}
