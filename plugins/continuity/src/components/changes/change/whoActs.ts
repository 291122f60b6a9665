import type { Change } from '@continuity/plugin-continuity-common';

/** Who must act next, as the name of a sentence and the people it names. */
export interface WhoActs {
  acts:
    | 'draft'
    | 'assessed'
    | 'awaiting'
    | 'awaitingAnybody'
    | 'approved'
    | 'approvedEmergency'
    | 'scheduled'
    | 'implementing'
    | 'review'
    | 'reviewEmergency'
    | 'rejected'
    | 'over';
  /** Refs. */
  who: readonly string[];
}

/** Who must act on a change next. */
export function whoActs(change: Change): WhoActs {
  const { summary, authors, approvals } = change;
  const implementers = summary.implementer ? [summary.implementer] : authors;
  switch (summary.state) {
    case 'draft':
    case 'assessed':
    case 'rejected':
      return { acts: summary.state, who: authors };
    case 'awaiting-approval':
      return {
        acts: approvals.missing ? 'awaiting' : 'awaitingAnybody',
        who: [],
      };
    case 'approved':
      return summary.class === 'emergency'
        ? { acts: 'approvedEmergency', who: implementers }
        : { acts: 'approved', who: authors };
    case 'scheduled':
    case 'implementing':
      return { acts: summary.state, who: implementers };
    case 'in-review':
      // Whoever wrote it or carried it out is not asked.
      return summary.class === 'emergency'
        ? { acts: 'reviewEmergency', who: [] }
        : { acts: 'review', who: implementers };
    default:
      return { acts: 'over', who: [] };
  }
}
