import type { ScorecardExemption } from '@continuity/plugin-continuity-common';

/** What somebody does about an exemption; `withdraw` ends a request before it is decided. */
export type ExemptionAct =
  | { kind: 'request' | 'renew' }
  | {
      kind: 'approve' | 'refuse' | 'revoke' | 'withdraw';
      exemption: ScorecardExemption;
    };

/** Who looks, and what they may do. */
export interface ExemptionReader {
  /** Entity ref. Absent: not known, so nothing can be told to be their own. */
  me?: string;
  mayAsk: boolean;
  mayDecide: boolean;
}

/**
 * What can be done about a check that does not pass, by where its exemptions stand. Nobody
 * decides on what they asked for themselves; the backend refuses it, too.
 */
export function exemptionActs(
  about: {
    /** The check may be exempt: it applies and does not pass. */
    canAsk: boolean;
    inForce?: ScorecardExemption;
    requested?: ScorecardExemption;
  },
  { me, mayAsk, mayDecide }: ExemptionReader,
): ExemptionAct[] {
  const { canAsk, inForce, requested } = about;
  const mayEnd = mayAsk || mayDecide;
  const acts: ExemptionAct[] = [];
  if (requested) {
    const isForeign = me !== undefined && requested.requestedBy !== me;
    if (mayDecide && isForeign) {
      acts.push(
        { kind: 'approve', exemption: requested },
        { kind: 'refuse', exemption: requested },
      );
    }
    if (mayEnd) acts.push({ kind: 'withdraw', exemption: requested });
  } else if (mayAsk && (inForce || canAsk)) {
    acts.push({ kind: inForce ? 'renew' : 'request' });
  }
  if (inForce && mayEnd) acts.push({ kind: 'revoke', exemption: inForce });
  return acts;
}
