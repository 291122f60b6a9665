import type { Letter, NoticePayload } from '../OwnerMail';
import { cut, momentIn, sentence } from '../words';
import type { MeetingNews } from './changeNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
const LONGEST_DESCRIPTION = 1_000;
/** People can switch topics off one by one. */
const TOPIC = 'Change advisory board';

/** What each event says besides when it is. An event that is not here is told to nobody. */
const WORDS: Record<
  string,
  { head: string; next: string; severity: NoticePayload['severity'] }
> = {
  called: {
    head: 'Meeting called',
    next: 'Read the agenda. Whoever cannot come decides before, on the same page.',
    severity: 'normal',
  },
  cancelled: {
    head: 'Meeting called off',
    next: 'What waits for a decision still waits; decide on the page of each change.',
    severity: 'normal',
  },
  closed: {
    head: 'Minutes of the meeting',
    next: 'Read what was decided, and what was put off.',
    severity: 'low',
  },
};

/**
 * What the members of a board are told of its meetings.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeMeeting(news: MeetingNews, pagePath: string): Letter[] {
  const words = WORDS[news.event];
  if (!words) return [];
  const { id, group, title, start, note, by } = news;
  const payload: NoticePayload = {
    title: cut(`${words.head}: ${title}`, LONGEST_TITLE),
    description: cut(
      [
        `${momentIn(Date.parse(start), 'UTC')} (UTC).`,
        ...(note === undefined ? [] : [sentence(note.replace(/\s+/g, ' '))]),
        words.next,
      ].join(' '),
      LONGEST_DESCRIPTION,
    ),
    link: `${pagePath}/changes/cab/${id}`,
    severity: words.severity,
    topic: TOPIC,
    // What is newest of a meeting takes the place of what was.
    scope: `continuity:cab:${id}`,
  };
  return [
    {
      owner: group,
      payload,
      // Whoever did it knows.
      ...(by.startsWith('user:') && { except: by }),
    },
  ];
}
