import type { Instant } from '@continuity/engine';
import {
  continuityChangeReadPermission,
  type DriftPage,
  type DriftScan,
  type DriftStanding,
} from '@continuity/plugin-continuity-common';
import type { CatalogProjection } from '../catalog';
import type { FleetVisibility } from '../fleet';
import type { Access, Caller } from '../http';
import { catalogNeverRead } from '../entities';
import type { DriftStore } from './DriftStore';
import { pageOf, compareKeys, type SortKey } from './driftCursor';
import { presentHead, presentPlace } from './presentPlace';
import {
  chooseService,
  type ServiceFacts,
  type ServiceFilter,
} from './ServiceFilter';
import { standingOf } from './standingOf';
import type { DriftPlaceHead, DriftPlaceKey } from './types';

const DAY_MS = 86_400_000;
const RISK: readonly DriftStanding[] = [
  'unauthorised',
  'unknown',
  'attributed',
  'in-sync',
];

/** Which scans a list is about. */
export type DriftFilter = ServiceFilter &
  Partial<Pick<DriftPlaceKey, 'environment' | 'against'>> & {
    /** Absent: any. */
    standings?: readonly DriftStanding[];
    /** Days that the oldest open finding is old at least. */
    olderThanDays?: number;
  };

export interface DriftReaderOptions {
  access: Access;
  projection: CatalogProjection;
  store: DriftStore;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  /** The strictest first. */
  tierIds: readonly string[];
  now: () => Instant;
}

interface Row {
  head: DriftPlaceHead;
  service: ServiceFacts;
  standing: DriftStanding;
}

/** Answers what is known of drift. */
export class DriftReader {
  readonly #options: DriftReaderOptions;

  constructor(options: DriftReaderOptions) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError while the catalog has never been read */
  async list(
    filter: DriftFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<DriftPage> {
    const { projection, store, visibility, now } = this.#options;
    const [visible, snapshot, heads] = await Promise.all([
      visibility.visibleTo(caller),
      projection.current(),
      store.heads(filter),
    ]);
    if (!snapshot) throw catalogNeverRead(projection);
    const at = now();
    const rows = heads.flatMap((head): Row[] => {
      const known = snapshot.services.get(head.key.entityRef);
      const service = known && chooseService(known, filter, visible);
      if (!service || !isOldEnough(head, filter, at)) return [];
      const standing = standingOf(head, at);
      return filter.standings && !filter.standings.includes(standing)
        ? []
        : [{ head, service, standing }];
    });
    const keyOf = (row: Row) => this.#keyOf(row);
    const keyed = rows
      .map(row => ({ row, key: keyOf(row) }))
      .sort((a, b) => compareKeys(a.key, b.key));
    const { items, ...rest } = pageOf(keyed, ({ key }) => key, page);
    return {
      items: items.map(({ row }) => presentHead(row.head, row.service, at)),
      ...rest,
      totals: totalsOf(rows),
    };
  }

  /** @throws NotFoundError when there is no such entity, or it is hidden */
  async ofEntity(
    entityRef: string,
    filter: Partial<Omit<DriftPlaceKey, 'entityRef'>>,
    caller: Caller,
  ): Promise<DriftScan[]> {
    const { access, projection, store, now } = this.#options;
    await access.assertVisible(entityRef, caller);
    const [places, snapshot, mayNameCulprits] = await Promise.all([
      store.ofEntity(entityRef),
      projection.current(),
      access.may(caller, continuityChangeReadPermission),
    ]);
    const service = snapshot?.services.get(entityRef);
    const facts = (service && chooseService(service, {}, 'all')) ?? {
      entityRef,
    };
    const { environment, region, against } = filter;
    return places
      .filter(
        ({ key }) =>
          (environment === undefined || key.environment === environment) &&
          (region === undefined || key.region === region) &&
          (against === undefined || key.against === against),
      )
      .map(place =>
        presentPlace(place, facts, { now: now(), mayNameCulprits }),
      );
  }

  #keyOf({ head, service, standing }: Row): SortKey {
    const tier = this.#options.tierIds.indexOf(service.tier ?? '');
    const { entityRef, environment, region = '', against } = head.key;
    return [
      RISK.indexOf(standing),
      tier === -1 ? this.#options.tierIds.length : tier,
      head.since ?? Number.MAX_SAFE_INTEGER,
      entityRef,
      environment,
      region,
      against,
    ];
  }
}

function isOldEnough(
  { since }: DriftPlaceHead,
  { olderThanDays }: DriftFilter,
  now: Instant,
): boolean {
  return (
    olderThanDays === undefined ||
    (since !== undefined && since <= now - olderThanDays * DAY_MS)
  );
}

function totalsOf(rows: readonly Row[]): DriftPage['totals'] {
  const standings = {
    'in-sync': 0,
    attributed: 0,
    unauthorised: 0,
    unknown: 0,
  };
  for (const { standing } of rows) standings[standing] += 1;
  return {
    services: new Set(rows.map(({ service }) => service.entityRef)).size,
    scans: rows.length,
    standings,
  };
}
