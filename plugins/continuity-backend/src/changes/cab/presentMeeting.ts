import type {
  CabMeeting,
  CabMinutes,
} from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';
import type { StoredMeeting, StoredMinute, Vote, VotedChange } from './types';

/** @param start - of the meeting. Absent: there is none */
export function presentVote(
  { by, decision, at, comment }: Vote,
  start?: number,
): CabMinutes['items'][number]['votes'][number] {
  return {
    by,
    decision,
    at: toIso(at),
    ...(comment !== undefined && { comment }),
    ...(start !== undefined && { beforeMeeting: at < start }),
  };
}

export function presentMeeting(meeting: StoredMeeting): CabMeeting {
  const { id, group, title, start, state, calledBy, calledAt, ended } = meeting;
  return {
    id,
    group,
    title,
    start: toIso(start),
    state,
    calledBy,
    calledAt: toIso(calledAt),
    ...(ended && { ended: { ...ended, at: toIso(ended.at) } }),
  };
}

/** What became of a change of which members decided. */
export function minuteOf(change: VotedChange, start: number): StoredMinute {
  return {
    change: change.id,
    title: change.title,
    class: change.class,
    outcome: outcomeOf(change),
    risk: change.risk,
    votes: change.votes.map(vote => presentVote(vote, start)),
    entities: change.entities,
  };
}

function outcomeOf({ state }: VotedChange): StoredMinute['outcome'] {
  switch (state) {
    case 'awaiting-approval':
      return 'waiting';
    case 'rejected':
      return 'rejected';
    case 'draft':
    case 'assessed':
    case 'cancelled':
    case 'expired':
      return 'withdrawn';
    default:
      return 'approved';
  }
}
