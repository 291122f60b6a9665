import {
  groupOf,
  type DriftProblem,
  type UnreadObject,
} from '@continuity/engine';
import { autoscalersFor } from './autoscalersFor';
import { ClusterError } from './ClusterError';
import { inTurns } from './inTurns';
import type { ClusterAnswer, ReadOptions } from './readOptions';
import type { Cluster, KindIn, Wanted } from './types';
import { wantedObjects, type WantedObject } from './wantedObjects';

/** What was read of a cluster until now. */
export class Reading {
  readonly #cluster: Cluster;
  readonly #options: ReadOptions;
  readonly #live = new Map<string, unknown>();
  readonly #unread: UnreadObject[] = [];
  readonly #problems: DriftProblem[] = [];

  constructor(cluster: Cluster, options: ReadOptions) {
    this.#cluster = cluster;
    this.#options = options;
  }

  async byObject(wanted: readonly WantedObject[]): Promise<void> {
    let done = 0;
    await inTurns(wanted, async ({ wanted: one }) => {
      await this.#ask(
        async () => {
          const found = await this.#cluster.read(one);
          if (found !== undefined) this.#take(found);
        },
        why => this.#lose([one], `${one.kind} ${one.name}`, why),
      );
      done += 1;
      this.#options.onProgress?.(done, wanted.length);
    });
  }

  /** Kind by kind; with a label, in one go with what carries it. */
  async byList(wanted: readonly WantedObject[]): Promise<void> {
    const { labels } = this.#options;
    const kinds = [...byKind(wanted.map(one => one.wanted)).values()];
    let done = 0;
    await inTurns(kinds, async ({ kind, members }) => {
      const names = new Set(members.map(({ name }) => name));
      await this.#ask(
        async () => {
          const found = await this.#cluster.list(kind, {
            keep: object =>
              this.#wantedIn(object).some(({ name }) => names.has(name)) ||
              (labels !== undefined && carries(object, labels)),
          });
          for (const one of found) this.#take(one);
        },
        why => this.#lose(members, kind.kind, why),
      );
      done += members.length;
      this.#options.onProgress?.(done, wanted.length);
    });
  }

  async labelled(
    wanted: readonly WantedObject[],
    labels: string,
  ): Promise<void> {
    const kinds = [...byKind(wanted.map(one => one.wanted)).values()];
    await inTurns(kinds, ({ kind }) =>
      this.#ask(
        async () => {
          for (const one of await this.#cluster.list(kind, { labels })) {
            this.#take(one);
          }
        },
        why => this.#miss(`the list of ${kind.kind} could not be read: ${why}`),
      ),
    );
  }

  /** An autoscaler need not be in Git: then the cluster alone says whose the replicas are. */
  async autoscalers(wanted: readonly WantedObject[]): Promise<void> {
    const { namespace } = this.#options;
    const live = [...this.#live.values()].flatMap(value =>
      wantedObjects(value, namespace),
    );
    await inTurns(autoscalersFor(wanted, live), ({ kind, names }) =>
      this.#ask(
        async () => {
          for (const one of await this.#cluster.list(kind)) this.#take(one);
        },
        why =>
          this.#miss(
            `whether an autoscaler sets the replicas of ${names.join(
              ', ',
            )} is not known: ${why}`,
          ),
      ),
    );
  }

  answer(): ClusterAnswer {
    const { source } = this.#options;
    return {
      live: [...this.#live.values()].map(value => ({ value, source })),
      unread: this.#unread,
      problems: this.#problems,
    };
  }

  #wantedIn(value: unknown): Wanted[] {
    return wantedObjects(value, this.#options.namespace).map(
      ({ wanted }) => wanted,
    );
  }

  #take(value: unknown): void {
    const [one] = this.#wantedIn(value);
    this.#live.set(JSON.stringify(one ?? value), value);
  }

  #lose(members: readonly Wanted[], what: string, why: string): void {
    const { source } = this.#options;
    for (const { apiVersion, kind, namespace, name } of members) {
      this.#unread.push({
        ref: {
          group: groupOf(apiVersion, kind),
          kind,
          name,
          ...(namespace !== undefined && { namespace }),
        },
        source,
        message:
          members.length === 1
            ? `${kind} ${name} could not be read: ${why}`
            : `${kind} ${name} could not be read, as no ${what} could: ${why}`,
      });
    }
  }

  #miss(message: string): void {
    const { source } = this.#options;
    this.#problems.push({ source, problem: 'unreadable', message });
  }

  async #ask(
    work: () => Promise<void>,
    fail: (why: string) => void,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ClusterError) || error.about === 'cluster') {
        throw error;
      }
      fail(error.message);
    }
  }
}

function byKind(
  wanted: readonly Wanted[],
): Map<string, { kind: KindIn; members: Wanted[] }> {
  const kinds = new Map<string, { kind: KindIn; members: Wanted[] }>();
  for (const one of wanted) {
    const { name: _, ...kind } = one;
    const key = JSON.stringify([kind.apiVersion, kind.kind, kind.namespace]);
    const known = kinds.get(key) ?? { kind, members: [] };
    known.members.push(one);
    kinds.set(key, known);
  }
  return kinds;
}

/** Whether an object carries a label, e.g. `app=shop`. */
function carries(object: unknown, label: string): boolean {
  const [key, value] = label.split('=');
  if (typeof object !== 'object' || object === null) return false;
  const metadata = 'metadata' in object ? object.metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null) return false;
  const labels = 'labels' in metadata ? metadata.labels : undefined;
  return (
    typeof labels === 'object' &&
    labels !== null &&
    Object.entries(labels).some(([name, own]) => name === key && own === value)
  );
}
