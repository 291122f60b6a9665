import type { FailureLayout } from '../storage/FailureLayout';

/**
 * Which dependencies count, as two stretches of each node's row: those without a group in
 * `targets` and members of groups in `members`.
 */
export interface Reach {
  size: number;
  targets: Int32Array;
  targetFrom: Int32Array;
  /** Per node where its stretch of `targets` ends. */
  targetEnd: Int32Array;
  members: Int32Array;
  memberFrom: Int32Array;
  memberEnd: Int32Array;
}

export type ReachKind =
  /** Hard ones without a group: who depends fails at once. */
  | 'hard'
  /** Hard ones and members of hard groups: who depends may fail. */
  | 'hard-and-groups'
  /** All of them. */
  | 'all';

export function reachOf(
  { size, out, groups }: FailureLayout,
  kind: ReachKind,
): Reach {
  const ends = {
    hard: groups.memberFrom,
    'hard-and-groups': groups.hardMemberEnd,
    all: groups.memberFrom.subarray(1),
  };
  return {
    size,
    targets: out.targets,
    targetFrom: out.offsets,
    targetEnd: kind === 'all' ? out.offsets.subarray(1) : out.softFrom,
    members: groups.members,
    memberFrom: groups.memberFrom,
    memberEnd: ends[kind],
  };
}
