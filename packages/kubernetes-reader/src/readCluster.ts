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
  const wanted = new Map(
    desired
      .flatMap(({ value }) => wantedObjects(value, options.namespace))
      .map(one => [JSON.stringify(one.wanted), one] as const),
  );
  const all = [...wanted.values()];
  if (options.by === 'object') {
    await reading.byObject(all);
    if (options.labels !== undefined) {
      await reading.labelled(all, options.labels);
    }
  } else {
    await reading.byList(all);
  }
  if (options.hasAutoscalers !== false) await reading.autoscalers(all);
  return reading.answer();
}
