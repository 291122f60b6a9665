import type { FleetItem, Fleet } from '@continuity/plugin-continuity-common';
import type { Instant } from '@continuity/engine';
import {
  type LoadedProjection,
  type LoadedSnapshot,
  presentUnreadable,
} from '../catalog';
import type { ContinuitySettings } from '../config';
import { catalogNeverRead } from '../entities';
import { type Caller, toIso } from '../http';
import type { FleetQuery } from './fleetQuery';
import { FleetIndex, type FleetRow, UNCLASSIFIED } from './FleetIndex';
import { FleetReach } from './FleetReach';
import type { FleetVisibility, VisibleEntities } from './FleetVisibility';
import { type FrozenNow, FrozenNowCache } from './FrozenNow';
import { UpcomingChanges } from './UpcomingChanges';

/** What is worked out once a revision. */
interface FleetView {
  snapshot: LoadedSnapshot;
  index: FleetIndex;
  reach: FleetReach;
  frozen: FrozenNowCache;
  upcoming: UpcomingChanges;
}

/** All services at a glance, as far as the caller may see them. */
export class FleetService {
  readonly #projection: LoadedProjection;
  readonly #visibility: Pick<FleetVisibility, 'visibleTo'>;
  readonly #settings: Pick<ContinuitySettings, 'tiers'>;
  readonly #now: () => Instant;
  #view: FleetView | undefined;

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    settings: Pick<ContinuitySettings, 'tiers'>;
    now: () => Instant;
  }) {
    this.#projection = options.projection;
    this.#visibility = options.visibility;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /** @throws ServiceUnavailableError while the catalog has never been read. */
  async fleet(query: FleetQuery, caller: Caller): Promise<Fleet> {
    const visible = await this.#visibility.visibleTo(caller);
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw catalogNeverRead(this.#projection);
    }
    const at = this.#now();
    const view = this.#viewOf(snapshot);
    const frozen = await view.frozen.at(at);

    const mine = rowsWhere(view.index, row => isVisible(row, visible));
    const chosen = rowsWhere(
      view.index,
      (row, position) => mine.has(position) && passes(row, query),
    );
    const shown = this.#inOrder(view.index, query, frozen).filter(
      position =>
        chosen.has(position) &&
        (query.tier === undefined ||
          view.index.rows[position].tier === query.tier) &&
        (!query.frozen || frozen.windowsOf(position).length > 0),
    );
    return {
      at: toIso(at),
      catalogReadAt: toIso(snapshot.readAt),
      totals: this.#totals(view.index, chosen, frozen),
      items: shown
        .slice(query.offset, query.offset + query.limit)
        .map(position =>
          fleetItem(view.index.rows[position], frozen.windowsOf(position)),
        ),
      totalItems: shown.length,
      upcoming: await view.upcoming.of(chosen, at),
      filters: this.#filters(view.index, mine),
      unreadableCalendars: snapshot.unreadableCalendars
        .filter(({ ref }) => visible === 'all' || visible.has(ref))
        .map(presentUnreadable),
    };
  }

  #viewOf(snapshot: LoadedSnapshot): FleetView {
    const last = this.#view;
    if (last?.snapshot.revision === snapshot.revision) {
      return last;
    }
    const index = FleetIndex.build(snapshot, this.#settings.tiers.tiers);
    const reach = new FleetReach(index, last?.reach);
    this.#view = {
      snapshot,
      index,
      reach,
      frozen: new FrozenNowCache(snapshot.windows, reach),
      upcoming: new UpcomingChanges(
        snapshot.windows,
        reach,
        position => index.rows[position].service.entityRef,
      ),
    };
    return this.#view;
  }

  #inOrder(
    index: FleetIndex,
    query: FleetQuery,
    frozen: FrozenNow,
  ): readonly number[] {
    return query.sort === 'frozen'
      ? frozen.order(index.rows.length, query.order)
      : index.order(query.sort, query.order);
  }

  #totals(
    index: FleetIndex,
    chosen: ReadonlySet<number>,
    frozen: FrozenNow,
  ): Fleet['totals'] {
    const byTier = this.#tiers().map(tier => ({
      ...tier,
      count: 0,
      frozen: 0,
    }));
    const tierOf = new Map(byTier.map(tier => [tier.id, tier]));
    let frozenServices = 0;
    for (const position of chosen) {
      const isFrozen = frozen.windowsOf(position).length > 0;
      frozenServices += isFrozen ? 1 : 0;
      const tier = tierOf.get(index.rows[position].tier);
      if (tier) {
        tier.count += 1;
        tier.frozen += isFrozen ? 1 : 0;
      }
    }
    return {
      services: chosen.size,
      frozen: frozenServices,
      unclassified: tierOf.get(UNCLASSIFIED)?.count ?? 0,
      byTier,
    };
  }

  #filters(index: FleetIndex, mine: ReadonlySet<number>): Fleet['filters'] {
    const owners = new Set<string>();
    const systems = new Set<string>();
    for (const position of mine) {
      const { owner, system } = index.rows[position];
      if (owner) owners.add(owner);
      if (system) systems.add(system);
    }
    return {
      owners: [...owners].sort(),
      systems: [...systems].sort(),
      tiers: this.#tiers(),
    };
  }

  /** In the order of the tiers, `unclassified` last. */
  #tiers(): { id: string; title: string }[] {
    return [
      ...this.#settings.tiers.tiers.map(({ id, title }) => ({ id, title })),
      { id: UNCLASSIFIED, title: 'Unclassified' },
    ];
  }
}

function rowsWhere(
  index: FleetIndex,
  test: (row: FleetRow, position: number) => boolean,
): Set<number> {
  const positions = new Set<number>();
  index.rows.forEach((row, position) => {
    if (test(row, position)) {
      positions.add(position);
    }
  });
  return positions;
}

function isVisible(row: FleetRow, visible: VisibleEntities): boolean {
  return visible === 'all' || visible.has(row.service.entityRef);
}

/** The filters that also narrow the totals. */
function passes(row: FleetRow, query: FleetQuery): boolean {
  return (
    (query.owner === undefined || row.owner === query.owner) &&
    (query.system === undefined || row.system === query.system) &&
    (query.text === undefined || row.searched.includes(query.text))
  );
}

function fleetItem(row: FleetRow, frozen: FleetItem['frozen']): FleetItem {
  const { entity, entityRef, profile } = row.service;
  const type = entity.spec?.type;
  return {
    entityRef,
    name: row.name,
    title: row.title,
    kind: entity.kind,
    type: typeof type === 'string' ? type : undefined,
    owner: row.owner,
    system: row.system,
    kubernetesId: entity.metadata.annotations?.['backstage.io/kubernetes-id'],
    classification: profile.classification,
    tier: profile.tier && { id: profile.tier.id, title: profile.tier.title },
    rto: profile.rto?.duration,
    rpo: profile.rpo?.duration,
    inScope: profile.planning.inScope,
    findings: profile.findings.length,
    frozen,
  };
}
