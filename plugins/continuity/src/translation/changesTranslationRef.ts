import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the list and the board of changes, in English. Also comes in German. */
export const changesTranslationRef = createTranslationRef({
  id: 'plugin.continuity.changes',
  messages: {
    title: 'Changes',
    what: 'the changes',
    notFound: 'There is no such page of changes',
    raise: 'Raise a change',
    pages: {
      label: 'Pages about changes',
      changes: 'Changes',
      cab: 'Advisory board',
      overrides: 'Overrides',
      delegations: 'Delegations',
      unauthorised: 'Deployments without a change',
      waiting: '{{name}} ({{number}})',
    },
    views: {
      label: 'Whose changes',
      approve: 'Waiting for me',
      team: "My team's",
      mine: 'Mine',
      all: 'All',
    },
    layout: {
      label: 'How they are shown',
      table: 'Table',
      board: 'Board',
    },
    state: {
      draft: 'Draft',
      assessed: 'Assessed',
      'awaiting-approval': 'Awaiting approval',
      approved: 'Approved',
      scheduled: 'Scheduled',
      implementing: 'Being implemented',
      'in-review': 'In review',
      closed: 'Closed',
      cancelled: 'Cancelled',
      rejected: 'Rejected',
      expired: 'Expired',
    },
    filter: {
      title: 'Filter the changes',
      any: 'Any',
      state: 'State',
      open: 'Not over yet',
      class: 'Class',
      entity: 'Only changes of {{entity}}',
      clear: 'Clear filters',
    },
    column: {
      change: 'Change',
      state: 'State',
      class: 'Class',
      entities: 'Entities',
      window: 'Planned',
      seats: 'Approvals',
    },
    seats: '{{filled}} of {{required}}',
    seatsNone: 'None needed',
    seatsOf: 'Approvals: {{seats}}',
    suspended: 'Approval suspended',
    retrospective: 'After the fact',
    notPlanned: 'Not planned yet',
    moreEntities_one: 'and {{count}} other',
    moreEntities_other: 'and {{count}} others',
    empty: {
      approve: 'Nothing waits for your approval.',
      approveRemedy:
        'A change comes here once it is put up for approval and you may fill one of its seats.',
      team: 'No change touches what your groups own.',
      teamRemedy: 'All changes that you may see are under "All".',
      mine: 'You have raised no change.',
      mineRemedy:
        'Raise one for what you want to release; a draft may be incomplete.',
      all: 'There is no change yet.',
      allRemedy:
        'Raise one for what you want to release; a draft may be incomplete.',
      filtered: 'No change fits the filters.',
      filteredRemedy: 'Clear a filter to see more.',
      part: 'None on this page that you may see; there may be more.',
    },
    home: {
      all: 'All of them',
      none: {
        approve: 'Nothing waits for your approval.',
        mine: 'None of your changes is open.',
      },
    },
    board: {
      label: 'Changes by state',
      means:
        'Changes that you may see, newest first. Scroll sideways for the later states.',
      total_one: '{{count}} change',
      total_other: '{{count}} changes',
      none: 'None',
      all: 'Show all: {{state}}',
    },
    entity: {
      title: 'Open changes',
      what: 'the changes of this entity',
      all: 'All its changes',
      more: 'There are more than are shown here.',
      empty: 'No change of this entity is open.',
      emptyRemedy:
        'Raise one before you release what is not a standard change; it says who has to approve.',
    },
  },
  translations: {
    de: () => import('./changes.de'),
  },
});
