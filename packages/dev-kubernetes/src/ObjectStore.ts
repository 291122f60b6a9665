/** An object as it is stored. */
export interface StoredObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** Something that happened to an object. */
export interface StoredEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly at: number;
  readonly object: StoredObject;
}

/** The objects of a cluster, and what happened to them, as etcd keeps both. */
export class ObjectStore {
  readonly #objects = new Map<string, StoredObject>();
  readonly #events: StoredEvent[] = [];
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  #revision = 1_000;
  #oldest = 0;

  get revision(): number {
    return this.#revision;
  }

  /** What happened before is forgotten: a watch from before cannot go on. */
  compact(): void {
    this.#revision += 1;
    this.#oldest = this.#revision;
    this.#events.length = 0;
  }

  /** The same, up to what happened last. */
  compactBefore(): void {
    this.#oldest = this.#revision;
    this.#events.length = 0;
  }

  put(object: StoredObject): void {
    const key = keyOf(object);
    const type = this.#objects.has(key) ? 'MODIFIED' : 'ADDED';
    const stored = this.#stamp(object);
    this.#objects.set(key, stored);
    this.#tell({ type, at: this.#revision, object: stored });
  }

  delete(object: Pick<StoredObject, 'apiVersion' | 'kind' | 'metadata'>): void {
    const key = keyOf(object);
    const known = this.#objects.get(key);
    if (!known) return;
    this.#objects.delete(key);
    this.#tell({
      type: 'DELETED',
      at: this.#revision + 1,
      object: this.#stamp(known),
    });
  }

  all(): StoredObject[] {
    return [...this.#objects.values()];
  }

  /** @returns undefined when that is forgotten */
  eventsSince(revision: number): StoredEvent[] | undefined {
    if (revision < this.#oldest) return undefined;
    return this.#events.filter(({ at }) => at > revision);
  }

  /** @returns what ends it */
  listen(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #stamp(object: StoredObject): StoredObject {
    this.#revision += 1;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#revision),
      },
    };
  }

  #tell(event: StoredEvent): void {
    this.#events.push(event);
    for (const listener of this.#listeners) listener(event);
  }
}

function keyOf({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: Pick<StoredObject, 'apiVersion' | 'kind' | 'metadata'>): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
