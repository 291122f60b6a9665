import type { SaasContract } from '../../tiers';
import type { ThirdPartyJudgement } from './types';

const NEEDED: [keyof SaasContract, string][] = [
  ['sla', 'Nobody has said what availability its contract promises.'],
  ['supportHours', 'Nobody has said when its vendor answers.'],
  ['exitPlan', 'There is no plan for leaving its vendor.'],
  ['dataRegions', 'Nobody has said where its vendor keeps data.'],
  ['substitutes', 'Nobody has said what could take its place.'],
];

/** What a continuity plan would need to know of a contract. */
export function contractGaps(
  contract: SaasContract | undefined,
): ThirdPartyJudgement['gaps'] {
  return NEEDED.filter(([field]) => isEmpty(contract?.[field])).map(
    ([field, message]) => ({
      field,
      message,
      remedy: `Declare spec.continuity.saas.${field}.`,
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
