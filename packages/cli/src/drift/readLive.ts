import { existsSync } from 'node:fs';
import type { ExtraObjects, SourcedObject } from '@continuity/engine';
import {
  ClusterError,
  readCluster,
  type ClusterAnswer,
} from '@continuity/kubernetes-reader';
import { NoAnswerError, UsageError } from '../failures';
import type { Io } from '../Io';
import { connectCluster } from './connectCluster';
import { readManifests } from './readManifests';

/** Whether a place is a file or a folder, and no context of the kubeconfig. */
export function isFile(place: string): boolean {
  return place === '-' || existsSync(place);
}

/**
 * What runs in a place: a folder, a file, or a context of the kubeconfig.
 *
 * @param hasAutoscalers - whether those that nobody asked for are read, too, where they may
 * explain replicas
 * @throws NoAnswerError when a cluster says nothing at all
 */
export async function readLive(
  option: string,
  place: string,
  wanted: readonly SourcedObject[],
  {
    namespace,
    track,
    io,
    hasAutoscalers = true,
  }: { namespace: string; track?: string; io: Io; hasAutoscalers?: boolean },
): Promise<ClusterAnswer> {
  if (isFile(place)) {
    const live = await readManifests(option, place, io);
    return { live, unread: [], problems: [] };
  }
  const cluster = await connectCluster(place, option);
  try {
    return await readCluster(cluster, wanted, {
      source: place,
      namespace,
      by: 'object',
      hasAutoscalers,
      ...(track !== undefined && { labels: track }),
      onProgress: progress('read', io),
    });
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    throw new NoAnswerError(
      `${option}: "${place}" gave no answer: ${error.message}`,
    );
  }
}

/** Which live objects are too many: all in a file, none in a cluster, or those with a label. */
export function extraIn(place: string, track?: string): ExtraObjects {
  if (track === undefined) return { report: isFile(place) ? 'all' : 'none' };
  const match = /^([\w./-]+)=([\w.-]+)$/.exec(track);
  if (!match) {
    throw new UsageError(
      `--track: "${track}" is not <label=value>, e.g. app.kubernetes.io/instance=payments`,
    );
  }
  return { report: 'tracked', by: 'label', key: match[1], value: match[2] };
}

/** A line that is written over, for whoever looks at it. */
export function progress(what: string, io: Io) {
  return (done: number, total: number) => {
    if (io.isWatched && done % 100 === 0) {
      io.err(`\r${what} ${done} of ${total}`);
      if (done + 100 > total) io.err('\n');
    }
  };
}
