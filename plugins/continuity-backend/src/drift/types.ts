import type {
  DriftCulprit,
  DriftLife,
  DriftScanPayload,
  FindingLife,
  Instant,
  Verdict,
} from '@continuity/engine';

/** What was held against what. */
export interface DriftPlaceKey {
  entityRef: string;
  environment: string;
  region?: string;
  against: DriftScanPayload['against'];
}

/** The newest scan of a place. */
export interface NewestScan {
  evidenceId: string;
  source: string;
  observedAt: Instant;
  expiresAt: Instant;
  verdict: Verdict;
  headline: string;
  counts: Pick<
    DriftScanPayload,
    | 'objects'
    | 'inSync'
    | 'changed'
    | 'missing'
    | 'extra'
    | 'fields'
    | 'ignored'
    | 'notCompared'
  >;
  comparedWith?: { environment: string; region?: string };
  baselineVersion?: number;
  /** Findings that the report only counts. */
  unlisted: number;
}

/** Open findings by what is known of who did it. */
export type OpenFindings = Record<DriftCulprit['standing'], number>;

/** What lists show of a place. */
export interface DriftPlaceHead {
  key: DriftPlaceKey;
  newest: NewestScan;
  open: OpenFindings;
  /** When the oldest open finding was first seen. Absent: none is open. */
  since?: Instant;
}

/** A finding, and who is answerable for it. */
export type JudgedFinding = FindingLife & { culprit: DriftCulprit };

/** Everything that is known of a place. */
export interface DriftPlaceState {
  key: DriftPlaceKey;
  newest: NewestScan;
  life: Omit<DriftLife, 'findings'> & { findings: readonly JudgedFinding[] };
  notCompared: readonly { object: string; what: string }[];
  /** Over the culprits that were last reported. Absent: none were. */
  reported?: string;
}
