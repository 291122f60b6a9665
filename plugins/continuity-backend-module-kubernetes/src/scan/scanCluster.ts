import {
  detectDrift,
  groupOf,
  type DriftReport,
  type SourcedObject,
  type UnreadObject,
} from '@continuity/engine';
import {
  readCluster,
  wantedObjects,
  type Cluster,
  type ClusterAnswer,
} from '@continuity/kubernetes-reader';
import type { KubernetesSettings } from '../config';
import { namespaceStates, tornNamespaces } from './namespaceStates';

/** How often a namespace may vanish or come back while it is read. */
const MOST_READINGS = 2;

/** A label that all objects of a service carry. */
export interface TrackedLabel {
  readonly key: string;
  readonly value: string;
}

/** What is held against a cluster. */
export interface ScanRequest {
  readonly desired: readonly SourcedObject[];
  /** Objects that are read besides, for they are desired elsewhere. */
  readonly also: readonly SourcedObject[];
  /** Of objects that name none. */
  readonly namespace: string;
  /** Live objects with this label that nobody desires are drift. Absent: none is. */
  readonly label?: TrackedLabel;
  /** Name of the cluster, to show. */
  readonly source: string;
  readonly now: number;
}

/**
 * Holds a cluster against desired objects. What could not be read is not compared; so is a
 * namespace that vanishes while it is read.
 *
 * @throws ClusterError when the cluster says nothing at all
 */
export async function scanCluster(
  cluster: Cluster,
  { desired, also, namespace, label, source, now }: ScanRequest,
  {
    comparison,
    managers,
    ignore,
  }: Pick<KubernetesSettings, 'comparison' | 'managers' | 'ignore'>,
): Promise<{ report: DriftReport; seen: ClusterAnswer }> {
  const options = {
    source,
    namespace,
    by: 'list',
    ...(label && { labels: `${label.key}=${label.value}` }),
  } as const;
  const wanted = [...desired, ...also];
  for (let reading = 1; ; reading++) {
    const before = await namespaceStates(cluster, wanted, namespace);
    const answer = await readCluster(cluster, wanted, options);
    const after = await namespaceStates(cluster, wanted, namespace);
    const torn = tornNamespaces(before, after);
    if (torn.length > 0 && reading < MOST_READINGS) continue;
    const seen = {
      ...answer,
      unread: [
        ...answer.unread,
        ...lostWith(torn, { desired: wanted, namespace, source }),
      ],
    };
    const report = detectDrift(desired, seen.live, {
      now,
      comparison,
      namespace,
      ignore,
      extra: label
        ? { report: 'tracked', by: 'label', ...label }
        : { report: 'none' },
      ...(managers && { managers }),
      problems: seen.problems,
      unread: seen.unread,
    });
    return { report, seen };
  }
}

/** The desired objects of namespaces that vanished. */
function lostWith(
  torn: readonly string[],
  {
    desired,
    namespace,
    source,
  }: Pick<ScanRequest, 'desired' | 'namespace' | 'source'>,
): UnreadObject[] {
  if (torn.length === 0) return [];
  return desired
    .flatMap(({ value }) => wantedObjects(value, namespace))
    .flatMap(({ wanted: { apiVersion, kind, name, namespace: own } }) =>
      own !== undefined && torn.includes(own)
        ? [
            {
              ref: {
                group: groupOf(apiVersion, kind),
                kind,
                namespace: own,
                name,
              },
              source,
              message: `${kind} ${name} could not be read: its namespace ${own} was deleted, or made anew, while it was read`,
            },
          ]
        : [],
    );
}
