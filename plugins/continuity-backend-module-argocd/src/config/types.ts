import type { Comparison, IgnoreRule } from '@continuity/engine';

/** A server of Argo CD, and what it deploys to. */
export interface InstanceSettings {
  name: string;
  /** Without a slash at its end. */
  url: string;
  token: string;
  environments: readonly string[];
  /** Absent: it is no matter. */
  region?: string;
  /** Name or address of the cluster of applications that count. Absent: all. */
  destination?: string;
}

/** What the collector is told by the configuration. */
export interface ArgocdSettings {
  instances: InstanceSettings[];
  everySeconds: number;
  /** Of one request, in milliseconds. */
  timeoutMs: number;
  comparison: Comparison;
  /** Absent: those of Argo CD, Flux and Helm. */
  managers?: readonly string[];
  ignore: readonly IgnoreRule[];
}
