import type {
  ContinuityClient,
  FleetItem,
} from '@continuity/plugin-continuity-common';

const PAGE = 200;
/** The strictest tiers of the portal, as many as its default policies call core. */
const CORE = 2;
/** More services than any catalog; a list without end is no list. */
const MOST_PAGES = 5_000;

/** What stands for a service, as far as it is known without asking. */
export type KnownTier =
  | { known: true; tier: string; isCore: boolean; ageMs: number }
  | { known: false; why: string };

/**
 * The tiers of all services, as they were last read: what is left to decide by when the
 * portal does not answer. Only a list that was read to its end counts.
 */
export class ServiceTiers {
  readonly #options: ServiceTiersOptions;
  #tiers: ReadonlyMap<string, string> = new Map();
  #ids: ReadonlyMap<string, readonly string[]> = new Map();
  #core: readonly string[] = [];
  #readAt: number | undefined;

  constructor(options: ServiceTiersOptions) {
    this.#options = options;
  }

  /** How many services are known. */
  get size(): number {
    return this.#tiers.size;
  }

  /** Since when, in milliseconds. Absent: nothing was read yet. */
  get ageMs(): number | undefined {
    return this.#readAt === undefined
      ? undefined
      : this.#options.now() - this.#readAt;
  }

  /** Reads all of it; what was known before stays when that fails. */
  async refresh(): Promise<void> {
    const began = this.#options.now();
    const tiers = new Map<string, string>();
    const ids = new Map<string, string[]>();
    let core: readonly string[] = [];
    for (let page = 0; ; page++) {
      if (page === MOST_PAGES) {
        throw new Error(`the portal lists more than ${PAGE * page} services`);
      }
      const { items, totalItems, filters } = await this.#options.read(client =>
        client.getFleet({
          sort: 'name',
          limit: PAGE,
          offset: page * PAGE,
        }),
      );
      core = filters.tiers.slice(0, CORE).map(({ id }) => id);
      for (const item of items) {
        const { entityRef, kubernetesId } = item;
        tiers.set(entityRef, tierOf(item));
        if (kubernetesId !== undefined) {
          ids.set(kubernetesId, [...(ids.get(kubernetesId) ?? []), entityRef]);
        }
      }
      if (items.length < PAGE || (page + 1) * PAGE >= totalItems) break;
    }
    this.#tiers = tiers;
    this.#ids = ids;
    this.#core = core;
    this.#readAt = began;
  }

  /** The services whose annotation has an id. Undefined: the services were never read. */
  withKubernetesId(id: string): readonly string[] | undefined {
    return this.#readAt === undefined ? undefined : this.#ids.get(id) ?? [];
  }

  /** The tier of a service, if it is known and the reading is young enough. */
  of(entityRef: string): KnownTier {
    const ageMs = this.ageMs;
    if (ageMs === undefined) {
      return { known: false, why: 'the services were never read' };
    }
    if (!(ageMs <= this.#options.maxAgeMs)) {
      return {
        known: false,
        why: `the services were last read ${seconds(
          ageMs,
        )} ago, which is too long`,
      };
    }
    const tier = this.#tiers.get(entityRef);
    return tier === undefined
      ? { known: false, why: 'no tier of it is known' }
      : { known: true, tier, isCore: this.#core.includes(tier), ageMs };
  }
}

export interface ServiceTiersOptions {
  read<T>(call: (client: ContinuityClient) => Promise<T>): Promise<T>;
  /** How old the reading may be to count, in milliseconds. */
  maxAgeMs: number;
  /** Epoch milliseconds. */
  now(): number;
}

export const UNCLASSIFIED = 'unclassified';

function tierOf({ tier }: FleetItem): string {
  return tier?.id ?? UNCLASSIFIED;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
