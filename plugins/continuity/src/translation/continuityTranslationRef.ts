import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the Continuity tab and page, in English. Also comes in German. */
export const continuityTranslationRef = createTranslationRef({
  id: 'plugin.continuity',
  messages: {
    page: {
      title: 'Continuity',
      subtitle:
        'May this be deployed there now, and can we get back in time if it goes wrong?',
    },
    banner: {
      stale:
        'The catalog was last read {{age}}; older than {{limit}} is too old.',
      neverRead: 'The catalog has not been read yet.',
      staleMeans:
        'The gate denies every release until the catalog is read again, because it cannot know what has changed.',
      staleRemedy:
        'Ask whoever runs this portal to look at the continuity backend and its access to the catalog.',
      problem: 'Last problem: {{problem}}',
      unreadable_one: '{{count}} freeze calendar could not be read.',
      unreadable_other: '{{count}} freeze calendars could not be read.',
      unreadableMeans:
        'The gate denies whatever such a calendar might freeze: nobody knows its windows.',
      unreadableRemedy:
        'Correct the calendar in its catalog file; it is read again within minutes.',
      unknown: 'Whether the catalog reading is up to date is not known.',
      unknownMeans:
        'What stands below may be old. The gate itself checks, and denies when it is.',
    },
    who: {
      title: 'Continuity profile',
      tier: 'Tier',
      tierDeclared: 'declared',
      tierDerived: 'derived from the recovery time',
      derivedTier: 'By its recovery time it would be {{tier}}.',
      rto: 'Recovery time (RTO)',
      rpo: 'Recovery point (RPO)',
      declared: 'declared',
      'impact-analysis': 'from the impact analysis',
      notDeclared: 'Not declared',
      rollbackOwner: 'Decides to roll back',
      planning: 'Formal continuity planning',
      planningYes: 'In scope',
      planningNo: 'Not in scope',
      planningUnknown: 'Not known',
      findings: 'What does not fit',
      unclassified: 'This service is not classified',
      unclassifiedMeans:
        'Nobody has said what an outage would mean. That is not the lowest tier: it is not known.',
      classify: 'Add this to the catalog file of the service:',
      edit: 'Edit the catalog file',
      readAt: 'Catalog read',
      notFound:
        'The continuity service does not know this entity yet. A new entity is known within minutes.',
    },
    gate: {
      title: 'May it be deployed now?',
      class: 'Release class',
      role: { primary: 'Primary', secondary: 'Secondary', standby: 'Standby' },
      organisation:
        'The service declares no environments; these are the ones of the organisation.',
      none: 'No environment is declared, neither for the service nor for the organisation.',
      noneRemedy:
        'Declare spec.continuity.environments in the catalog file, or continuity.environments in the configuration.',
      changes: {
        allow: 'Opens',
        deny: 'Closes',
        'needs-approval': 'Needs approval from',
      },
      noChange: 'Time alone does not change this.',
      answer: 'the answer for {{environment}}',
      inRegion: 'in {{region}}',
    },
    windows: {
      title: 'Windows in the next {{days}} days',
      what: 'the windows',
      truncated: 'There are more windows than are shown here.',
    },
    evidence: {
      title: 'Latest evidence',
      what: 'the evidence',
      kind: 'Evidence',
      verdict: 'Verdict',
      where: 'Environment',
      observed: 'Observed',
      expires: 'Expires',
      expired: 'Expired',
      was: 'was: {{verdict}}',
      everywhere: 'All',
      empty: 'Nothing has been reported yet.',
      emptyRemedy:
        'Pipelines report evidence with `continuity evidence push` or POST /api/continuity/evidence. Until then, checks that need evidence are unknown, and the gate denies where it needs them.',
    },
    decisions: {
      title: 'Latest decisions',
      what: 'the decisions',
      verdict: 'Verdict',
      where: 'Environment',
      who: 'Asked by',
      when: 'When',
      ledger: 'Ledger',
      ledgerIndex: 'Entry {{index}}',
      empty: 'No pipeline has asked about this service yet.',
      emptyRemedy:
        'A pipeline asks with `continuity gate --entity {{entity}} --environment {{environment}}`.',
    },
    fleet: {
      what: 'the fleet',
      tiles: 'Services by tier',
      allServices: 'All services',
      services_one: '{{count}} service',
      services_other: '{{count}} services',
      frozenNow: 'Frozen now',
      frozenOf_one: '{{count}} frozen now',
      frozenOf_other: '{{count}} frozen now',
      unclassified: 'Unclassified',
      upcoming: 'Changes in the next 7 days',
      upcomingEmpty: 'No window begins or lifts in the next 7 days.',
      begins: 'Begins',
      lifts: 'Lifts',
      upcomingMore_one: 'Show {{count}} more',
      upcomingMore_other: 'Show {{count}} more',
    },
    filter: {
      title: 'Filters',
      text: 'Name contains',
      owner: 'Owner',
      system: 'System',
      tier: 'Tier',
      any: 'All',
      frozen: 'Only frozen now',
      clear: 'Clear filters',
    },
    table: {
      caption: 'Services',
      name: 'Service',
      tier: 'Tier',
      rto: 'RTO',
      rpo: 'RPO',
      owner: 'Owner',
      system: 'System',
      frozen: 'Frozen now',
      findings: 'Findings',
      findingsCount_one: '{{count}} finding',
      findingsCount_other: '{{count}} findings',
      until: 'until',
      no: 'No',
      none: 'None',
      rowsPerPage: 'Services per page',
      range: '{{from}} to {{to}} of {{total}}',
      previous: 'Previous page',
      next: 'Next page',
      empty: 'The catalog holds no services yet.',
      emptyRemedy:
        'Components, resources, systems and APIs of the catalog appear here within minutes.',
      noMatch: 'No service matches the filters.',
    },
  },
  translations: {
    de: () => import('./de'),
  },
});
