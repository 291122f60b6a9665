import type {
  CabAgenda,
  CabAgendaItem,
  CabMeeting,
  CabMeetingDetails,
  ChangeSummary,
} from '@continuity/plugin-continuity-common';
import { changeSummary } from './changeFixtures';

/** Boards and meetings as the backend would tell them, relative to a moment. */
const HOUR = 3_600_000;

const at = (now: number, hours: number) =>
  new Date(now + hours * HOUR).toISOString();

export const BOARD = 'group:default/change-advisory-board';
export const MEETING_ID = '0b5a4d52-7d9d-4f66-8f0c-00000000c0ab';
export const ERIK = 'user:default/erik.dahl';
export const DORA = 'user:default/dora.weiss';

export const cabItem = (
  now: number,
  change: Partial<ChangeSummary> = {},
  part: Partial<CabAgendaItem> = {},
): CabAgendaItem => ({
  change: changeSummary(now, change),
  risk: {
    points: 42,
    factors: [
      { kind: 'tier', points: 20, explanation: 'It is of tier-1.' },
      {
        kind: 'history',
        points: 2,
        explanation: '1 of its last 10 deployments failed.',
      },
    ],
  },
  votes: [],
  asksCaller: true,
  ...part,
});

export const cabAgenda = (items: CabAgendaItem[]): CabAgenda => ({
  group: BOARD,
  items,
  more: false,
});

export const cabMeeting = (
  now: number,
  part: Partial<CabMeeting> = {},
): CabMeeting => ({
  id: MEETING_ID,
  group: BOARD,
  title: 'Weekly',
  start: at(now, -1),
  state: 'planned',
  calledBy: ERIK,
  calledAt: at(now, -48),
  ...part,
});

export const cabDetails = (
  now: number,
  part: Partial<CabMeetingDetails> = {},
): CabMeetingDetails => ({
  meeting: cabMeeting(now),
  members: [DORA, ERIK],
  mayLead: true,
  decided: [],
  ...part,
});
