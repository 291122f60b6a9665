import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { showValue, type Problem } from '../../time';
import type { CalendarEntity } from '../declaration/parseFreezeCalendar';

const API_VERSION = 'continuity.dev/v1';

/** What an entity is called, and who answers for it. */
export interface EntityIdentity {
  ref: string;
  namespace: string;
  title: string;
  /** Entity ref. */
  owner: string;
}

/** Reads who an entity is; a kind that declares peaks or holidays. */
export function readIdentity(
  entity: CalendarEntity,
  kind: 'BusinessFunction' | 'HolidayCalendar',
): { identity?: EntityIdentity; problems: Problem[] } {
  const problems: Problem[] = [];
  const expect = (path: string, value: unknown, expected: string) => {
    problems.push({
      path,
      message:
        value === undefined
          ? `is missing; expected ${expected}`
          : `${showValue(value)} is not ${expected}`,
    });
  };
  if (entity.apiVersion !== API_VERSION) {
    expect('apiVersion', entity.apiVersion, API_VERSION);
  }
  if (entity.kind !== kind) expect('kind', entity.kind, kind);
  const metadata = isRecord(entity.metadata) ? entity.metadata : {};
  const { name, namespace = 'default', title } = metadata;
  if (!isText(name)) expect('metadata.name', name, 'a name');
  if (!isText(namespace)) expect('metadata.namespace', namespace, 'a name');
  const { spec } = entity;
  const declared = isRecord(spec) ? spec.owner : undefined;
  const owner = ownerRef(declared, isText(namespace) ? namespace : 'default');
  // Without a spec there is more to say than that its owner is missing.
  if (owner === undefined && isRecord(spec)) {
    expect(
      'spec.owner',
      declared,
      'a reference to a group or user, e.g. group:default/finance-operations',
    );
  }
  if (
    problems.length > 0 ||
    !isText(name) ||
    !isText(namespace) ||
    owner === undefined
  ) {
    return { problems };
  }
  return {
    identity: {
      ref: stringifyEntityRef({ kind, namespace, name }),
      namespace,
      title: isText(title) ? title : name,
      owner,
    },
    problems,
  };
}

function ownerRef(value: unknown, defaultNamespace: string) {
  if (typeof value !== 'string') return undefined;
  try {
    const ref = parseEntityRef(value, {
      defaultKind: 'group',
      defaultNamespace,
    });
    return ['group', 'user'].includes(ref.kind.toLocaleLowerCase('en-US'))
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length > 0;
}
