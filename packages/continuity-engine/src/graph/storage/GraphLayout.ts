import type { NodeColumns } from './NodeColumns';
import type { WordTable } from './WordTable';

/**
 * Dependencies without a group, a row a node. In each row the hard ones come first: they
 * end at `softFrom`, the soft ones at the next row.
 */
export interface OutRows {
  offsets: Int32Array;
  softFrom: Int32Array;
  targets: Int32Array;
  step: Uint8Array;
  source: Uint16Array;
}

/** The same edges seen from what is depended on. */
export interface InRows {
  offsets: Int32Array;
  softFrom: Int32Array;
  sources: Int32Array;
}

/**
 * Groups in the order of their owners, an owner's hard ones first, so that also the
 * members of one owner stand together: its hard ones from `memberFrom` to `hardMemberEnd`,
 * its soft ones from there to the `memberFrom` of the next.
 */
export interface GroupRows {
  count: number;
  owner: Int32Array;
  /** Number of the name in the vocabulary. */
  name: Int32Array;
  soft: Uint8Array;
  /** How many must live, as declared. */
  need: Int32Array;
  /** How many failures are too many: 1 when the declaration needs more than there are. */
  tip: Int32Array;
  /** Where the members of a group begin. */
  offsets: Int32Array;
  /** Distinct within a group. */
  members: Int32Array;
  step: Uint8Array;
  source: Uint16Array;
  /** Per node: its first group. */
  ofOwner: Int32Array;
  memberFrom: Int32Array;
  hardMemberEnd: Int32Array;
  /** Per node: the groups that it is a member of. */
  inOffsets: Int32Array;
  inGroups: Int32Array;
}

/**
 * A graph in compressed sparse rows. Nodes are numbers from 0 to `size`; what is not
 * declared and not depended on is vacant. Nobody writes to it once it is made.
 */
export interface GraphLayout {
  size: number;
  names: WordTable;
  /** Place of each node by name, for answers that do not depend on the order of loading. */
  rank: Int32Array;
  /** Kinds, tiers, owners and names of groups. */
  vocabulary: WordTable;
  sources: WordTable;
  nodes: NodeColumns;
  out: OutRows;
  in: InRows;
  groups: GroupRows;
  /** Whether there is any soft dependency, with or without a group. */
  hasSoft: boolean;
}
