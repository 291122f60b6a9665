import type { FleetQuery } from '@continuity/plugin-continuity-common';

export type FleetSort = NonNullable<FleetQuery['sort']>;

/** What the page shows: its filters, its order and its part of the list. */
export interface FleetView {
  owner?: string;
  system?: string;
  /** A tier id, or `unclassified`. */
  tier?: string;
  frozen: boolean;
  text?: string;
  sort: FleetSort;
  order: 'asc' | 'desc';
  /** Counted from 0. */
  page: number;
  pageSize: number;
}

export const PAGE_SIZES = [25, 50, 100];
export const SORTS: FleetSort[] = [
  'name',
  'tier',
  'rto',
  'owner',
  'system',
  'frozen',
];

const DEFAULTS = { sort: 'tier', order: 'asc', pageSize: 25 } as const;

/** Reads a view from the address. What cannot be read is as if it were not there. */
export function parseView(params: URLSearchParams): FleetView {
  const asked = (name: string) => params.get(name) || undefined;
  const page = Number(params.get('page'));
  const pageSize = Number(params.get('pageSize'));
  return {
    owner: asked('owner'),
    system: asked('system'),
    tier: asked('tier'),
    text: asked('text')?.slice(0, 200),
    frozen: params.get('frozen') === 'true',
    sort: SORTS.find(sort => sort === params.get('sort')) ?? DEFAULTS.sort,
    order: params.get('order') === 'desc' ? 'desc' : DEFAULTS.order,
    // The address counts pages from 1, as people do.
    page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : DEFAULTS.pageSize,
  };
}

/** Writes a view to the address; what is as usual is left out of it. */
export function formatView(view: FleetView): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
  };
  put('tier', view.tier);
  put('owner', view.owner);
  put('system', view.system);
  put('text', view.text);
  put('frozen', String(view.frozen), 'false');
  put('sort', view.sort, DEFAULTS.sort);
  put('order', view.order, DEFAULTS.order);
  put('page', String(view.page + 1), '1');
  put('pageSize', String(view.pageSize), String(DEFAULTS.pageSize));
  return params;
}

/** What to ask the backend for a view. */
export function toQuery(view: FleetView): FleetQuery {
  const { page, pageSize, frozen, ...filtersAndOrder } = view;
  return {
    ...filtersAndOrder,
    // `false` would ask for the services that are not frozen.
    frozen: frozen || undefined,
    limit: pageSize,
    offset: page * pageSize,
  };
}

/** Whether a view leaves services out. */
export function isFiltered(view: FleetView): boolean {
  return Boolean(
    view.owner || view.system || view.tier || view.text || view.frozen,
  );
}
