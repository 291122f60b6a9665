import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of delegations, in English. Also comes in German. */
export const delegationsTranslationRef = createTranslationRef({
  id: 'plugin.continuity.delegations',
  messages: {
    what: 'the delegations',
    given: 'Who decides in my place',
    received: 'In whose place I decide',
    column: {
      given: 'Decides for me',
      received: 'I decide for',
      state: 'State',
      time: 'From – until',
      reason: 'Reason',
      act: 'End',
    },
    inForce: 'Counts now',
    toCome: 'To come',
    noReason: 'None given',
    end: 'End it',
    endOf: 'End the delegation to {{who}}',
    endMeans:
      'From now on you decide yourself again. What was decided in your place until now stays decided.',
    empty: {
      given: 'Nobody decides in your place.',
      givenRemedy:
        'Before you are away, give your place to somebody: otherwise what needs you waits.',
      received: 'You decide in nobody else’s place.',
    },
    form: {
      title: 'Give my place to somebody',
      means:
        'They may approve and refuse what you might, for at most 92 days. What you may not approve, because you wrote it, they may not in your place; and nobody hands on a place that was given to them.',
      noPlace:
        'You have no place to give: approving changes needs the permission continuity.change.approve.',
      to: 'Who decides for me',
      toHelp: 'Found by a part of their name',
      start: 'From',
      end: 'Until',
      zoneHelp: 'On your clock, {{zone}}',
      reason: 'Reason',
      reasonHelp: 'Whoever decides for you reads it; optional',
      give: 'Give my place',
      giving: 'Giving it',
      given: 'Your place is given',
    },
  },
  translations: {
    de: () => import('./delegations.de'),
  },
});
