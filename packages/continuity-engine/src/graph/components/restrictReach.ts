import { inStretches, type Steps } from '../../steps';
import type { Reach } from './Reach';

/** Only what runs between nodes that `keeps` keeps. */
export function* restrictReach(
  reach: Reach,
  keeps: (node: number) => boolean,
): Steps<Reach> {
  const { size } = reach;
  const targets: number[] = [];
  const members: number[] = [];
  const targetFrom = new Int32Array(size + 1);
  const memberFrom = new Int32Array(size + 1);
  yield* inStretches(size, (begin, end) => {
    for (let node = begin; node < end; node++) {
      if (keeps(node)) {
        for (let e = reach.targetFrom[node]; e < reach.targetEnd[node]; e++) {
          if (keeps(reach.targets[e])) targets.push(reach.targets[e]);
        }
        for (let m = reach.memberFrom[node]; m < reach.memberEnd[node]; m++) {
          if (keeps(reach.members[m])) members.push(reach.members[m]);
        }
      }
      targetFrom[node + 1] = targets.length;
      memberFrom[node + 1] = members.length;
    }
  });
  return {
    size,
    targets: Int32Array.from(targets),
    targetFrom,
    targetEnd: targetFrom.subarray(1),
    members: Int32Array.from(members),
    memberFrom,
    memberEnd: memberFrom.subarray(1),
  };
}
