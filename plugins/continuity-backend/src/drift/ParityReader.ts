import {
  formatInstant,
  type DeploymentEnvironment,
  type Instant,
} from '@continuity/engine';
import type {
  DriftParityCell,
  DriftParityPage,
  DriftParityRow,
  DriftParityState,
  DriftPlace,
} from '@continuity/plugin-continuity-common';
import type { CatalogService } from '../catalog';
import { catalogNeverRead } from '../entities';
import type { Caller } from '../http';
import { compareKeys, pageOf, type SortKey } from './driftCursor';
import type { DriftReaderOptions } from './DriftReader';
import { chooseService, type ServiceFilter } from './ServiceFilter';
import { standingOf } from './standingOf';
import type { DriftPlaceHead } from './types';

interface Row {
  shown: DriftParityRow;
  key: SortKey;
}

/** Answers whether secondaries and standbys are like their primaries. */
export class ParityReader {
  readonly #options: DriftReaderOptions;

  constructor(options: DriftReaderOptions) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError while the catalog has never been read */
  async list(
    { state, ...filter }: ServiceFilter & { state?: DriftParityState },
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<DriftParityPage> {
    const { projection, store, visibility, now } = this.#options;
    const [visible, snapshot, heads] = await Promise.all([
      visibility.visibleTo(caller),
      projection.current(),
      store.heads({ against: 'parity' }),
    ]);
    if (!snapshot) throw catalogNeverRead(projection);
    const compared = new Map<string, DriftPlaceHead[]>();
    for (const head of heads) {
      const { entityRef } = head.key;
      compared.set(entityRef, [...(compared.get(entityRef) ?? []), head]);
    }
    const at = now();
    const rows: Row[] = [];
    for (const service of snapshot.services.values()) {
      const facts = chooseService(service, filter, visible);
      const cells =
        facts && cellsOf(service, compared.get(service.entityRef) ?? [], at);
      if (!cells || cells.length === 0) continue;
      if (state && !cells.some(cell => cell.state === state)) continue;
      const primary = primaryOf(service);
      const shown = { ...facts, ...(primary && { primary }), cells };
      rows.push({ shown, key: this.#keyOf(shown) });
    }
    rows.sort((a, b) => compareKeys(a.key, b.key));
    const { items, ...rest } = pageOf(rows, ({ key }) => key, page);
    return {
      columns: columnsOf(rows),
      items: items.map(({ shown }) => shown),
      ...rest,
      totals: totalsOf(rows),
    };
  }

  #keyOf({ cells, tier, entityRef }: DriftParityRow): SortKey {
    const { tierIds } = this.#options;
    const has = (state: DriftParityState) =>
      cells.some(cell => cell.state === state);
    const others = has('not-compared') ? 1 : 2;
    const place = tierIds.indexOf(tier ?? '');
    return [
      has('findings') ? 0 : others,
      place === -1 ? tierIds.length : place,
      entityRef,
    ];
  }
}

/** One for each place that ought to be like the primary, and for those that were compared. */
function cellsOf(
  { environments }: CatalogService,
  heads: readonly DriftPlaceHead[],
  now: Instant,
): DriftParityCell[] {
  const others = environments.filter(
    ({ role }) => role === 'secondary' || role === 'standby',
  );
  const declared = others.map(environment =>
    cellOf(
      placeOf(environment),
      environment.role ?? 'standby',
      heads.find(({ key }) => isSame(key, placeOf(environment))),
      now,
    ),
  );
  const undeclared = heads.filter(
    ({ key }) => !others.some(environment => isSame(key, placeOf(environment))),
  );
  return [
    ...declared,
    ...undeclared.map(head => {
      const { environment, region } = head.key;
      return cellOf(
        { environment, ...(region !== undefined && { region }) },
        'undeclared',
        head,
        now,
      );
    }),
  ];
}

function cellOf(
  place: DriftPlace,
  role: DriftParityCell['role'],
  head: DriftPlaceHead | undefined,
  now: Instant,
): DriftParityCell {
  if (!head) {
    return {
      ...place,
      role,
      state: 'not-compared',
      findings: 0,
      reason: 'It was never compared with its primary.',
    };
  }
  const { newest, open } = head;
  const { attributed, unauthorised, ambiguous, unknown } = open;
  const findings =
    attributed + unauthorised + ambiguous + unknown ||
    newest.counts.fields + newest.counts.missing + newest.counts.extra;
  return {
    ...place,
    role,
    ...(newest.comparedWith && { comparedWith: newest.comparedWith }),
    ...stateOf(head, findings, now),
    findings,
    scannedAt: formatInstant(newest.observedAt),
    evidenceId: newest.evidenceId,
  };
}

function stateOf(
  head: DriftPlaceHead,
  findings: number,
  now: Instant,
): { state: DriftParityState; reason: string } {
  const { newest } = head;
  if (newest.expiresAt <= now) {
    return {
      state: 'not-compared',
      reason: `It was last compared at ${formatInstant(
        newest.observedAt,
      )}, which is too long ago.`,
    };
  }
  if (findings > 0) return { state: 'findings', reason: newest.headline };
  return {
    state: standingOf(head, now) === 'in-sync' ? 'in-sync' : 'not-compared',
    reason: newest.headline,
  };
}

function placeOf({ name, region }: DeploymentEnvironment): DriftPlace {
  return { environment: name, ...(region !== undefined && { region }) };
}

function primaryOf({ environments }: CatalogService): DriftPlace | undefined {
  const found = environments.find(({ role = 'primary' }) => role === 'primary');
  return found && placeOf(found);
}

function isSame(a: DriftPlace, b: DriftPlace): boolean {
  return a.environment === b.environment && a.region === b.region;
}

function columnsOf(rows: readonly Row[]): DriftPlace[] {
  const columns = new Map<string, DriftPlace>();
  for (const { shown } of rows) {
    for (const { environment, region } of shown.cells) {
      columns.set(JSON.stringify([environment, region ?? '']), {
        environment,
        ...(region !== undefined && { region }),
      });
    }
  }
  return [...columns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

function totalsOf(rows: readonly Row[]): DriftParityPage['totals'] {
  const totals = {
    services: rows.length,
    'in-sync': 0,
    findings: 0,
    'not-compared': 0,
  };
  for (const { shown } of rows) {
    for (const { state } of shown.cells) totals[state] += 1;
  }
  return totals;
}
