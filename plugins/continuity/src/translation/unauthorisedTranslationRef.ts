import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of deployments without a change, in English. Also comes in German. */
export const unauthorisedTranslationRef = createTranslationRef({
  id: 'plugin.continuity.unauthorised',
  messages: {
    title: 'Deployments without a change',
    what: 'the deployments without a change',
    means:
      'What pipelines reported and no approved change covers. The owners of a service answer for it.',
    filter: {
      title: 'Filter the deployments',
      show: 'Show',
      open: 'Not answered for',
      all: 'All',
      entity: 'Only of a service',
      only: 'Only of {{entity}}',
      clear: 'Of all services',
    },
    column: {
      deployment: 'Deployment',
      seen: 'Seen',
      why: 'Why, and what to do',
      answer: 'Answer',
    },
    times_one: 'seen {{count}} time, last',
    times_other: 'seen {{count}} times, last',
    remedy: 'What to do',
    draft: 'The change that was drafted for it',
    raise: 'Raise a change',
    answered: 'Answered for',
    unanswered: 'Nobody has answered',
    answer: 'Answer for it',
    answerOf: 'Answer for {{entity}} {{version}} in {{environment}}',
    answerMeans:
      'It is closed with what you write, which stays in the ledger. The same artifact opens another one when it is deployed again later.',
    reason: 'What came of it',
    reasonHelp:
      'Why there was no change, and what was done about it; e.g. the change that was approved afterwards',
    empty: {
      open: 'Every deployment without a change is answered for.',
      openRemedy: 'Those that were are under "All".',
      all: 'No deployment without a change was seen.',
      allRemedy:
        'Deployments that pipelines report are held against the changes wherever a policy of the gate demands one.',
      entity: 'None of this service.',
      entityRemedy: 'Show all, or those of all services, to see more.',
      part: 'None on this page that you may see; there may be more.',
    },
  },
  translations: {
    de: () => import('./unauthorised.de'),
  },
});
