import {
  CLASS_ORDER,
  type ProtocolApproval,
  type ReleaseClass,
  type ReleaseProtocol,
} from '@continuity/engine';

/** Whose approval counts for a class below what the rules say. */
export const LOWER_CLASS = 'lower-class';

/**
 * Everybody who has to approve: those of the protocol of the class in force and, where it
 * was chosen below what the rules say, one of those who would have had to approve then.
 */
export function requiredApprovals(
  protocols: Readonly<Record<ReleaseClass, ReleaseProtocol>>,
  classes: { inForce: ReleaseClass; computed: ReleaseClass },
): ProtocolApproval[] {
  const { inForce, computed } = classes;
  const own = protocols[inForce].approvals;
  if (CLASS_ORDER.indexOf(inForce) >= CLASS_ORDER.indexOf(computed)) {
    return [...own];
  }
  const { approvals } = protocols[computed];
  const groups = approvals.flatMap(({ from }) => from.groups ?? []);
  return [
    ...own,
    {
      id: LOWER_CLASS,
      title: `Somebody who agrees that it is ${inForce}, not ${computed}`,
      required: 1,
      from: {
        ...(groups.length > 0 && { groups: [...new Set(groups)] }),
        ...(approvals.some(({ from }) => from.owners) && { owners: true }),
      },
      except: ['author', 'committer', 'implementer'],
    },
  ];
}
