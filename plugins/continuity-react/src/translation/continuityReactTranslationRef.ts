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
    maintenance: {
      block: 'Opens (blocks outside)',
      approval: 'Opens (needs approval outside)',
      warn: 'Opens (warns outside)',
    },
    rules: {
      effect: 'What it does',
      freeze: {
        block: 'While it is in force, nothing is released.',
        approval: 'While it is in force, a release needs an approval.',
        warn: 'While it is in force, a release goes ahead with a warning.',
      },
      maintenance: {
        block:
          'Releases are possible while it, or another maintenance window, is open. At other times nothing is released.',
        approval:
          'Releases are possible while it, or another maintenance window, is open. At other times a release needs an approval.',
        warn: 'Releases belong into it, or into another maintenance window. At other times they go ahead with a warning.',
      },
      running: 'Deployments under way',
      onRunning: {
        finish: 'Finish, even when it closes meanwhile.',
        pause: 'Pause when it closes, and go on when it opens.',
      },
      rollbacks: 'Rollbacks',
      rollbacksExempt:
        'Go ahead, to an artifact that has run there successfully before.',
      rollbacksBound: 'Are treated like any other release.',
      origin: 'Comes from',
      originCatalog: 'The catalog; it is edited in Git',
      originFeed: 'A subscribed calendar; it is edited there',
      originPortal: 'This portal',
      originBusinessFunction:
        'The peaks of a business function; it is edited in Git',
      editSource: 'Edit in Git',
      editPortal: 'Edit here',
      degradedMark: 'Last good version',
      degraded:
        'Its newest version cannot be read at present. This is the last good one, and it stays in force.',
      link: 'More about it',
      why: 'Why it applies here',
      reason: 'Reason',
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
      labelMany:
        '{{title}} ({{calendar}}): {{enforcement}}, {{times}} times from {{start}} to {{end}}',
      why: 'Why and how',
      whyClose: 'Close',
      whyOf: 'Why and how: {{title}}',
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
