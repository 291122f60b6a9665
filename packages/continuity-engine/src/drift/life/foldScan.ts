import { canonicalize } from '../../ledger';
import {
  unlistedIn,
  type DriftScanFinding,
  type DriftScanPayload,
} from '../../evidence';
import { parseInstant, type Instant } from '../../time';
import type { DriftLife, FindingLife, ObservedScan } from './types';

/** Open findings that are kept of one place; a scan lists forty. */
const MOST_OPEN = 400;
/** Resolved ones that are kept, the newest. */
const MOST_RESOLVED = 100;

/** Before anything was scanned. */
export const NO_DRIFT_LIFE: DriftLife = { findings: [] };

/**
 * What is known of findings after another scan. Scans have to come in the order in which
 * they looked.
 *
 * What a scan does not list is gone only when the scan lists everything; otherwise it may
 * be among what is only counted, and stays open.
 */
export function foldScan(
  before: DriftLife,
  { observedAt, payload }: ObservedScan,
): DriftLife {
  const isComplete = listsEverything(payload);
  const known = new Map(before.findings.map(life => [life.key, life]));
  const seen = new Map<string, FindingLife>();
  for (const finding of payload.findings) {
    if (isDrift(finding, payload)) {
      const key = keyOf(finding);
      const life = known.get(key);
      seen.set(
        key,
        life && life.resolvedAt === undefined
          ? goOn(life, finding, observedAt)
          : begin(key, finding, observedAt, before.completeAt),
      );
    }
  }
  const others = before.findings
    .filter(({ key }) => !seen.has(key))
    .map(life =>
      isComplete && life.resolvedAt === undefined
        ? { ...life, resolvedAt: observedAt }
        : life,
    );
  const all = [...seen.values(), ...others];
  return {
    findings: [
      ...all
        .filter(({ resolvedAt }) => resolvedAt === undefined)
        .slice(0, MOST_OPEN),
      ...all
        .filter(({ resolvedAt }) => resolvedAt !== undefined)
        .sort((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0))
        .slice(0, MOST_RESOLVED),
    ],
    ...(isComplete
      ? { completeAt: observedAt }
      : before.completeAt !== undefined && { completeAt: before.completeAt }),
  };
}

/** Whether what it does not list is not there. */
export function listsEverything(payload: DriftScanPayload): boolean {
  const { notCompared, objects, unlisted } = payload;
  return (
    notCompared === 0 &&
    objects > 0 &&
    ((unlisted === 0 && unlistedIn(payload) === 0) || driftOf(payload) === 0)
  );
}

/** Older reports do not say which findings could not be compared. */
export function isDrift(
  { change }: DriftScanFinding,
  payload: DriftScanPayload,
): boolean {
  return change === undefined
    ? driftOf(payload) > 0
    : change !== 'not-compared';
}

function driftOf({ changed, missing, extra }: DriftScanPayload): number {
  return changed + missing + extra;
}

function keyOf({ object, change, path, label, what }: DriftScanFinding) {
  const isWhole = change === 'missing' || change === 'extra';
  return canonicalize([object, isWhole ? change : path ?? label ?? what]);
}

function begin(
  key: string,
  finding: DriftScanFinding,
  at: Instant,
  unseenAt: Instant | undefined,
): FindingLife {
  return {
    key,
    finding,
    firstSeen: at,
    lastSeen: at,
    value: valueOf(finding, at, unseenAt),
  };
}

function goOn(
  life: FindingLife,
  finding: DriftScanFinding,
  at: Instant,
): FindingLife {
  return {
    ...life,
    finding,
    lastSeen: at,
    value: isSameValue(life, finding)
      ? life.value
      : valueOf(finding, at, life.lastSeen),
  };
}

function valueOf(
  { ownedAt }: DriftScanFinding,
  seenAt: Instant,
  unseenAt: Instant | undefined,
): FindingLife['value'] {
  const written = ownedAt === undefined ? undefined : parseInstant(ownedAt);
  return {
    seenAt,
    ...(unseenAt !== undefined && { unseenAt }),
    ...(written !== undefined && { ownedAt: written }),
  };
}

/**
 * Whether nobody wrote the field since. An owner's time moves with anything that it writes
 * to the object; of a value that is shown whole one can see that it is the same.
 */
function isSameValue(
  { finding: before }: FindingLife,
  now: DriftScanFinding,
): boolean {
  if (before.live?.state !== now.live?.state) return false;
  if (before.live?.text !== now.live?.text) return false;
  const isWhole =
    now.live === undefined ||
    now.live.state === 'absent' ||
    (now.live.state === 'shown' && !now.live.text.endsWith('…'));
  const isSameOwner =
    canonicalize(before.managers ?? []) === canonicalize(now.managers ?? []);
  return isSameOwner && (isWhole || before.ownedAt === now.ownedAt);
}
