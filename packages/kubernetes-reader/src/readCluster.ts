import type { SourcedObject } from '@continuity/engine';
import { Reading } from './Reading';
import type { ClusterAnswer, ReadOptions } from './readOptions';
import type { Cluster } from './types';
import { wantedObjects } from './wantedObjects';

/**
 * Reads every desired object from a cluster. What the cluster refuses to say is unread, not
 * an absence.
 *
 * @throws ClusterError when the cluster says nothing at all: it is away, or does not accept
 * who we are
 */
export async function readCluster(
  cluster: Cluster,
  desired: readonly SourcedObject[],
  options: ReadOptions,
): Promise<ClusterAnswer> {
  const reading = new Reading(cluster, options);
  const wanted = desired.flatMap(({ value }) =>
    wantedObjects(value, options.namespace),
  );
  if (options.by === 'object') {
    await reading.byObject(wanted);
    if (options.labels !== undefined) {
      await reading.labelled(wanted, options.labels);
    }
  } else {
    await reading.byList(wanted);
  }
  if (options.hasAutoscalers !== false) await reading.autoscalers(wanted);
  return reading.answer();
}
