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
  { desired, namespace, label, source, now }: ScanRequest,
  {
    comparison,
    managers,
    ignore,
  }: Pick<KubernetesSettings, 'comparison' | 'managers' | 'ignore'>,
): Promise<DriftReport> {
  const options = {
    source,
    namespace,
    by: 'list',
    ...(label && { labels: `${label.key}=${label.value}` }),
  } as const;
  for (let reading = 1; ; reading++) {
    const before = await namespaceStates(cluster, desired, namespace);
    const answer = await readCluster(cluster, desired, options);
    const after = await namespaceStates(cluster, desired, namespace);
    const torn = tornNamespaces(before, after);
    if (torn.length > 0 && reading < MOST_READINGS) continue;
    return detectDrift(desired, answer.live, {
      now,
      comparison,
      namespace,
      ignore,
      extra: label
        ? { report: 'tracked', by: 'label', ...label }
        : { report: 'none' },
      ...(managers && { managers }),
      problems: answer.problems,
      unread: [
        ...answer.unread,
        ...lostWith(torn, { desired, namespace, source }),
      ],
    });
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
