import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** What scorecards say wherever they stand, in English. Also comes in German. */
export const scorecardTranslationRef = createTranslationRef({
  id: 'plugin.continuity.scorecard',
  messages: {
    state: {
      pass: 'Pass',
      fail: 'Fail',
      unknown: 'Unknown',
      'not-applicable': 'Does not apply',
    },
    level: {
      is: 'Level {{level}}',
      none: 'No level yet',
      noScore: 'Nothing to judge',
      atBest:
        'It could be {{level}}: only if all that is unknown turns out well.',
      lost: 'It fell to a lower level',
    },
    score: {
      exact: 'Score {{score}}',
      range: 'Score {{worst}} to {{best}}',
      means:
        '{{worst}} if everything that is unknown is bad, {{best}} if all of it is well. Only {{worst}} counts for the level.',
      none: 'No check applies, so there is no score.',
      points:
        'Of {{total}} points, {{pass}} pass, {{fail}} fail and {{unknown}} are unknown.',
      exempt_one:
        'An exemption excuses {{count}} of those that do not pass. It is no pass and changes no score.',
      exempt_other:
        'Exemptions excuse {{count}} of those that do not pass. They are no pass and change no score.',
      picture: 'Points of {{title}}',
    },
    section: {
      title: 'Scorecards',
      what: 'the scorecards of this entity',
      all: 'Heat map',
      empty: 'No scorecard is about this entity.',
      emptyRemedy:
        'The configuration of the portal says whom each scorecard is about.',
      stale: 'Something changed, and it is not judged yet.',
      staleMeans: 'What stands here was judged before. It renews itself.',
      notInForce: 'Not in force yet; it is judged all the same.',
      notInForceFrom: 'In force from',
      judged: 'Judged',
      until: 'Time alone may change it',
      owner: 'Questions go to',
    },
    next: {
      title: 'What to do next',
      done: 'Every check that applies passes. There is nothing to do.',
      exemptOnly: 'Only checks with an exemption do not pass.',
      level: 'For level {{level}} these must pass:',
      score: 'Level {{level}} needs a score of at least {{score}}.',
      first: 'First: {{title}}',
      noRemedy: 'See why, below.',
      template: 'Run the template {{template}}.',
    },
    checks: {
      title: 'Checks of {{title}}',
      heading: 'Checks',
      details: 'Details of {{title}}',
      weight_one: '{{count}} point',
      weight_other: '{{count}} points',
      exempt: 'Exempt, no pass',
      requested: 'Exemption asked for',
    },
    check: {
      question: 'Question',
      verdict: 'Verdict',
      why: 'Why',
      notApplicable: 'It is in no total of this entity.',
      remedy: 'What to do',
      evidence: 'Evidence',
      noEvidence: 'It rests on no evidence.',
      evidenceWhat: 'the evidence',
      more_one: 'Show {{count}} more',
      more_other: 'Show {{count}} more',
      expires: 'expires',
      observed: 'observed',
      until: 'Holds until',
      forever: 'Time alone does not change it.',
      exemption: 'Exemption',
      noExemption: 'None',
    },
    tier: { unclassified: 'Unclassified' },
    rehearsal: {
      title: 'Steps of the rehearsal',
      step: 'Step',
      outcome: 'Outcome',
      outcomes: { done: 'Done', failed: 'Failed' },
      took: 'Took',
    },
    exemption: {
      reason: 'Reason: {{reason}}',
      decidedBy: 'approved by',
      until: 'Until {{until}}, asked for by',
      waits: 'Somebody else has to approve it; until then it changes nothing.',
      own: 'You asked for it yourself; somebody else has to decide.',
      isNoPass: 'It is no pass: score and level stay as they are.',
      mayNotAsk: 'To ask for one you need the permission {{permission}}.',
      mayNotDecide: 'To decide you need the permission {{permission}}.',
      state: {
        requested: 'Waiting for approval',
        'in-force': 'In force',
        refused: 'Refused',
        revoked: 'Ended early',
        expired: 'Expired',
      },
      do: {
        request: 'Ask for an exemption',
        renew: 'Ask to renew it',
        approve: 'Approve',
        refuse: 'Refuse',
        revoke: 'End it',
        withdraw: 'Take it back',
      },
      doOf: '{{act}}: {{title}}',
      means: {
        request:
          'Ask to leave the check unmet until a date. Somebody else has to approve it. It stays visible, changes no score, and ends after its last day.',
        renew:
          'A renewal needs an approval of its own. Until then the present one holds to its last day.',
        approve:
          'The check may stay unmet until {{until}}. Score and level stay as they are.',
        refuse: 'The check stays as it is, without an exemption.',
        revoke: 'The exemption ends now.',
        withdraw: 'The request ends undecided.',
      },
      why: 'Why it can wait',
      comment: 'Why',
      lastDay: 'Last day',
      lastDayHelp: 'In UTC; at most 366 days from now.',
      past: 'The last day is {{first}} or later.',
      far: 'The last day is {{last}} or earlier.',
    },
  },
  translations: {
    de: () => import('./scorecard.de'),
  },
});
