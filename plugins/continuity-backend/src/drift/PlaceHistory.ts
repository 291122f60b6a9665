import {
  deployment,
  durationMs,
  mergeIntervals,
  parseInstant,
  type ChangeSettings,
  type DriftCandidate,
  type DriftHistory,
  type Instant,
  type Interval,
} from '@continuity/engine';
import type { ChangeStore } from '../changes';
import type { EvidenceStore } from '../evidence';
import type { OverrideStore } from '../overrides';
import { authorisedTimes } from './authorisedTimes';

/** More than this is not looked through. */
const MOST_CHANGES = 50;
const MOST_DEPLOYMENTS = 200;

/** An environment of an entity, and the region of it. */
export interface Place {
  environment: string;
  region?: string;
}

interface PlaceHistoryOptions {
  changes: Pick<ChangeStore, 'plannedFor' | 'happenings'>;
  evidence: Pick<EvidenceStore, 'listForEntity'>;
  overrides: Pick<OverrideStore, 'inForceDuring'>;
  settings: Pick<ChangeSettings, 'unauthorised'>;
}

/** What was allowed to write to a place of an entity, and what was deployed there. */
export class PlaceHistory {
  readonly #options: PlaceHistoryOptions;

  constructor(options: PlaceHistoryOptions) {
    this.#options = options;
  }

  /** @param period - the time that matters; what lies outside may be left out */
  async of(
    entityRef: string,
    places: readonly Place[],
    period: Interval,
  ): Promise<DriftHistory> {
    const [changes, overrides, deployments] = await Promise.all([
      this.#changes(entityRef, places, period),
      this.#overrides(entityRef, places, period),
      this.#deployments(entityRef, places),
    ]);
    return {
      candidates: [
        ...changes.candidates,
        ...overrides,
        ...deployments.candidates,
      ],
      isCut: changes.isCut,
      ...(deployments.since !== undefined && {
        deploymentsSince: deployments.since,
      }),
    };
  }

  async #changes(
    entityRef: string,
    places: readonly Place[],
    { start, end }: Interval,
  ): Promise<{ candidates: DriftCandidate[]; isCut: boolean }> {
    const { changes, settings } = this.#options;
    const graceMs = durationMs(settings.unauthorised.grace);
    const planned = await changes.plannedFor(entityRef, {
      start: start - graceMs,
      end,
    });
    const candidates: DriftCandidate[] = [];
    for (const change of planned) {
      const { environments, regions, title } = change.content;
      if (!places.some(place => isFor(place, environments, regions))) continue;
      const happenings = await changes.happenings(change.id);
      for (const interval of mergeIntervals(
        authorisedTimes(change, happenings, graceMs),
      )) {
        candidates.push({ kind: 'change', id: change.id, title, interval });
      }
    }
    return { candidates, isCut: planned.length >= MOST_CHANGES };
  }

  async #overrides(
    entityRef: string,
    places: readonly Place[],
    period: Interval,
  ): Promise<DriftCandidate[]> {
    const found = await this.#options.overrides.inForceDuring(period);
    return found.flatMap(({ id, content, inForce }): DriftCandidate[] => {
      const { entities, environments, regions, incident } = content;
      return inForce &&
        entities.includes(entityRef) &&
        places.some(place => isFor(place, environments, regions))
        ? [{ kind: 'override', id, title: incident, interval: inForce }]
        : [];
    });
  }

  async #deployments(
    entityRef: string,
    places: readonly Place[],
  ): Promise<{ candidates: DriftCandidate[]; since?: Instant }> {
    const candidates: DriftCandidate[] = [];
    const since: Instant[] = [];
    for (const environment of new Set(places.map(place => place.environment))) {
      const { items } = await this.#options.evidence.listForEntity(
        entityRef,
        { kind: deployment.id, environment },
        { limit: MOST_DEPLOYMENTS },
      );
      for (const { id, region, payload } of items) {
        const read = deployment.schema.safeParse(payload);
        const fits = places.some(
          place =>
            place.environment === environment &&
            (region === undefined ||
              place.region === undefined ||
              place.region === region),
        );
        if (!read.success || !fits) continue;
        const start = parseInstant(read.data.startedAt);
        const end = parseInstant(read.data.finishedAt);
        if (start === undefined || end === undefined) continue;
        since.push(start);
        candidates.push({
          kind: 'deployment',
          id,
          title: read.data.version,
          interval: { start, end },
        });
      }
    }
    return {
      candidates,
      ...(since.length > 0 && { since: Math.min(...since) }),
    };
  }
}

function isFor(
  { environment, region }: Place,
  environments: readonly string[],
  regions: readonly string[] | undefined,
): boolean {
  return (
    environments.includes(environment) &&
    (regions === undefined ||
      (region !== undefined && regions.includes(region)))
  );
}
