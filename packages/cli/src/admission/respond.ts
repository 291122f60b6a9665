import type { AdmissionResponse } from './AdmissionReview';
import type { AdmissionSettings } from './admissionSettings';
import type { Judgement, Outcome } from './Judgement';
import { plainLine } from '../output/plainLine';

/** What Kubernetes recommends, and what is shown without being cut. */
const LONGEST_WARNING = 120;
const LONGEST_MESSAGE = 2_000;

/** HTTP statuses, and the reasons that `metav1.Status` has for them. */
const STATUSES: Partial<Record<Outcome, [code: number, reason: string]>> = {
  invalid: [422, 'Invalid'],
  'no-answer': [503, 'ServiceUnavailable'],
};
const FORBIDDEN: [code: number, reason: string] = [403, 'Forbidden'];

/** A judgement as the API server takes it. In audit mode everything is allowed. */
export function respond(
  uid: string,
  judgement: Judgement,
  { mode }: Pick<AdmissionSettings, 'mode'>,
): AdmissionResponse {
  const { outcome, allowed, facts } = judgement;
  const isLetThrough = !allowed && mode === 'audit';
  const message = shorten(plainLine(judgement.message), LONGEST_MESSAGE);
  const [code, reason] = STATUSES[outcome] ?? FORBIDDEN;
  const warnings = [
    ...(isLetThrough ? [`Audit only, would be denied: ${message}`] : []),
    ...judgement.warnings,
  ].map(warning => shorten(plainLine(warning), LONGEST_WARNING));
  return {
    uid,
    allowed: allowed || isLetThrough,
    ...(!allowed && !isLetThrough && { status: { code, reason, message } }),
    ...(warnings.length > 0 && { warnings }),
    auditAnnotations: {
      mode,
      outcome,
      ...Object.fromEntries(
        Object.entries(facts).map(([key, value]) => [key, plainLine(value)]),
      ),
      ...(isLetThrough && { 'would-deny': message }),
    },
  };
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}
