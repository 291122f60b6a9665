import type { Entity } from '@backstage/catalog-model';
import type {
  ContinuityProfile,
  ContinuitySpec,
  DependencyGraph,
  Instant,
} from '@continuity/engine';

/** An entity in the graph, with what answers say of it. */
export interface GraphEntry {
  ref: string;
  entity: Entity;
  profile: ContinuityProfile;
  /** Its `spec.continuity`. Absent: none, or one that cannot be read. */
  declared?: ContinuitySpec;
}

/** The graph of this replica at one revision. Never changes once handed out. */
export interface GraphSnapshot {
  graph: DependencyGraph;
  /** Grows with every change of the catalog; equal revisions mean equal graphs. */
  revision: number;
  /** When the catalog was last read completely. */
  readAt: Instant;
  /** What the catalog has of a node. Absent: it is only referred to. */
  entry(ref: string): GraphEntry | undefined;
  /** Everything that the catalog has in the graph. */
  entries(): Iterable<GraphEntry>;
}

/** What this replica knows of who needs whom. */
export interface GraphProjection {
  /**
   * The newest graph. Absent: the catalog has never been read completely.
   *
   * @throws when the database cannot be asked
   */
  current(): Promise<GraphSnapshot | undefined>;
  /**
   * The graph that is ready now, for those who must not wait; the newest is made ready
   * meanwhile. Absent: there is none yet.
   */
  latest(): GraphSnapshot | undefined;
  /** Why the newest reading of the catalog failed. Absent: it did not. */
  lastProblem(): string | undefined;
}
