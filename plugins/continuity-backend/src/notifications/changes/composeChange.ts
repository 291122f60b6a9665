import type { Letter, NoticePayload } from '../OwnerMail';
import { cut, sentence } from '../words';
import type { ChangeNews } from './changeNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
const LONGEST_DESCRIPTION = 1_000;
/** People can switch topics off one by one. */
const TOPIC = 'Changes';

type Side = 'approvers' | 'team' | 'escalation';

/** What each side is told of an event. An event that is not here is told to nobody. */
const WORDS: Record<
  string,
  {
    to: readonly Side[];
    head: string;
    next: string;
    severity: NoticePayload['severity'];
  }
> = {
  'request-approval': {
    to: ['approvers'],
    head: 'Waits for your approval',
    next: 'Look at what it is judged on, and approve or refuse it.',
    severity: 'normal',
  },
  escalate: {
    to: ['approvers', 'escalation'],
    head: 'Still waits for approval',
    next: 'Approve or refuse it, or have somebody stand in who can.',
    severity: 'high',
  },
  suspend: {
    to: ['approvers', 'team'],
    head: 'Approval suspended',
    next: 'Its page shows what is different; it has to be approved again before it may begin.',
    severity: 'high',
  },
  approve: {
    to: ['team'],
    head: 'Approved',
    next: 'It can be scheduled, and begins in its planned time.',
    severity: 'normal',
  },
  reject: {
    to: ['team'],
    head: 'Refused',
    next: 'Revise it, and put it up again.',
    severity: 'normal',
  },
  expire: {
    to: ['team'],
    head: 'Expired',
    next: 'Raise it again if it is still needed.',
    severity: 'low',
  },
  overdue: {
    to: ['team'],
    head: 'Review overdue',
    next: 'Complete its review.',
    severity: 'normal',
  },
};

const CLASSES = {
  standard: 'It is a standard change.',
  major: 'It is a major change.',
  emergency: 'It is an emergency.',
};

/**
 * What owners, authors and approvers are told of something that happened to a change: what,
 * why, and what to do next.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeChange(news: ChangeNews, pagePath: string): Letter[] {
  const words = WORDS[news.event];
  if (!words) return [];
  const { concerned, comment, details, by } = news;
  const sides: Record<Side, readonly string[]> = {
    approvers: concerned.waitingFor,
    escalation: concerned.escalateTo,
    team: [
      ...concerned.authors.filter(ref => ref.startsWith('user:')),
      ...concerned.owners,
      ...(concerned.implementer === undefined ? [] : [concerned.implementer]),
    ],
  };
  const why = [...(comment === undefined ? [] : [comment]), ...details]
    .map(text => sentence(text.replace(/\s+/g, ' ')))
    .join(' ');
  const payload: NoticePayload = {
    title: cut(`${words.head}: ${news.title}`, LONGEST_TITLE),
    description: cut(
      [CLASSES[news.class], why, words.next]
        .filter(text => text !== '')
        .join(' '),
      LONGEST_DESCRIPTION,
    ),
    link: `${pagePath}/changes/${news.id}`,
    severity: words.severity,
    topic: TOPIC,
    // What is newest of a change takes the place of what was.
    scope: `continuity:change:${news.id}`,
  };
  return [...new Set(words.to.flatMap(side => sides[side]))].map(owner => ({
    owner,
    payload,
    // Whoever did it knows.
    ...(by.startsWith('user:') && { except: by }),
  }));
}
