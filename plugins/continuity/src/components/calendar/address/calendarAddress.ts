import type { CalendarViewQuery } from '@continuity/plugin-continuity-common';
import { formatDay, parseDay, type CivilDay } from '../time/civilDay';
import { isZone } from '../time/zoneDays';

export const VIEWS = ['month', 'week', 'timeline', 'list'] as const;
export const SCALES = ['month', 'quarter', 'year'] as const;
export const ROWS = ['system', 'team', 'tier', 'region'] as const;

export type ViewName = (typeof VIEWS)[number];
export type Scale = (typeof SCALES)[number];
export type RowKind = (typeof ROWS)[number];

/** What narrows the windows that are shown; each is a parameter of the API too. */
export type CalendarFilters = Pick<
  CalendarViewQuery,
  | 'entity'
  | 'owner'
  | 'system'
  | 'tier'
  | 'environment'
  | 'region'
  | 'calendar'
  | 'effect'
  | 'enforcement'
  | 'text'
>;

/** A window whose details are open. */
export interface OpenWindow {
  calendarRef: string;
  windowId: string;
  /** ISO 8601 instant at which the occurrence begins that was pressed. */
  at?: string;
}

/** What the calendar page shows. All of it stands in the address, so it can be shared. */
export interface CalendarAddress {
  view: ViewName;
  /** A day of the period that is shown. Absent: today. */
  day?: CivilDay;
  /** IANA zone of the wall clock. Absent: the reader's. */
  zone?: string;
  /** How much the timeline shows, and what its rows are. */
  scale: Scale;
  rows: RowKind;
  /** Part of the list, counted from 0. */
  page: number;
  filters: CalendarFilters;
  open?: OpenWindow;
}

const DEFAULTS = { view: 'month', scale: 'month', rows: 'system' } as const;

export const EFFECTS = ['freeze', 'maintenance'] as const;
export const ENFORCEMENTS = ['block', 'approval', 'warn'] as const;

const TEXT_FILTERS = [
  'entity',
  'owner',
  'system',
  'tier',
  'environment',
  'region',
  'calendar',
  'text',
] as const;

/** Reads an address. What cannot be read is as if it were not there. */
export function parseAddress(params: URLSearchParams): CalendarAddress {
  const asked = (name: string) => params.get(name) || undefined;
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  const zone = asked('zone');
  const page = Number(params.get('page'));
  const filters: CalendarFilters = {};
  for (const name of TEXT_FILTERS) {
    const value = asked(name);
    if (value) filters[name] = value.slice(0, 200);
  }
  const effect = oneOf('effect', EFFECTS);
  const enforcement = oneOf('enforcement', ENFORCEMENTS);
  if (effect) filters.effect = effect;
  if (enforcement) filters.enforcement = enforcement;
  const calendarRef = asked('of');
  const windowId = asked('window');
  return {
    view: oneOf('view', VIEWS) ?? DEFAULTS.view,
    day: parseDay(params.get('date') ?? ''),
    zone: zone && isZone(zone) ? zone : undefined,
    scale: oneOf('scale', SCALES) ?? DEFAULTS.scale,
    rows: oneOf('rows', ROWS) ?? DEFAULTS.rows,
    // The address counts pages from 1, as people do.
    page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
    filters,
    open:
      calendarRef && windowId
        ? { calendarRef, windowId, at: asked('at') }
        : undefined,
  };
}

/** Writes an address; what is as usual is left out of it. */
export function formatAddress(address: Partial<CalendarAddress>) {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
  };
  put('view', address.view, DEFAULTS.view);
  put('date', address.day === undefined ? undefined : formatDay(address.day));
  put('zone', address.zone);
  put('scale', address.scale, DEFAULTS.scale);
  put('rows', address.rows, DEFAULTS.rows);
  put('page', String((address.page ?? 0) + 1), '1');
  for (const name of [...TEXT_FILTERS, 'effect', 'enforcement'] as const) {
    put(name, address.filters?.[name]);
  }
  put('of', address.open?.calendarRef);
  put('window', address.open?.windowId);
  put('at', address.open?.at);
  return params;
}

/** Whether a filter leaves windows out. */
export function isFiltered(filters: CalendarFilters): boolean {
  return Object.values(filters).some(Boolean);
}
