import { beginnings } from './counting';
import type { EdgeRows } from './EdgeRows';
import type { GroupRows } from './GraphLayout';
import { sortMembers } from './sortMembers';

/** Puts members of groups into groups, and groups into the order of their owners. */
export function arrangeGroups(rows: EdgeRows, size: number): GroupRows {
  const { from, to, word, soft, need, order } = sortMembers(rows, size);
  const { step, source } = rows.grouped;

  const begins: number[] = [];
  const members: number[] = [];
  const kept: number[] = [];
  let previous = -1;
  for (const edge of order) {
    const first =
      previous < 0 ||
      from[edge] !== from[previous] ||
      word[edge] !== word[previous];
    if (first) begins.push(members.length);
    // Edges of a group are by member, so a member that stands twice follows itself.
    if (first || to[edge] !== to[previous]) {
      members.push(to[edge]);
      kept.push(edge);
    }
    previous = edge;
  }
  const count = begins.length;
  const groups: GroupRows = {
    count,
    owner: Int32Array.from(begins, first => from[kept[first]]),
    name: Int32Array.from(begins, first => word[kept[first]]),
    soft: Uint8Array.from(begins, first => soft[kept[first]]),
    need: Int32Array.from(begins, first => need[kept[first]]),
    tip: new Int32Array(count),
    offsets: Int32Array.from([...begins, members.length]),
    members: Int32Array.from(members),
    step: Uint8Array.from(kept, edge => step.at(edge)),
    source: Uint16Array.from(kept, edge => source.at(edge)),
    ofOwner: new Int32Array(size + 1),
    memberFrom: new Int32Array(size + 1),
    hardMemberEnd: new Int32Array(size),
    inOffsets: new Int32Array(size + 1),
    inGroups: new Int32Array(members.length),
  };
  indexByOwner(groups, size);
  indexByMember(groups, size);
  return groups;
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
