import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the page of third-party services, in English. Also comes in German. */
export const saasTranslationRef = createTranslationRef({
  id: 'plugin.continuity.saas',
  messages: {
    title: 'Third-party services',
    what: 'the third-party services',
    means:
      'Whether each belongs in continuity planning: by the rule over its contract and over who needs it, until somebody decides. A decision holds until its review date.',
    empty: 'There is no such third-party service.',
    emptyRemedy:
      'Declare a Resource of the type saas in the catalog, and let services depend on it.',
    next: 'Next',
    previous: 'Previous',
    decide: 'Decide',
    mayNotDecide:
      'Deciding needs the permission {{permission}}; ask whoever administers permissions for it.',
    decideOf: 'Decide about {{name}}',
    dependants_one: '{{count}} needs it; {{failing}} fail without it',
    dependants_other: '{{count}} need it; {{failing}} fail without it',
    due: 'review was due on {{date}}',
    reviewOn: 'review on {{date}}',
    by: {
      decision: 'Decided',
      rule: 'By the rule',
    },
    planning: {
      yes: 'In planning',
      no: 'Not in planning',
      unknown: 'Not known',
    },
    filter: {
      label: 'Filters',
      any: 'All',
      planning: 'Planning',
      due: 'Only those due for review',
    },
    column: {
      name: 'Service',
      dependants: 'Who needs it',
      contract: 'Contract',
      planning: 'Continuity planning',
      problems: 'What is missing',
      actions: 'Actions',
    },
    contract: {
      sla: 'SLA {{share}}',
      noSla: 'No SLA is declared',
      support: 'Support {{hours}}',
      regions: 'Data in {{regions}}',
      exitPlan: 'Exit plan: {{where}}',
      noExitPlan: 'No exit plan is declared',
      substitutes: 'Can be replaced by',
    },
    decision: {
      title: 'Is {{name}} in continuity planning?',
      history: 'decisions so far',
      none: 'Nobody has decided so far.',
      choose: 'Decision',
      reason: 'Why',
      review: 'Review on',
      past: 'The review is after today, {{today}}.',
      save: 'Decide',
      failed: 'It was not recorded.',
      close: 'Close',
    },
  },
  translations: {
    de: () => import('./saas.de'),
  },
});
