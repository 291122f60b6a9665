import { createHash } from 'node:crypto';
import type {
  GraphFindingKind,
  GraphFindingSeverity,
} from '@continuity/plugin-continuity-common';

/** Something that cannot hold, before anybody asks who may see it. */
export interface FoundFinding {
  /** Stays the same while it is about the same. */
  id: string;
  kind: GraphFindingKind;
  severity: GraphFindingSeverity;
  /** Which part of the rule says so. */
  because: string;
  /** Ref of whom it concerns. */
  node: string;
  /** Ref of the other end. Absent: there is none. */
  about?: string;
  /** From the cause to what it affects, each depending on the one before. */
  path: readonly string[];
  /** What was compared, ready to be shown. */
  numbers: readonly { label: string; value: string }[];
  message: string;
  remedy: string;
}

/**
 * What tells one finding from another. Numbers are no part of it: a finding about the same
 * two, of which one got a little better, is the same, and its exemption stays.
 *
 * @param about - whom else it is about; a cycle is about all of its members
 */
export function findingId(
  kind: GraphFindingKind,
  node: string,
  about: readonly string[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, node, [...about].sort()]))
    .digest('hex')
    .slice(0, 32);
}
