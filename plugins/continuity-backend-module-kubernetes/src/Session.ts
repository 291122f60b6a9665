import type {
  CollectorRun,
  RepeatedScans,
} from '@continuity/plugin-continuity-node';
import type { ClusterSettings, KubernetesSettings } from './config';
import type { ManifestReader } from './manifests';
import type { ChangeWatch, ClusterLink } from './scan';

/** What one run of the collector has at hand. */
export interface Session {
  readonly run: CollectorRun;
  readonly settings: KubernetesSettings;
  readonly manifests: Pick<ManifestReader, 'read'>;
  readonly scans: RepeatedScans;
  readonly links: ReadonlyMap<ClusterSettings, ClusterLink>;
  /** Clusters that gave no answer; they are left alone for the rest of the run. */
  readonly gone: Set<ClusterSettings>;
  /** Absent: changes are not followed. */
  readonly watch?: ChangeWatch;
}
