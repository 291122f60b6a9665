import type { DriftScanFinding, DriftScanPayload } from '../../evidence';
import type { Instant } from '../../time';

/** A scan, and when it looked. */
export interface ObservedScan {
  readonly observedAt: Instant;
  readonly payload: DriftScanPayload;
}

/** A finding from when it was first seen until it is gone. */
export interface FindingLife {
  /** The same in every scan of one place. */
  readonly key: string;
  /** As it was seen last. */
  readonly finding: DriftScanFinding;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
  /** About the value that it has now. */
  readonly value: {
    readonly seenAt: Instant;
    /** When a scan last looked and it was not there. Absent: none did. */
    readonly unseenAt?: Instant;
    /** When its owner wrote it, as was said when it was first seen. */
    readonly ownedAt?: Instant;
  };
  /** When a scan that lists everything did not find it any more. Absent: it is open. */
  readonly resolvedAt?: Instant;
}

/** Every finding of one place: an entity's environment and region, held against one thing. */
export interface DriftLife {
  readonly findings: readonly FindingLife[];
  /** The newest scan that listed everything there was. Absent: none did. */
  readonly completeAt?: Instant;
}
