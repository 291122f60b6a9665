import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the page for those who run the service, in English. Also comes in German. */
export const operationsTranslationRef = createTranslationRef({
  id: 'plugin.continuity.operations',
  messages: {
    again: 'Look again',
    followers: {
      title: 'What follows the ledger',
      what: 'what follows the ledger',
      means:
        'Whatever happens after the fact reads the ledger in its order and says here how far it is. The ledger has {{entries}} entries.',
      empty: 'Nothing follows the ledger.',
      emptyRemedy:
        'Notifications do, once they are switched on in the configuration (continuity.calendars.notifications).',
      purpose: {
        'freeze-notifications': 'Tells owners of freezes',
        'calendar-notifications': 'Tells owners of calendars that degrade',
        'saas-review-notifications':
          'Tells owners of third-party services when a decision is to be reviewed',
        'change-notifications':
          'Tells those whom it concerns of changes and of broken glass',
        'unauthorised-deployments':
          'Finds deployments that no approved change covers',
        'scorecard-notifications':
          'Tells owners of services that lose a level, and who decides on exemptions',
        'change-connectors': 'Queues changes for other systems',
      },
      column: {
        name: 'Follower',
        state: 'State',
        behind: 'How far behind',
        problem: 'What fails',
        setAside: 'Set aside',
      },
      state: {
        done: 'Up to date',
        reading: 'Reading',
        waiting: 'Entries wait',
        failing: 'Stands',
        inactive: 'Not active',
      },
      inactiveMeans:
        'Nothing follows under that name in this backend; its place is kept.',
      lag_one: '{{count}} entry waits',
      lag_other: '{{count}} entries wait',
      noLag: 'Nothing waits',
      since: 'since',
      attempts_one: 'failed {{count}} time by itself',
      attempts_other: 'failed {{count}} times by itself',
      failingSince: 'Fails since',
      retryAt: 'Tries again',
    },
    setAside: {
      title: 'Set aside',
      what: 'what was set aside',
      means:
        'Entries that a follower gave up on, so that those behind them could go on. Mend the cause, then have the entry handled again.',
      empty: 'Nothing is set aside.',
      shown: 'The newest {{shown}} of {{total}} are shown.',
      column: {
        entry: 'Entry',
        subjects: 'About',
        follower: 'Given up by',
        problem: 'Why',
        actions: 'Actions',
      },
      entry: '{{type}}, number {{index}}',
      attempts_one: 'after {{count}} attempt',
      attempts_other: 'after {{count}} attempts',
      retry: 'Retry',
      retryOf: 'Retry entry {{index}} for {{follower}}',
      retrying: 'Retrying',
      done: 'Entry {{index}} is handled; it is not set aside any more.',
      failed: 'Entry {{index}} failed again: {{problem}}',
      notTried: 'Entry {{index}} was not tried: {{problem}}',
    },
    connectors: {
      title: 'Changes in other systems',
      what: 'how the connectors to other systems do',
      queue: 'Waiting to be written',
      left: 'Not carried over',
      empty: 'Changes are kept in no other system.',
      emptyRemedy:
        'A connector does that once it is configured, e.g. continuity.connectors.servicenow.',
      column: {
        connector: 'System',
        state: 'State',
        waiting: 'Waiting',
        failing: 'Failing',
        pulled: 'Last asked for news',
        change: 'Change',
        record: 'Record',
        problem: 'Why, and what to do',
        next: 'Tried next',
        actions: 'Actions',
      },
      state: {
        working: 'Working',
        failing: 'Something fails',
        inactive: 'Not configured',
      },
      approvals: {
        show: 'Approvals there are shown',
        count: 'Approvals there count',
      },
      never: 'Never',
      pullAgain: 'Asked again',
      since: 'since',
      attempts_one: 'failed {{count}} time',
      attempts_other: 'failed {{count}} times',
      writing: 'Now',
      refused: 'Not by itself',
      noChange: 'No draft',
      retry: 'Retry',
      retryOf: 'Write change {{change}} to {{connector}} again',
      retrying: 'Writing',
      done: 'Change {{change}} is written.',
      failed: 'Change {{change}} failed again: {{problem}}',
      notTried: 'Change {{change}} was not tried: {{problem}}',
    },
    feeds: {
      title: 'Feeds that calendars follow',
      what: 'the feeds that calendars follow',
      empty: 'No calendar follows a feed.',
      emptyRemedy:
        'A FreezeCalendar with spec.feed takes its windows from an iCalendar address.',
      column: {
        calendar: 'Calendar',
        state: 'State',
        windows: 'Windows',
        asked: 'Last asked',
        next: 'Asked next',
        problem: 'Why it does not count',
      },
      state: {
        good: 'Good',
        degraded: 'Degraded',
        closed: 'Closed',
      },
      stateMeans: {
        good: 'What it said last counts.',
        degraded: 'Its last good windows stay in force.',
        closed: 'It was never good, so it closes what it is for.',
      },
      lastGood: 'good',
      never: 'Never',
      asking: 'Now',
      soon: 'As soon as may be',
      failures_one: '{{count}} answer in a row did not count',
      failures_other: '{{count}} answers in a row did not count',
    },
  },
  translations: {
    de: () => import('./operations.de'),
  },
});
