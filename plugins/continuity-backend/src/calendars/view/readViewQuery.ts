import { InputError } from '@backstage/errors';
import {
  type Enforcement,
  ENFORCEMENTS,
  type Interval,
  type WindowEffect,
} from '@continuity/engine';
import type { Request } from 'express';
import { canonicalRef, queryText, readPeriod } from '../../http';
import type { ServiceSelection } from '../services/selectServices';
import type { RowsBy } from './viewRows';

/** The question of `GET /calendars/view`, read. */
export interface ViewQuery {
  period: Interval;
  selection: ServiceSelection;
  /** Canonical ref. */
  calendar?: string;
  effect?: WindowEffect;
  enforcement?: Enforcement;
  /** Lower case. */
  text?: string;
  rows?: RowsBy;
}

const EFFECTS: readonly WindowEffect[] = ['freeze', 'maintenance'];
const ROWS: readonly RowsBy[] = ['system', 'team', 'tier', 'region'];

/** @throws InputError that names the field, the value and the expectation. */
export function readViewQuery(req: Request): ViewQuery {
  const ref = (field: string) => {
    const text = queryText(req, field);
    return text === undefined ? undefined : canonicalRef(field, text);
  };
  return {
    period: readPeriod({
      from: queryText(req, 'from') ?? '',
      to: queryText(req, 'to') ?? '',
    }),
    selection: {
      entity: ref('entity'),
      owner: ref('owner'),
      system: ref('system'),
      tier: queryText(req, 'tier'),
      environment: queryText(req, 'environment'),
      region: queryText(req, 'region'),
    },
    calendar: ref('calendar'),
    effect: oneOf(req, 'effect', EFFECTS),
    enforcement: oneOf(req, 'enforcement', ENFORCEMENTS),
    text:
      queryText(req, 'text')?.trim().toLocaleLowerCase('en-US') || undefined,
    rows: oneOf(req, 'rows', ROWS),
  };
}

function oneOf<T extends string>(
  req: Request,
  field: string,
  values: readonly T[],
): T | undefined {
  const text = queryText(req, field);
  const value = values.find(candidate => candidate === text);
  if (text !== undefined && value === undefined) {
    throw new InputError(
      `${field}: "${text}" is not one of ${values.join(', ')}`,
    );
  }
  return value;
}
