import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import type { FleetSort, SortOrder } from './FleetIndex';
import { canonicalRef } from './FleetIndex';

/** The question of `GET /fleet`, read. */
export interface FleetQuery {
  /** Canonical ref. */
  owner?: string;
  /** Canonical ref. */
  system?: string;
  /** Tier id or `unclassified`. */
  tier?: string;
  frozen: boolean;
  /** Lower case. */
  text?: string;
  sort: FleetSort | 'frozen';
  order: SortOrder;
  limit: number;
  offset: number;
}

const SORTS = ['name', 'tier', 'rto', 'owner', 'system', 'frozen'] as const;
const ORDERS = ['asc', 'desc'] as const;

/** @throws InputError that names the field, the value and the expectation. */
export function readFleetQuery(query: Request['query']): FleetQuery {
  return {
    owner: refOf(query, 'owner', 'Group'),
    system: refOf(query, 'system', 'System'),
    tier: textOf(query, 'tier'),
    frozen: oneOf(query, 'frozen', ['true', 'false'] as const) === 'true',
    text: textOf(query, 'text')?.trim().toLocaleLowerCase('en-US') || undefined,
    sort: oneOf(query, 'sort', SORTS) ?? 'tier',
    order: oneOf(query, 'order', ORDERS) ?? 'asc',
    limit: integerOf(query, 'limit', { at: 50, from: 1, to: 200 }),
    offset: integerOf(query, 'offset', {
      at: 0,
      from: 0,
      to: Number.MAX_SAFE_INTEGER,
    }),
  };
}

/** The validating router may have turned a value into a number or a boolean. */
function textOf(query: Request['query'], field: string): string | undefined {
  const value: unknown = query[field];
  if (value === undefined || value === '') {
    return undefined;
  }
  if (
    typeof value !== 'string' &&
    typeof value !== 'number' &&
    typeof value !== 'boolean'
  ) {
    throw new InputError(`${field}: is given more than once; give it once`);
  }
  return String(value);
}

function refOf(
  query: Request['query'],
  field: string,
  defaultKind: string,
): string | undefined {
  const text = textOf(query, field);
  if (text === undefined) {
    return undefined;
  }
  const ref = canonicalRef(text, defaultKind);
  if (ref === undefined) {
    throw new InputError(
      `${field}: "${text}" is not an entity ref, e.g. ${defaultKind.toLocaleLowerCase(
        'en-US',
      )}:default/payments`,
    );
  }
  return ref;
}

function oneOf<T extends string>(
  query: Request['query'],
  field: string,
  values: readonly T[],
): T | undefined {
  const text = textOf(query, field);
  if (text === undefined) {
    return undefined;
  }
  const value = values.find(candidate => candidate === text);
  if (value === undefined) {
    throw new InputError(
      `${field}: "${text}" is not one of ${values.join(', ')}`,
    );
  }
  return value;
}

function integerOf(
  query: Request['query'],
  field: string,
  range: { at: number; from: number; to: number },
): number {
  const text = textOf(query, field);
  if (text === undefined) {
    return range.at;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < range.from || value > range.to) {
    throw new InputError(
      `${field}: "${text}" is not a whole number from ${range.from} to ${range.to}`,
    );
  }
  return value;
}
