import {
  durationMs,
  driftScan,
  type DriftScanPayload,
} from '@continuity/engine';

/** What was reported is renewed after half of the time for which it is good. */
const SAME_FOR_MS = durationMs(driftScan.validFor) / 2;

/**
 * Remembers the last scan of each place. A scan that says the same keeps the time of the
 * first: then it is the same report, which is not stored again before it is due.
 */
export class RepeatedScans {
  readonly #said = new Map<string, { at: number; text: string }>();

  /** @param place - which scans are of the same thing */
  news(place: object, payload: DriftScanPayload): DriftScanPayload {
    const key = JSON.stringify(place);
    const { scannedAt, ...found } = payload;
    const text = JSON.stringify(found);
    const before = this.#said.get(key);
    const at = Date.parse(scannedAt);
    if (before?.text === text && at - before.at < SAME_FOR_MS) {
      return { ...payload, scannedAt: new Date(before.at).toISOString() };
    }
    this.#said.set(key, { at, text });
    return payload;
  }
}
