import type {
  ChangeBoardQuery,
  ChangesQuery,
  ChangeState,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import { CLASSES, OPEN_STATES, STATES } from '../shared/states';

export const VIEWS = ['approve', 'team', 'mine', 'all'] as const;
export const LAYOUTS = ['table', 'board'] as const;

export type ChangesView = (typeof VIEWS)[number];
export type ChangesLayout = (typeof LAYOUTS)[number];

/** Of what waits for somebody, a board would have one column. */
const USUAL_VIEW = {
  table: 'approve',
  board: 'all',
} as const satisfies Record<ChangesLayout, ChangesView>;

/** What the list shows, and how. */
export interface ChangesAddress {
  view: ChangesView;
  layout: ChangesLayout;
  /** `open`: any in which something is still to come. A board has a column for each. */
  state?: ChangeState | 'open';
  class?: ReleaseClass;
  /** Ref of what is changed. */
  entity?: string;
}

/** Reads an address. What cannot be read is as if it were not there. */
export function parseChanges(params: URLSearchParams): ChangesAddress {
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  const layout = oneOf('layout', LAYOUTS) ?? 'table';
  return {
    view: oneOf('view', VIEWS) ?? USUAL_VIEW[layout],
    layout,
    state: layout === 'board' ? undefined : oneOf('state', ['open', ...STATES]),
    class: oneOf('class', CLASSES),
    entity: params.get('entity')?.slice(0, 400) || undefined,
  };
}

/** Writes an address; what is as usual is left out of it. */
export function formatChanges(
  address: Partial<ChangesAddress>,
): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
  };
  const { layout = 'table' } = address;
  put('view', address.view, USUAL_VIEW[layout]);
  put('layout', layout, 'table');
  if (layout !== 'board') put('state', address.state);
  put('class', address.class);
  put('entity', address.entity);
  return params;
}

const MINE = {
  approve: 'approve',
  team: 'team',
  mine: 'author',
  all: undefined,
} as const satisfies Record<ChangesView, ChangesQuery['mine']>;

/** What to ask the backend for. */
export function toQuery(address: ChangesAddress): ChangesQuery {
  return {
    mine: MINE[address.view],
    state: address.state === 'open' ? OPEN_STATES.join() : address.state,
    class: address.class,
    entity: address.entity,
  };
}

/** What to ask for, for a board. */
export function boardQuery(address: ChangesAddress): ChangeBoardQuery {
  const { state, ...query } = toQuery(address);
  return query;
}

/** Whether filters leave changes out. */
export function isFiltered(address: ChangesAddress): boolean {
  return Boolean(address.state || address.class || address.entity);
}
