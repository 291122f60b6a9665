import {
  driftScan,
  scanPayload,
  type DriftReport,
  type DriftScanPayload,
  type ScanContext,
} from '@continuity/engine';
import type { Verdict } from '../migrations/pushVerdict';

/** A scan as evidence that a gate can ask for; secrets are masked in it. */
export function driftEvidence(
  report: DriftReport,
  context: ScanContext,
): Verdict<DriftScanPayload> {
  return { kind: driftScan, payload: scanPayload(report, context) };
}
