import { defineCheck } from '../defineCheck';

/** Without a tier nobody knows what an outage would mean, and nothing else is asked for. */
export const continuityClassified = defineCheck({
  id: 'continuity-classified',
  title: 'Service is classified',
  question:
    'Has somebody said how much an outage matters, and does what was said agree?',
  needs: [],
  evaluate: ({ profile }) => {
    const { tier, findings } = profile;
    if (!tier) {
      return {
        verdict: 'fail',
        reason:
          'Neither a tier, an RTO nor an impact is declared, or none is usable.',
        remedy: profile.remedy ?? 'Declare spec.continuity.',
        evidence: [],
      };
    }
    const weak = findings.filter(
      ({ id }) => id !== 'tier-stricter-than-impact',
    );
    if (weak.length > 0) {
      return {
        verdict: 'fail',
        reason: weak.map(({ message }) => message).join(' '),
        remedy: weak.map(({ remedy }) => remedy).join(' '),
        evidence: [],
      };
    }
    return {
      verdict: 'pass',
      reason: `It is ${tier.title} (${tier.id}), ${
        tier.source === 'declared' ? 'as declared' : 'as follows from its RTO'
      }.`,
      evidence: [],
    };
  },
});
