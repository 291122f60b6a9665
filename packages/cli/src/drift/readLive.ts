import { existsSync } from 'node:fs';
import type {
  DriftProblem,
  DriftReport,
  ExtraObjects,
  SourcedObject,
} from '@continuity/engine';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { connectCluster } from './connectCluster';
import { readCluster } from './readCluster';
import { readManifests } from './readManifests';

/** Whether a place is a file or a folder, and no context of the kubeconfig. */
export function isFile(place: string): boolean {
  return place === '-' || existsSync(place);
}

/** What runs in a place: a folder, a file, or a context of the kubeconfig. */
export async function readLive(
  option: string,
  place: string,
  wanted: readonly SourcedObject[],
  { namespace, track, io }: { namespace: string; track?: string; io: Io },
): Promise<{ live: SourcedObject[]; problems: DriftProblem[] }> {
  return isFile(place)
    ? { live: await readManifests(option, place, io), problems: [] }
    : readCluster(await connectCluster(place), wanted, {
        source: place,
        namespace,
        ...(track !== undefined && { labels: track }),
        onProgress: progress('read', io),
      });
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

/** A report, with what could not be read: it is not missing, nothing is known of it. */
export function withUnread(
  report: DriftReport,
  unread: readonly DriftProblem[],
): DriftReport {
  if (unread.length === 0) return report;
  const missing = report.objects.filter(({ state }) => state === 'missing');
  const { changed, extra, desired } = report.counts;
  return {
    ...report,
    problems: [...unread, ...report.problems],
    objects: report.objects.filter(({ state }) => state !== 'missing'),
    counts: {
      ...report.counts,
      desired: desired - missing.length,
      missing: 0,
    },
    outcome: changed + extra > 0 ? 'drifted' : 'unknown',
  };
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
