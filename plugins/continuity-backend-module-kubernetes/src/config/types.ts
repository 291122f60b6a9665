import type { Comparison, IgnoreRule } from '@continuity/engine';

/** Who we are to a cluster. */
export type ClusterToken =
  | { from: 'config'; value: string }
  /** The one of the Pod that the backend runs in; it is renewed there. */
  | { from: 'pod' };

/** A cluster, and what runs in it. */
export interface ClusterSettings {
  /** As the configuration calls it. */
  name: string;
  server: string;
  token: ClusterToken;
  /** Whom we trust, PEM. Absent: whom Node.js does. */
  ca?: string;
  skipTlsVerify: boolean;
  environments: readonly string[];
  /** Absent: it is no matter. */
  region?: string;
}

/** What the collector is told by the configuration. */
export interface KubernetesSettings {
  clusters: ClusterSettings[];
  everySeconds: number;
  /** Of one request, in milliseconds. */
  timeoutMs: number;
  /** Annotation that says where the manifests of a service are. */
  annotation: string;
  comparison: Comparison;
  /** Absent: those of Argo CD, Flux and Helm. */
  managers?: readonly string[];
  ignore: readonly IgnoreRule[];
  /**
   * Differences between a primary and its secondaries and standbys that are meant. Absent:
   * they are not compared.
   */
  parity?: { allow: readonly IgnoreRule[] };
  /** How long changes are followed after a run, in milliseconds. Absent: not at all. */
  watchMs?: number;
}
