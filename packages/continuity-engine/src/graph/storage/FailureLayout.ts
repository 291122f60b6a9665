import type { GraphLayout, GroupRows, OutRows } from './GraphLayout';

/** The part of a layout that decides who fails with whom. */
export interface FailureLayout extends Pick<GraphLayout, 'size'> {
  out: Pick<OutRows, 'offsets' | 'softFrom' | 'targets'>;
  groups: Pick<
    GroupRows,
    | 'count'
    | 'owner'
    | 'soft'
    | 'tip'
    | 'offsets'
    | 'members'
    | 'ofOwner'
    | 'memberFrom'
    | 'hardMemberEnd'
  >;
}
