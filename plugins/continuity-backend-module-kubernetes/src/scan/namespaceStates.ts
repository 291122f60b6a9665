import type { SourcedObject } from '@continuity/engine';
import {
  ClusterError,
  wantedObjects,
  type Cluster,
} from '@continuity/kubernetes-reader';

/** Which namespace of a name there is: its uid, none, one that is going, or not to be seen. */
type NamespaceState = string;

const GOING = 'going';

/** The namespaces of desired objects, as they are now. */
export async function namespaceStates(
  cluster: Cluster,
  desired: readonly SourcedObject[],
  namespace: string,
): Promise<Map<string, NamespaceState>> {
  const names = new Set(
    desired.flatMap(({ value }) =>
      wantedObjects(value, namespace).map(
        ({ wanted }) => wanted.namespace ?? namespace,
      ),
    ),
  );
  const states = new Map<string, NamespaceState>();
  for (const name of names) states.set(name, await stateOf(cluster, name));
  return states;
}

/**
 * Namespaces that were deleted, or made anew, while they were read: what was read of them
 * is of no one moment. A namespace that is not there at all is not among them, for then its
 * objects are missing.
 */
export function tornNamespaces(
  before: ReadonlyMap<string, NamespaceState>,
  after: ReadonlyMap<string, NamespaceState>,
): string[] {
  return [...after.keys()].filter(
    name => after.get(name) !== before.get(name) || after.get(name) === GOING,
  );
}

async function stateOf(
  cluster: Cluster,
  name: string,
): Promise<NamespaceState> {
  try {
    const found = await cluster.read({
      apiVersion: 'v1',
      kind: 'Namespace',
      name,
    });
    if (found === undefined) return 'none';
    const metadata = fieldOf(found, 'metadata');
    if (fieldOf(metadata, 'deletionTimestamp') !== undefined) return GOING;
    return `uid ${String(fieldOf(metadata, 'uid'))}`;
  } catch (error) {
    // Who may list objects in a namespace need not see the namespace.
    if (error instanceof ClusterError && error.about === 'kind')
      return 'unseen';
    throw error;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([own]) => own === name)?.[1]
    : undefined;
}
