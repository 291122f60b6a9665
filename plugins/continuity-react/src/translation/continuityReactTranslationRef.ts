import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the shared components, in English. Also comes in German. */
export const continuityReactTranslationRef = createTranslationRef({
  id: 'plugin.continuity-react',
  messages: {
    gate: {
      allow: 'Open',
      deny: 'Closed',
      'needs-approval': 'Needs approval',
    },
    verdict: { pass: 'Pass', fail: 'Fail', unknown: 'Unknown' },
    enforcement: {
      block: 'Blocks',
      approval: 'Needs approval',
      warn: 'Warns',
    },
    releaseClass: {
      standard: 'Standard',
      major: 'Major',
      emergency: 'Emergency',
    },
    tier: { unclassified: 'Unclassified' },
    moment: {
      reader: 'Your time ({{zone}})',
      calendar: "Calendar's time ({{zone}})",
      utc: 'UTC',
    },
    reasons: {
      remedy: 'What to do',
      until: 'Until',
      rule: 'Rule {{rule}}',
      ruleOfPolicy: 'Rule {{rule}} of policy {{policy}}',
      satisfied_one: '{{count}} rule is satisfied',
      satisfied_other: '{{count}} rules are satisfied',
    },
    resource: {
      loading: 'Loading {{what}}',
      failed: 'This could not be loaded: {{what}}',
      forbidden: 'You may not see this: {{what}}',
      forbiddenRemedy:
        'It needs the permission {{permission}}. Ask whoever runs this portal to grant it to you.',
      retry: 'Try again',
    },
    windows: {
      asStrip: 'Show as strip',
      asTable: 'Show as table',
      now: 'Now',
      nothing: 'No window is in force in this period.',
      label:
        '{{title}} ({{calendar}}): {{enforcement}} from {{start}} to {{end}}',
      calendarZone: "Calendar's time: {{start}} to {{end}} ({{zone}})",
      keyboard: 'Arrow keys move between the periods of a window.',
      everyEnvironment: 'No environment of this service',
      window: 'Window',
      effect: 'Effect',
      applies: 'Applies to',
      begins: 'Begins',
      ends: 'Ends',
    },
  },
  translations: {
    de: () => import('./de'),
  },
});
