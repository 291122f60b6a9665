import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts of the pages of boards and their meetings, in English. Also comes in German. */
export const cabTranslationRef = createTranslationRef({
  id: 'plugin.continuity.cab',
  messages: {
    board: 'Board',
    noBoards: 'No group has to approve changes.',
    noBoardsRemedy:
      'The protocols of releases ask for none: see continuity.releases.protocols in the configuration.',
    whatBoards: 'the boards',
    notMember:
      'You do not belong to this board: you see what waits for it, and its members decide.',
    agenda: {
      title: 'Agenda',
      what: 'the agenda',
      means:
        'What waits for this board, the riskiest first. Choose what you decide, say why, and record it all at once; everybody decides for themselves, also before the meeting.',
      empty: 'Nothing waits for this board.',
      emptyRemedy:
        'A change comes here when it is put up for approval and a seat of this board is empty.',
      more: 'There are more than are shown here; decide on these first.',
      list: 'Changes to decide on',
      risk: 'Risk {{points}} of 140',
      riskWhy: 'What makes it risky',
      riskNone: 'Nothing that is known makes it risky.',
      points: '{{points}}: {{explanation}}',
      planned: 'Planned',
      seats: 'Approvals: {{seats}}',
      escalates: 'Is escalated',
      votes: 'Votes so far',
      noVotes: 'Nobody has voted yet.',
      notAsked: 'You are not asked: you wrote it, or fill no seat of it.',
      suspended: 'Its approval was suspended',
    },
    vote: {
      approve: 'approved',
      reject: 'refused',
      before: 'before the meeting',
    },
    judged: {
      what: 'how ready {{title}} is now',
      means: 'Judged as it is now; you approve just this.',
    },
    decide: {
      label: 'Decision on {{title}}',
      short: 'Decision',
      none: 'None yet',
      approve: 'Approve',
      reject: 'Refuse',
      reason: 'Why',
      reasonLabel: 'Why, on {{title}}',
      reasonMissing: 'Say why',
      same: 'The same reason wherever none is written',
      use: 'Use it',
      record_one: 'Record {{count}} decision',
      record_other: 'Record {{count}} decisions',
      recording: 'Recording',
      failed: 'Nothing was recorded: {{problem}}',
      recorded: 'Recorded',
      refused: 'Not recorded: {{message}}',
      done_one: '{{count}} decision was recorded',
      done_other: '{{count}} decisions were recorded',
      partly:
        '{{done}} of {{all}} decisions were recorded; the others say why not',
      changed:
        'It was changed since you chose. Look at it again, and choose again.',
    },
    meetings: {
      title: 'Meetings',
      what: 'the meetings',
      label: 'Meetings of this board',
      empty: 'No meeting was called yet.',
      emptyRemedy:
        'A board can decide without one; a meeting adds who was there, and minutes.',
      column: { meeting: 'Meeting', start: 'Begins', state: 'State' },
      state: {
        planned: 'Planned',
        closed: 'Closed',
        cancelled: 'Called off',
      },
      call: 'Call a meeting',
    },
    call: {
      title: 'Call a meeting',
      means:
        'Its members are told, with where to find the agenda; whoever cannot come decides before.',
      name: 'Title',
      defaultName: 'Change advisory board',
      start: 'Begins',
      zone: 'On the clock of {{zone}}',
      act: 'Call it',
    },
    meeting: {
      what: 'the meeting',
      back: 'Back to the board',
      notFound: 'There is no such meeting',
      calledBy: 'Called by',
      begins: 'Begins',
      ended: { closed: 'Closed by', cancelled: 'Called off by' },
      next: {
        before:
          'Members vote before it begins if they cannot come. Whoever leads it closes it afterwards, which writes its minutes.',
        during:
          'It has begun. Decide below; whoever leads it closes it, which writes its minutes.',
        closed: 'Its minutes stand below and are in the ledger.',
        cancelled: 'It was called off. What waits for a decision still waits.',
      },
      decided: 'Voted on since it was called',
      decidedEmpty: 'Nobody has voted since it was called.',
    },
    off: {
      open: 'Call it off',
      title: 'Call the meeting off',
      means: 'Its members are told. Votes that were given stay.',
      reason: 'Why',
      act: 'Call it off',
    },
    close: {
      title: 'Close the meeting',
      means:
        'The minutes keep who was there, every vote since the meeting was called, and what still waits. Nobody can change them afterwards.',
      early: 'It can be closed once it has begun.',
      present: 'Who was there',
      noMembers: 'The catalog names no members of this group.',
      note: 'What else has to be kept',
      notes: 'Notes on single changes',
      noteOn: 'Note on {{title}}',
      act: 'Close it and write the minutes',
      closing: 'Closing',
    },
    minutes: {
      title: 'Minutes',
      present: 'Were there',
      absent: 'Were not there',
      nobody: 'nobody',
      label: 'What was decided',
      none: 'Nothing was voted on, and nothing waited.',
      noVotes: 'Nobody voted.',
      column: {
        change: 'Change',
        outcome: 'What came of it',
        votes: 'Votes',
        note: 'Note',
      },
      outcome: {
        approved: 'Approved',
        rejected: 'Refused',
        waiting: 'Still waits',
        withdrawn: 'Withdrawn',
      },
    },
  },
  translations: {
    de: () => import('./cab.de'),
  },
});
