import type { AdmissionSettings } from './admissionSettings';
import { deny, pass, type Facts, type Judgement } from './Judgement';
import { UNCLASSIFIED, type ServiceTiers } from './ServiceTiers';

/**
 * What is answered when the gate has no answer: by the tier of the service, as it was
 * last read. Core tiers are denied whatever the settings say, and so is a service whose tier
 * is not known.
 *
 * @param why - the gate has none
 */
export function withoutAnswer(
  entity: string,
  why: string,
  facts: Facts,
  tiers: Pick<ServiceTiers, 'of'>,
  { passWithoutAnswer }: Pick<AdmissionSettings, 'passWithoutAnswer'>,
): Judgement {
  const known = tiers.of(entity);
  const because = `Continuity has no answer (${why})`;
  const next =
    'Next: try again in a minute; if it stays so, have whoever runs the portal look at it.';
  if (!known.known) {
    return deny(
      'no-answer',
      `${because}, and ${known.why}: ${entity} counts as of the strictest tier and is denied. ${next}`,
      facts,
    );
  }
  const { tier, isCore } = known;
  const told = { ...facts, tier };
  if (isCore || tier === UNCLASSIFIED || !passWithoutAnswer.includes(tier)) {
    return deny(
      'no-answer',
      `${because}, and ${entity} is of ${tier}, which does not pass without one. ${next}`,
      told,
    );
  }
  const message = `${because}; ${entity} is of ${tier}, which passes without one.`;
  return { ...pass('no-answer', message, told), warnings: [message] };
}
