import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readShape, showValue, type Problem } from '../../time';
import { calendarShape } from './calendarShapes';
import { parseFreezeWindow } from './parseFreezeWindow';
import { parseScope } from '../scope/parseScope';
import type { FreezeCalendar, FreezeWindow } from '../types';

const API_VERSION = 'continuity.dev/v1';
const KIND = 'FreezeCalendar';

/** A catalog entity, as far as it has to be one to be read here. */
export interface CalendarEntity {
  apiVersion?: unknown;
  kind?: unknown;
  metadata?: unknown;
  spec?: unknown;
}

export interface CalendarParsingOptions {
  /**
   * The tiers that exist. When given, a scope that names another tier is a problem:
   * a misspelt tier would otherwise leave the window without anybody to freeze.
   */
  tierIds?: readonly string[];
}

/**
 * Reads a `FreezeCalendar` entity and checks everything that expanding it relies
 * on. A calendar with any problem is not read at all; whoever asks has to treat it
 * as closing what it might cover.
 *
 * A window's scope replaces the calendar's part by part. `spec.freezes` only draws
 * relations and does not change whom a window is for.
 */
export function parseFreezeCalendar(
  entity: CalendarEntity,
  options: CalendarParsingOptions = {},
):
  | { calendar: FreezeCalendar; problems: [] }
  | { calendar?: undefined; problems: [Problem, ...Problem[]] } {
  const identity = readIdentity(entity);
  const reading = readShape(calendarShape, entity.spec, 'spec');
  const problems: Problem[] = [...identity.problems];
  if (!reading.ok) {
    problems.push(...reading.problems);
    return refuse(problems);
  }
  const { owner, timezone, windows: declared } = reading.value;
  const scope = parseScope(reading.value.scope, 'spec.scope', options);
  problems.push(...scope.problems);
  const windows: FreezeWindow[] = [];
  const places = new Map<string, string>();
  declared.forEach((value, index) => {
    const path = `spec.windows.${index}`;
    const result = parseFreezeWindow(value, path, {
      timezone,
      owner: identity.ok ? ownerRef(owner, identity.namespace) : owner,
      scope: scope.scope,
      ...options,
    });
    if (!result.ok) {
      problems.push(...result.problems);
      return;
    }
    const { window } = result;
    const first = places.get(window.id);
    if (first !== undefined) {
      problems.push({
        path: `${path}.id`,
        message: `${showValue(
          window.id,
        )} stands at ${first} already; expected each id once`,
      });
    }
    places.set(window.id, path);
    windows.push(window);
  });
  if (problems.length > 0 || !identity.ok) return refuse(problems);
  return {
    calendar: {
      ref: identity.ref,
      title: identity.title,
      owner: ownerRef(owner, identity.namespace),
      origin: { kind: 'catalog' },
      windows,
    },
    problems: [],
  };
}

function ownerRef(owner: string, defaultNamespace: string): string {
  return stringifyEntityRef(
    parseEntityRef(owner, { defaultKind: 'group', defaultNamespace }),
  );
}

type Identity =
  | { ok: true; ref: string; namespace: string; title: string; problems: [] }
  | { ok: false; problems: Problem[] };

function readIdentity(entity: CalendarEntity): Identity {
  const problems: Problem[] = [];
  const { apiVersion, kind } = entity;
  if (apiVersion !== API_VERSION) {
    problems.push(mismatch('apiVersion', apiVersion, API_VERSION));
  }
  if (kind !== KIND) problems.push(mismatch('kind', kind, KIND));
  const metadata = isRecord(entity.metadata) ? entity.metadata : {};
  const { name, namespace = 'default', title = name } = metadata;
  const named = isText(name);
  const placed = isText(namespace);
  const titled = isText(title);
  if (!named) problems.push(mismatch('metadata.name', name, 'a name'));
  if (!placed) {
    problems.push(mismatch('metadata.namespace', namespace, 'a name'));
  }
  if (named && !titled) {
    problems.push(mismatch('metadata.title', title, 'a text'));
  }
  if (problems.length > 0 || !named || !placed || !titled) {
    return { ok: false, problems };
  }
  const ref = stringifyEntityRef({ kind: KIND, namespace, name });
  return { ok: true, ref, namespace, title, problems: [] };
}

function mismatch(path: string, value: unknown, expected: string): Problem {
  return {
    path,
    message:
      value === undefined
        ? `is missing; expected ${expected}`
        : `${showValue(value)} is not ${expected}`,
  };
}

function refuse(problems: Problem[]): { problems: [Problem, ...Problem[]] } {
  const [first, ...rest] = problems;
  return { problems: [first, ...rest] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length > 0;
}
