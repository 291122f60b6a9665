import type {
  DriftProblem,
  SourcedObject,
  UnreadObject,
} from '@continuity/engine';

/** What the cluster has of the desired objects. */
export interface ClusterAnswer {
  readonly live: SourcedObject[];
  /** Desired objects of which nothing is known. */
  readonly unread: UnreadObject[];
  /** What else could not be asked. */
  readonly problems: DriftProblem[];
}

/** How a cluster is read. */
export interface ReadOptions {
  /** Name of the cluster, to show. */
  readonly source: string;
  /** Of objects that name none. */
  readonly namespace: string;
  /** Live objects of the same kinds with this label are read too. Absent: only what is desired. */
  readonly labels?: string;
  /**
   * `object`: each by itself, which needs `get`. `list`: kind by kind, which needs `list`
   * and shows all of one kind as it was in one moment.
   */
  readonly by: 'object' | 'list';
  /**
   * Whether autoscalers are read that nobody asked for, where live replicas are others than
   * desired. Absent: they are.
   */
  readonly hasAutoscalers?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}
