import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the fields for templates, in English. Also comes in German. */
export const scaffolderTranslationRef = createTranslationRef({
  id: 'plugin.continuity.scaffolder',
  messages: {
    entity: {
      help: 'Type a part of its name.',
      none: 'No service of that name.',
      loading: 'Looking for services',
      failed:
        'The services cannot be read, because Continuity does not answer. Try again later.',
      retry: 'Try again',
      option: '{{title}}, {{tier}}, {{rto}}',
      rto: 'back within {{rto}}',
      noRto: 'no recovery time objective',
      unclassified: 'not classified',
      unclassifiedMeans:
        'Nobody has said what its outage would mean, so it counts as the worst.',
    },
    moment: {
      zone: 'Wall clock of {{zone}}.',
      needs:
        'Choose the service and the environment; then it stands here whether that moment is frozen.',
      past: 'That moment is over.',
      skipped:
        'The clocks are put forward then and skip that time; {{at}} is meant.',
      twice: 'The clocks are put back then and show that time twice.',
      first: 'The first, {{at}}',
      second: 'The second, {{at}}',
      asking: 'Asking whether that moment is frozen',
      open: 'No freeze window is in the way at that moment.',
      openBut: 'No freeze window is in the way at that moment, but more is:',
      frozen: 'It is frozen at that moment',
      next: 'Next open: {{start}} to {{end}}.',
      after: 'Not earlier: {{why}}',
      take: 'Take it',
      takeOf: 'Take {{start}}',
      noNext: 'In the next 90 days nothing is open for that long.',
      nextUnknown: 'When it opens next is not known: {{problem}}',
      unknown: 'Whether that moment is frozen is not known',
      unknownMeans:
        'Continuity does not answer: {{problem}} Take it for frozen until it does.',
      retry: 'Ask again',
    },
    class: {
      title: 'Class of this release',
      unanswered_one:
        '{{count}} question is not answered and counts as its worst.',
      unanswered_other:
        '{{count}} questions are not answered and count as their worst.',
      cost: 'That makes it {{dear}}; by what is answered it would be {{cheap}}.',
      noCost: 'That does not make a difference here.',
    },
  },
  translations: {
    de: () => import('./scaffolder.de'),
  },
});
