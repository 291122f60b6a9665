import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the planner, in English. Also comes in German. */
export const planTranslationRef = createTranslationRef({
  id: 'plugin.continuity.plan',
  messages: {
    title: 'Find a time to deploy',
    what: 'what the windows say to the plan',
    form: {
      label: 'The plan',
      whom: 'For whom',
      when: 'When',
      any: 'All',
      entity: 'Service, e.g. payments-api',
      owner: 'Owner',
      system: 'System',
      tier: 'Tier',
      environment: 'Environment',
      class: 'Release class',
      classes: {
        standard: 'Standard',
        major: 'Major',
        emergency: 'Emergency',
      },
      from: 'From',
      days: 'Look ahead',
      slot: 'It takes',
      planned: 'Planned for',
      plannedHelp: 'Your time ({{zone}})',
    },
    problem: {
      title: 'The plan cannot be looked at yet.',
      entity:
        'The service is not one that can exist: write its name, or kind:namespace/name.',
      environment: 'Choose an environment.',
      plannedEntity: 'Name the service that is planned for then.',
    },
    services_one: 'Windows of {{count}} service that you may see.',
    services_other: 'Windows of {{count}} services that you may see.',
    nobody: {
      title: 'No service that you may see is meant.',
      do: 'Nothing can be said of it. Look at the spelling, take away a choice, or see whether the service is deployed to {{environment}}.',
    },
    slot: {
      found: 'First time that is open for {{length}} for all of them',
      means:
        'This is what windows say. The gate asks for evidence, too: ask it when you deploy.',
      none: 'There is no time that is open for {{length}} for all of them.',
      noneDo:
        'Look further ahead, choose a shorter time or fewer services, or ask the owner of a window below to change it.',
      noneUnreadable:
        'A calendar that was never read closes whatever it may be for; have it repaired first.',
    },
    planned: {
      open: 'The planned time is open.',
      warn: 'The planned time is open, with a warning.',
      approval: 'The planned time needs an approval.',
      block: 'The planned time is closed.',
      next: 'The next time that is open for it begins',
      noNext:
        'No time that is open for it was found so far ahead. Look further ahead.',
    },
    state: {
      open: 'Open',
      warn: 'Warns',
      approval: 'Needs approval',
      block: 'Closed',
    },
    stretches: {
      title: 'What is not open when',
      none: 'Nothing: all of them are open all the time.',
      begins: 'Begins',
      ends: 'Ends',
      state: 'Strictest',
      services: 'For',
      windows: 'Because of',
      count_one: '{{count}} service',
      count_other: '{{count}} services',
      more_one: '{{count}} more is not shown; the calendar shows it.',
      more_other: '{{count}} more are not shown; the calendar shows them.',
    },
  },
  translations: {
    de: () => import('./plan.de'),
  },
});
