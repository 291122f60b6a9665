import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the form for changes, in English. Also comes in German. */
export const changeFormTranslationRef = createTranslationRef({
  id: 'plugin.continuity.change-form',
  messages: {
    new: 'Raise a change',
    edit: 'Revise: {{title}}',
    backToChange: 'Back to the change',
    means:
      'It is saved as a draft. A draft needs a title, an entity and an environment; everything else may come later. What is still missing is told when it is assessed.',
    draftAgain: 'Saving makes it a draft again',
    draftAgainMeans:
      'It is {{state}} now. Once it says something else it has to be assessed and approved anew.',
    notRevisable: 'It cannot be revised',
    mayNotRaise: 'You may not raise changes.',
    mayNotRaiseRemedy:
      'Raising one needs the permission {{permission}}. Ask whoever administers permissions for it, or somebody of your team who has it to raise the change.',
    parts: {
      what: 'What and why',
      where: 'Where and when',
      class: 'Class',
      how: 'How, and how it was tried',
      rollback: 'The way back',
      who: 'Who',
      facts: 'Declared facts',
      preview: 'Class by what stands here',
      save: 'Save',
    },
    field: {
      addEntity: 'Add an entity',
      remove: 'Remove {{name}}',
      chosen: 'Chosen: {{label}}',
      add: 'Type or choose',
      regionsHelp: 'None: every region of those environments.',
      digest: 'Digest of {{name}}',
      digestHelp: 'sha256: and 64 hexadecimal digits',
      start: 'Begins',
      end: 'Ends',
      zoneHelp: 'On your clock ({{zone}}).',
      incidentHelp: 'An emergency names the incident that it is to end.',
      classReasonHelp:
        'Needed for a class below what the rules say; somebody else has to agree to it.',
      planHelp: 'What is done, step by step.',
      stepsHelp: 'One step a line.',
      durationHelp: 'ISO 8601, e.g. PT15M.',
      deadlineHelp:
        'How long after the start it is decided at the latest; ISO 8601, e.g. PT15M.',
      expectedHelp:
        'How long going back takes; within the recovery time objective. ISO 8601, e.g. PT10M.',
      dataHelp: 'What becomes of what was written in between.',
      communicationHelp: 'Who is told what, and when.',
      test: 'Test {{number}}: what was tried',
      testLink: 'Test {{number}}: link',
      addTest: 'Add a test',
      removeTest: 'Remove test {{number}}',
      committersHelp:
        'Whoever wrote what is released; by policy they may not approve it.',
      files: 'Files changed',
      lines: 'Lines changed',
      majorUpdatesHelp: 'One dependency a line.',
      notSaid: 'Not said',
      both: 'Configuration and infrastructure',
      comment: 'Why you revise it',
      commentHelp: 'Stands in the history.',
    },
    factsMeans:
      'What only you know of it. What is not said counts as its worst.',
    slots: {
      find: 'Find a time',
      title: 'Times at which nothing is in the way',
      loading: 'Looking for free times',
      needs: 'Choose an entity and an environment first.',
      duration: 'How long it takes',
      search: 'Look',
      none: 'No such time within 90 days.',
      noneRemedy: 'Ask for a shorter time, or change what takes most of it:',
      take: 'Take this time',
      takeOf: 'Take the time from {{start}}',
      after: 'Not earlier: {{why}}',
      before: 'Over by then: {{why}}',
      openUntil: 'could last until',
      taken: 'What takes the time',
      for: 'for {{time}}',
      close: 'Close',
    },
    preview: {
      needs: 'Choose an entity and an environment; then its class stands here.',
      loading: 'Working out the class',
      what: 'the class',
      failed:
        'It can be saved all the same; its class is worked out when it is assessed.',
    },
    save: {
      create: 'Raise as a draft',
      change: 'Save the revision',
      saving: 'It is being saved',
      raised: 'The change is raised as a draft.',
      revised: 'The revision is saved.',
      failed: 'It was not saved',
      fields: 'Correct what is marked:',
      merged: 'The newest version is loaded',
      mergedMeans:
        'What somebody else changed stands in the form, and what you changed as well.',
      mergedBoth:
        'These parts were changed by both; yours stand in the form and replace the others when you save: {{parts}}.',
    },
  },
  translations: {
    de: () => import('./changeForm.de'),
  },
});
