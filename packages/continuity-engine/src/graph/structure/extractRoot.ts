import { STRETCH, type Steps } from '../../steps';
import type { FailureLayout } from '../storage/FailureLayout';

/** The part of a graph that a root can fail through, with numbers of its own. */
export interface RootPart {
  layout: FailureLayout;
  /** Number in the whole graph of each node of the part; the root is the first. */
  nodes: number[];
}

/** Everything below a root along hard dependencies and hard groups. */
export function* extractRoot(
  whole: FailureLayout,
  root: number,
): Steps<RootPart> {
  const nodes = [root];
  const numbers = new Map([[root, 0]]);
  const number = (node: number): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, nodes.length);
    nodes.push(node);
    return nodes.length - 1;
  };
  const targets: number[] = [];
  const offsets = [0];
  const members: number[] = [];
  const memberFrom = [0];
  const groups = { owner: [], tip: [], offsets: [0], ofOwner: [0] } as Record<
    'owner' | 'tip' | 'offsets' | 'ofOwner',
    number[]
  >;
  // `nodes` grows while it is walked, so this is a breadth-first search.
  for (let at = 0; at < nodes.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    const node = nodes[at];
    for (let e = whole.out.offsets[node]; e < whole.out.softFrom[node]; e++) {
      targets.push(number(whole.out.targets[e]));
    }
    offsets.push(targets.length);
    const { ofOwner, soft, tip } = whole.groups;
    for (let g = ofOwner[node]; g < ofOwner[node + 1]; g++) {
      if (soft[g] === 1) continue;
      groups.owner.push(at);
      groups.tip.push(tip[g]);
      for (
        let m = whole.groups.offsets[g];
        m < whole.groups.offsets[g + 1];
        m++
      ) {
        members.push(number(whole.groups.members[m]));
      }
      groups.offsets.push(members.length);
    }
    groups.ofOwner.push(groups.owner.length);
    memberFrom.push(members.length);
  }
  const begins = Int32Array.from(offsets);
  const memberBegins = Int32Array.from(memberFrom);
  return {
    nodes,
    layout: {
      size: nodes.length,
      out: {
        offsets: begins,
        softFrom: begins.subarray(1),
        targets: Int32Array.from(targets),
      },
      groups: {
        count: groups.owner.length,
        owner: Int32Array.from(groups.owner),
        soft: new Uint8Array(groups.owner.length),
        tip: Int32Array.from(groups.tip),
        offsets: Int32Array.from(groups.offsets),
        members: Int32Array.from(members),
        ofOwner: Int32Array.from(groups.ofOwner),
        memberFrom: memberBegins,
        hardMemberEnd: memberBegins.subarray(1),
      },
    },
  };
}
