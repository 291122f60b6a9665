import { inStretches, type Steps } from '../../steps';
import { beginnings } from './counting';
import type { EdgeRows } from './EdgeRows';
import type { GroupRows } from './GraphLayout';
import { release } from './release';
import { sortMembers, type SortedMembers } from './sortMembers';

/** Puts members of groups into groups, and groups into the order of their owners. Uses up the rows. */
export function* arrangeGroups(rows: EdgeRows, size: number): Steps<GroupRows> {
  const sorted = yield* sortMembers(rows, size);
  const groups = yield* makeRoom(sorted, size);
  const { from, to, word, soft, need } = sorted;
  const { step, source } = rows.grouped;
  let group = -1;
  let member = 0;
  yield* eachMember(sorted, (edge, isFirst) => {
    if (isFirst) {
      group++;
      groups.owner[group] = from[edge];
      groups.name[group] = word[edge];
      groups.soft[group] = soft[edge];
      groups.need[group] = need[edge];
      groups.offsets[group] = member;
    }
    groups.members[member] = to[edge];
    groups.step[member] = step.at(edge);
    groups.source[member] = source.at(edge);
    member++;
  });
  groups.offsets[groups.count] = member;
  Object.values(sorted).forEach(release);
  step.clear();
  source.clear();
  indexByOwner(groups, size);
  indexByMember(groups, size);
  return groups;
}

/** Visits each member of each group once, also when it was declared twice. */
function* eachMember(
  { from, to, word, order }: SortedMembers,
  visit: (edge: number, isFirst: boolean) => void,
): Steps<void> {
  yield* inStretches(order.length, (begin, end) => {
    for (let at = begin; at < end; at++) {
      const edge = order[at];
      const previous = order[at - 1];
      const isFirst =
        at === 0 ||
        from[edge] !== from[previous] ||
        word[edge] !== word[previous];
      // Edges of a group are by member, so a member that stands twice follows itself.
      if (isFirst || to[edge] !== to[previous]) visit(edge, isFirst);
    }
  });
}

function* makeRoom(sorted: SortedMembers, size: number): Steps<GroupRows> {
  let count = 0;
  let members = 0;
  yield* eachMember(sorted, (_, isFirst) => {
    if (isFirst) count++;
    members++;
  });
  return {
    count,
    owner: new Int32Array(count),
    name: new Int32Array(count),
    soft: new Uint8Array(count),
    need: new Int32Array(count),
    tip: new Int32Array(count),
    offsets: new Int32Array(count + 1),
    members: new Int32Array(members),
    step: new Uint8Array(members),
    source: new Uint16Array(members),
    ofOwner: new Int32Array(size + 1),
    memberFrom: new Int32Array(size + 1),
    hardMemberEnd: new Int32Array(size),
    inOffsets: new Int32Array(size + 1),
    inGroups: new Int32Array(members),
  };
}

function indexByOwner(groups: GroupRows, size: number): void {
  const { owner, offsets, ofOwner, memberFrom, hardMemberEnd } = groups;
  for (let group = 0; group < groups.count; group++) {
    const members = offsets[group + 1] - offsets[group];
    groups.tip[group] = Math.max(1, members - groups.need[group] + 1);
    ofOwner[owner[group] + 1]++;
    memberFrom[owner[group] + 1] += members;
    if (groups.soft[group] === 0) hardMemberEnd[owner[group]] += members;
  }
  beginnings(ofOwner);
  beginnings(memberFrom);
  for (let node = 0; node < size; node++)
    hardMemberEnd[node] += memberFrom[node];
}

function indexByMember(groups: GroupRows, size: number): void {
  const { offsets, members, inOffsets, inGroups } = groups;
  for (let index = 0; index < members.length; index++) {
    inOffsets[members[index] + 1]++;
  }
  beginnings(inOffsets);
  const next = inOffsets.slice(0, size);
  for (let group = 0; group < groups.count; group++) {
    for (let index = offsets[group]; index < offsets[group + 1]; index++) {
      inGroups[next[members[index]]++] = group;
    }
  }
}
