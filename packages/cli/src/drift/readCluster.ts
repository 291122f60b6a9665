import type { DriftProblem, SourcedObject } from '@continuity/engine';
import { messageOf } from '../failures';

/** Objects read at the same time; the API server has others to serve. */
const AT_ONCE = 8;

/** What is needed of a cluster. */
export interface Cluster {
  /** @returns undefined when there is no such object; throws on anything else */
  read(which: Wanted): Promise<unknown>;
  /** All of one kind that carry a label, e.g. `app.kubernetes.io/instance=payments`. */
  list(
    kind: Pick<Wanted, 'apiVersion' | 'kind' | 'namespace'>,
    labels: string,
  ): Promise<unknown[]>;
}

/** An object to look for. */
export interface Wanted {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Versions that no server has any more, by where their kinds are now. */
const GONE: Record<string, Record<string, string>> = {
  'extensions/v1beta1': {
    DaemonSet: 'apps/v1',
    Deployment: 'apps/v1',
    Ingress: 'networking.k8s.io/v1',
    NetworkPolicy: 'networking.k8s.io/v1',
    ReplicaSet: 'apps/v1',
  },
  'networking.k8s.io/v1beta1': { Ingress: 'networking.k8s.io/v1' },
  'batch/v1beta1': { CronJob: 'batch/v1' },
  'policy/v1beta1': { PodDisruptionBudget: 'policy/v1' },
  'autoscaling/v2beta1': { HorizontalPodAutoscaler: 'autoscaling/v2' },
  'autoscaling/v2beta2': { HorizontalPodAutoscaler: 'autoscaling/v2' },
  'autoscaling/v1': { HorizontalPodAutoscaler: 'autoscaling/v2' },
};

/** What the cluster has of the desired objects. */
export interface ClusterAnswer {
  readonly live: SourcedObject[];
  /** What could not be asked: nothing is known of these. */
  readonly problems: DriftProblem[];
}

/**
 * Reads every desired object from a cluster, and with `labels` all others of their kinds
 * that carry them. What the cluster refuses to say is a problem, not an absence.
 */
export async function readCluster(
  cluster: Cluster,
  desired: readonly SourcedObject[],
  {
    source,
    namespace,
    labels,
    onProgress,
  }: {
    source: string;
    namespace: string;
    labels?: string;
    onProgress?: (done: number, total: number) => void;
  },
): Promise<ClusterAnswer> {
  const wanted = desired.flatMap(({ value }) => wantedIn(value, namespace));
  const live: SourcedObject[] = [];
  const problems: DriftProblem[] = [];
  const seen = new Set<string>();
  const take = (value: unknown) => {
    const [one] = wantedIn(value, namespace);
    const key = JSON.stringify(one ?? value);
    if (!seen.has(key)) live.push({ value, source });
    seen.add(key);
  };
  const ask = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      problems.push({
        source,
        problem: 'unreadable',
        message: `${what} could not be read: ${messageOf(error)}`,
      });
    }
  };
  let done = 0;
  await inTurns(wanted, async one => {
    await ask(`${one.kind} ${one.name}`, async () => {
      const found = await cluster.read(one);
      if (found !== undefined) take(found);
    });
    done += 1;
    onProgress?.(done, wanted.length);
  });
  if (labels !== undefined) {
    const kinds = new Map(
      wanted.map(({ name: _, ...kind }) => [JSON.stringify(kind), kind]),
    );
    await inTurns([...kinds.values()], kind =>
      ask(`the list of ${kind.kind}`, async () => {
        for (const one of await cluster.list(kind, labels)) take(one);
      }),
    );
  }
  return { live, problems };
}

function wantedIn(value: unknown, namespace: string): Wanted[] {
  if (typeof value !== 'object' || value === null) return [];
  if (
    'items' in value &&
    Array.isArray(value.items) &&
    'kind' in value &&
    String(value.kind).endsWith('List')
  ) {
    return value.items.flatMap(item => wantedIn(item, namespace));
  }
  if (!('apiVersion' in value && 'kind' in value && 'metadata' in value)) {
    return [];
  }
  const { apiVersion, kind, metadata } = value;
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    typeof metadata !== 'object' ||
    metadata === null ||
    !('name' in metadata) ||
    typeof metadata.name !== 'string'
  ) {
    return [];
  }
  const own = 'namespace' in metadata ? metadata.namespace : undefined;
  return [
    {
      apiVersion: GONE[apiVersion]?.[kind] ?? apiVersion,
      kind,
      // A server leaves it out for what has no namespace.
      namespace: typeof own === 'string' ? own : namespace,
      name: metadata.name,
    },
  ];
}

async function inTurns<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
