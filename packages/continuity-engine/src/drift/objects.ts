import type { Shapes } from './shapes';
import type { DriftProblem, ObjectRef, SourcedObject } from './types';
import { copyOf, field, isBag, textOf, TooMuchError, type Bag } from './values';

/** An object that is known by its kind and name. */
export interface KnownObject {
  readonly ref: ObjectRef;
  readonly version: string;
  readonly source: string;
  readonly value: Bag;
}

/** Groups that moved (Kubernetes, "Deprecated API Migration Guide"). */
const MOVED: Record<string, Record<string, string>> = {
  extensions: {
    DaemonSet: 'apps',
    Deployment: 'apps',
    ReplicaSet: 'apps',
    Ingress: 'networking.k8s.io',
    NetworkPolicy: 'networking.k8s.io',
  },
};

/** The group in which a kind lives today. */
export function groupOf(apiVersion: string, kind: string): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return MOVED[group]?.[kind] ?? group;
}

/** Objects of a set, lists taken apart, and what could not be taken for one. */
export function readObjects(
  set: readonly SourcedObject[],
  problems: DriftProblem[],
): KnownObject[] {
  const found: KnownObject[] = [];
  for (const { value, source } of set) {
    try {
      take(copyOf(value), source, found, problems, 0);
    } catch (error) {
      if (!(error instanceof TooMuchError)) throw error;
      problems.push({ source, problem: error.problem, message: error.message });
    }
  }
  return found;
}

function take(
  value: unknown,
  source: string,
  found: KnownObject[],
  problems: DriftProblem[],
  depth: number,
): void {
  if (value === null || value === undefined) return;
  if (!isBag(value)) {
    problems.push({
      source,
      problem: 'not-an-object',
      message: 'is not a mapping; expected an object with apiVersion and kind',
    });
    return;
  }
  const apiVersion = textOf(value.apiVersion);
  const kind = textOf(value.kind);
  const { items } = value;
  if (kind?.endsWith('List') && Array.isArray(items) && depth < 5) {
    for (const [at, item] of items.entries()) {
      if (isBag(item)) fillFromList(item, kind, apiVersion);
      take(item, `${source}, item ${at}`, found, problems, depth + 1);
    }
    return;
  }
  const name = textOf(field(value, 'metadata', 'name'));
  if (!apiVersion || !kind || !name) {
    problems.push({
      source,
      problem: 'unidentified',
      message: `has no ${
        [
          !apiVersion && 'apiVersion',
          !kind && 'kind',
          !name && 'metadata.name',
        ].filter(Boolean)[0]
      }, so it cannot be told which object it is`,
    });
    return;
  }
  const namespace = textOf(field(value, 'metadata', 'namespace'));
  found.push({
    ref: {
      group: groupOf(apiVersion, kind),
      kind,
      name,
      ...(namespace && { namespace }),
    },
    version: apiVersion.split('/').at(-1) ?? '',
    source,
    value,
  });
}

/** Items of a typed list leave out what the list says (`DeploymentList`). */
function fillFromList(item: Bag, kind: string, apiVersion?: string): void {
  if (kind !== 'List') item.kind ??= kind.slice(0, -'List'.length);
  if (kind !== 'List') item.apiVersion ??= apiVersion;
}

/** Objects by what they are, each once. */
export function indexObjects(
  objects: readonly KnownObject[],
  { shapes, namespace }: { shapes: Shapes; namespace: string },
  problems: DriftProblem[],
): Map<string, KnownObject> {
  const index = new Map<string, KnownObject>();
  for (const object of objects) {
    const placed = place(object, shapes, namespace);
    const key = keyOf(placed.ref);
    const first = index.get(key);
    if (first) {
      problems.push({
        source: placed.source,
        problem: 'duplicate',
        message: `${describeRef(placed.ref)} is in ${
          first.source
        } already; expected each object once`,
      });
    } else {
      index.set(key, placed);
    }
  }
  return index;
}

/** Where an object without a namespace goes; a cluster-scoped one is nowhere. */
function place(
  object: KnownObject,
  shapes: Shapes,
  namespace: string,
): KnownObject {
  const { namespace: own, ...ref } = object.ref;
  const isNamespaced = shapes.isNamespaced(ref.group, ref.kind);
  if (isNamespaced === false) return { ...object, ref };
  if (own !== undefined || isNamespaced === undefined) return object;
  return { ...object, ref: { ...ref, namespace } };
}

export function keyOf({
  group,
  kind,
  namespace = '',
  name,
}: ObjectRef): string {
  return JSON.stringify([group, kind, namespace, name]);
}

/** For people: `apps/Deployment shop/api`. */
export function describeRef({
  group,
  kind,
  namespace,
  name,
}: ObjectRef): string {
  return `${group === '' ? '' : `${group}/`}${kind} ${
    namespace === undefined ? '' : `${namespace}/`
  }${name}`;
}
