import {
  watchChanges,
  type Cluster,
  type KindIn,
} from '@continuity/kubernetes-reader';
import type { ClusterLink } from './connect';
import { Rescans } from './Rescans';

/** Connections that one cluster is asked to keep open; what is beyond waits for the next run. */
const MOST_WATCHES = 100;
/** So long nothing more has to happen before it is looked at: a rollout changes much at once. */
const DEBOUNCE_MS = 10_000;

/** One list that a scan made, and who depends on it. */
interface Followed {
  kind: KindIn;
  resourceVersion: string;
  /** Names of objects that are desired, by what has to be done when one of them changes. */
  dependents: Map<string, ReadonlySet<string>>;
}

/**
 * Follows what scans have listed, and has a service scanned again soon after one of its
 * objects changed.
 */
export class ChangeWatch {
  readonly #followed = new Map<string, Followed & { link: ClusterLink }>();
  readonly #rescans = new Map<string, () => Promise<void>>();
  readonly #debounceMs: number;

  constructor({ debounceMs = DEBOUNCE_MS }: { debounceMs?: number } = {}) {
    this.#debounceMs = debounceMs;
  }

  /**
   * The cluster, noting what a scan lists in it.
   *
   * @param scan - which scan, to do it again
   */
  noting(
    link: ClusterLink,
    scan: {
      key: string;
      names: ReadonlySet<string>;
      again: () => Promise<void>;
    },
  ): Cluster {
    this.#rescans.set(scan.key, scan.again);
    return {
      read: which => link.cluster.read(which),
      list: async (kind, options) => {
        const { items, resourceVersion } = await link.cluster.listed(
          kind,
          options,
        );
        if (resourceVersion !== undefined) {
          this.#note(link, kind, resourceVersion, scan);
        }
        return items;
      },
    };
  }

  /** Follows everything until the signal ends it. */
  async follow(signal: AbortSignal): Promise<void> {
    const queue = new Rescans(this.#rescans, this.#debounceMs, signal);
    const open = new Map<ClusterLink, number>();
    await Promise.all(
      [...this.#followed.keys()].map(async key => {
        const link = this.#followed.get(key)?.link;
        const count = (link && open.get(link)) ?? 0;
        if (!link || count >= MOST_WATCHES) return;
        open.set(link, count + 1);
        await this.#followOne(key, queue, signal);
      }),
    );
    await queue.idle();
  }

  async #followOne(
    key: string,
    queue: Rescans,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      const followed = this.#followed.get(key);
      if (!followed) return;
      const { link, kind, resourceVersion, dependents } = followed;
      try {
        const end = await watchChanges(link.access, {
          place: await link.cluster.placeOf(kind),
          resourceVersion,
          signal,
          onChange: ({ name }) => {
            for (const [scan, names] of dependents) {
              if (names.has(name)) queue.add(scan);
            }
          },
        });
        if (end === 'ended') return;
      } catch {
        // It is compared in the next run as ever.
        return;
      }
      // What happened since is not known, so all of it is listed again, and followed from there.
      this.#followed.delete(key);
      for (const scan of dependents.keys()) queue.add(scan);
      await queue.idle();
    }
  }

  #note(
    link: ClusterLink,
    kind: KindIn,
    resourceVersion: string,
    { key: scan, names }: { key: string; names: ReadonlySet<string> },
  ): void {
    const key = JSON.stringify([link.settings.name, kind]);
    const known = this.#followed.get(key);
    if (known) {
      // One service may be there for two environments.
      const before = known.dependents.get(scan) ?? [];
      known.dependents.set(scan, new Set([...before, ...names]));
    } else {
      this.#followed.set(key, {
        link,
        kind,
        resourceVersion,
        dependents: new Map([[scan, names]]),
      });
    }
  }
}
