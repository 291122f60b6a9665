import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of break-glass overrides, in English. Also comes in German. */
export const overridesTranslationRef = createTranslationRef({
  id: 'plugin.continuity.overrides',
  messages: {
    title: 'Break-glass overrides',
    what: 'the overrides',
    whatOne: 'the override',
    means:
      'An override passes over a freeze or a check for a few hours, because of an incident. It ends by itself, and somebody who did not ask for it reviews it then.',
    ask: 'Ask for an override',
    breakGlass: 'Break the glass…',
    breakGlassFor: 'Break the glass for {{place}}…',
    incident: 'Incident {{incident}}',
    heading: 'Override for incident {{incident}}',
    back: 'All overrides',
    notFound:
      'There is no such override, or you may not see all that it covers.',
    notFoundRemedy: 'Ask whoever sent you here whether the address is right.',
    notRenewed: 'It could not be looked up again: {{problem}}',
    notRenewedMeans:
      'What stands below may be old. It is tried again by itself.',
    open: 'Somebody still has to act',
    over: 'Over',
    state: {
      requested: 'Awaiting approval',
      'in-force': 'In force',
      'in-review': 'To be reviewed',
      reviewed: 'Reviewed',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
      lapsed: 'Lapsed',
    },
    filter: {
      title: 'Filter the overrides',
      state: 'State',
      any: 'All, open ones first',
    },
    column: {
      override: 'Override',
      state: 'State',
      rules: 'Passes over',
      entities: 'Services',
      seats: 'Approvals',
      requested: 'Asked for',
    },
    empty: {
      open: 'No override waits for anybody.',
      openRemedy:
        'When an incident cannot wait for a freeze or a check, ask for one from the answer of the gate on the page of the service, or here.',
      over: 'None is over yet.',
      filtered: 'No override is in this state.',
      filteredRemedy: 'Choose another state to see more.',
    },
    rule: {
      freeze: 'Freeze "{{window}}" of',
      maintenance: 'Maintenance window "{{window}}" of',
      check: 'Check "{{check}}"',
    },
    timeLeft: '{{left}} left',
    timeOver: 'Its time is over',
    lapses: 'lapses',
    reviewDue: 'review due',
    askedBy: 'Asked for by',
    next: {
      requested:
        'It waits for approval. With the last approval it is in force, for',
      lapses: 'If not everybody has approved it, it lapses on',
      inForce: 'It counts now. It ends by itself on',
      inForceThen:
        '; then somebody other than who asked for it has to review it.',
      inReview:
        'It is over. Somebody other than who asked for it has to review it.',
      reviewDue: 'The review is due',
      reviewed: 'It is over and reviewed. Nothing is to be done.',
      refused:
        'It was refused and never counted. If it is still needed, ask for another one.',
      withdrawn: 'It was withdrawn and never counted.',
      lapsed:
        'Not everybody approved it in time, so it never counted. If it is still needed, ask for another one.',
    },
    facts: {
      title: 'What it is about',
      reason: 'Reason',
      incident: 'Incident',
      entities: 'Services',
      environments: 'Environments',
      regions: 'Regions',
      everyRegion: 'Every region',
      duration: 'Duration',
      inForce: 'In force',
      ended: 'Ended by',
    },
    approvals: {
      title: 'Approvals',
      seats: 'Given: {{seats}}',
      given: 'Who approved',
      approved: 'Approved',
      missing: 'Still needed',
      open_one: '{{title}}: still needs {{count}} approval,',
      open_other: '{{title}}: still needs {{count}} approvals,',
      from: 'from',
      fromNobody: 'but nobody is named who may give it.',
    },
    review: {
      title: 'Review',
      summary: 'What was done under it',
      summaryHelp: 'What was released or changed while it counted',
      justified: 'Was it justified?',
      choose: 'Choose',
      yes: 'Yes, it was needed',
      no: 'No, it was not needed',
      followUp: 'What follows',
      followUpHelp: 'So that it is not needed again',
      by: 'Reviewed by',
    },
    steps: {
      title: 'What you can do',
      none: 'Nothing is to be done.',
      do: {
        approve: 'Approve',
        refuse: 'Refuse',
        withdraw: 'Withdraw it',
        close: 'End it now',
        review: 'Complete the review',
      },
      hindrance: {
        ownApproval:
          'You asked for it yourself, so others have to approve it: see who under Approvals, and call them.',
        ownReview:
          'You asked for it yourself, so somebody else has to review it.',
        approvedAlready:
          'You have approved it already, and nobody counts twice.',
        mayNotApprove:
          'Approving and refusing needs the permission continuity.override.approve. See under Approvals who may.',
        mayNotClose:
          'It can be ended early by {{who}}, who asked for it, and by those who have the permission continuity.override.approve.',
        mayNotReview:
          'Reviewing it needs the permission continuity.override.review. Ask somebody who has it.',
      },
    },
    act: {
      approve:
        'It passes over what it names as soon as everybody who has to has approved. Look at the reason and at what it covers.',
      refuse: 'It never counts then. Whoever asked for it is told why.',
      withdraw: 'It never counts then.',
      close:
        'The gate stops again what it would stop without it. It has to be reviewed all the same.',
      review: 'What you write is kept with it and in the ledger, for ever.',
    },
    dialog: {
      reason: 'Reason',
      reasonHelp: 'Everybody concerned reads it, and it stays in the ledger',
      comment: 'Comment',
      commentHelp: 'Stays in the ledger',
      gone: 'This is not possible any more.',
    },
    form: {
      mayNotAsk: 'You may not ask for overrides.',
      mayNotAskRemedy:
        'Asking needs the permission {{permission}}. In an incident, have somebody ask who has it; for later, ask whoever administers permissions for it.',
      title: 'What is to be passed over, and why',
      means:
        'Others than you have to approve it. It counts from the last approval on.',
      incidentHelp: 'Its reference, e.g. INC-4711',
      durationHelp: '{{words}}; ISO 8601, e.g. PT90M',
      reasonHelp: 'Why the incident cannot wait for the freeze or the check',
      addEntity: 'Add a service',
      add: 'Add',
      rules: 'What is to be passed over',
      rulesFirst:
        'Name a service and an environment to see what is in the way there.',
      rulesLoading: 'Asking the gate what is in the way',
      rulesFailed:
        'The gate could not be asked what is in the way; name the rules below.',
      rulesNone: 'Nothing is in the way now that may be overridden.',
      otherRules: 'Other rules, by name',
      otherRulesHelp: 'As a decision of the gate names them',
      ask: 'Ask for it',
      asking: 'Asking',
      asked: 'Asked for; those who have to approve it are told',
    },
  },
  translations: {
    de: () => import('./overrides.de'),
  },
});
