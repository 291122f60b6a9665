import { describeDuration } from '../../time';
import { defineCheck } from '../defineCheck';

/** What is not promised cannot be held against anything that was measured. */
export const recoveryObjectivesDeclared = defineCheck({
  id: 'recovery-objectives-declared',
  title: 'Recovery objectives are declared',
  question:
    'Is it said how soon the service has to be back (RTO), and how much data may be lost (RPO)?',
  needs: [],
  evaluate: ({ profile: { rto, rpo } }) => {
    const missing = [!rto && 'rto', !rpo && 'rpo'].filter(
      field => field !== false,
    );
    if (rto && rpo) {
      return {
        verdict: 'pass',
        reason: `RTO ${describeDuration(rto.duration)}, RPO ${describeDuration(
          rpo.duration,
        )}.`,
        evidence: [],
      };
    }
    return {
      verdict: 'fail',
      reason: `There is no ${missing
        .map(field => field.toUpperCase())
        .join(' and no ')}.`,
      remedy: `Declare ${missing
        .map(field => `spec.continuity.${field}`)
        .join(' and ')} in the entity's YAML.`,
      evidence: [],
    };
  },
});
