import { readShape } from '../../time';
import { coverScopes } from '../scope/coverScopes';
import {
  inheritScope,
  parseScope,
  type ScopeContext,
} from '../scope/parseScope';
import { scopeShape } from '../scope/scopeShape';
import type { WindowScope } from '../types';
import { isRecord, namespaceOf, type CalendarEntity } from './calendarIdentity';
import type { CalendarParsingOptions } from './parseFreezeCalendar';

/**
 * Whom a calendar might be for that may be broken elsewhere: its own scope, widened by
 * those of its windows, or of the categories of its feed, since they replace it part
 * by part.
 *
 * @param options - With `tierIds`, a scope that names another tier cannot be read: the
 * misspelt tier may be anybody's.
 * @returns undefined when a scope in it cannot be read; it may be for everybody then.
 */
export function readCalendarScope(
  entity: CalendarEntity,
  options: CalendarParsingOptions = {},
): WindowScope | undefined {
  const { spec } = entity;
  if (!isRecord(spec)) return undefined;
  const context = { ...options, defaultNamespace: namespaceOf(entity) };
  const own = readScope(spec.scope, context);
  const declared = declaredScopes(spec);
  if (!own || !declared) return undefined;
  const scopes = [inheritScope({}, own)];
  for (const value of declared) {
    const scope = readScope(value, context);
    if (!scope) return undefined;
    scopes.push(inheritScope(own, scope));
  }
  return coverScopes(scopes);
}

/** The scopes inside a calendar. Undefined: there is no telling where they would be. */
function declaredScopes({
  windows,
  feed,
}: Record<string, unknown>): unknown[] | undefined {
  const inWindows = scopesOf(windows);
  const inFeed = isRecord(feed) ? scopesOf(feed.scopes) : scopesOf(feed);
  return inWindows && inFeed && [...inWindows, ...inFeed];
}

/** Of a list of things with scopes. What is no list and no object has none. */
function scopesOf(value: unknown): unknown[] | undefined {
  if (isRecord(value)) return undefined;
  return Array.isArray(value)
    ? value.flatMap(one =>
        isRecord(one) && one.scope !== undefined ? [one.scope] : [],
      )
    : [];
}

function readScope(
  value: unknown,
  context: ScopeContext,
): WindowScope | undefined {
  if (value === undefined) return {};
  const reading = readShape(scopeShape, value, 'scope');
  if (!reading.ok) return undefined;
  const { scope, problems } = parseScope(reading.value, 'scope', context);
  return problems.length > 0 ? undefined : scope;
}
