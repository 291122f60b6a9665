import type { Letter, NoticePayload } from '../OwnerMail';
import { cut, sentence } from '../words';
import type { OverrideNews } from './changeNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
const LONGEST_DESCRIPTION = 1_000;
/** People can switch topics off one by one. */
const TOPIC = 'Break-glass overrides';

const WORDS: Record<
  string,
  {
    head: string;
    next: (news: OverrideNews) => string;
    severity: NoticePayload['severity'];
    approvers?: true;
  }
> = {
  requested: {
    head: 'Asks to break the glass',
    next: () => 'Approve or refuse it; nobody approves what they asked for.',
    severity: 'critical',
    approvers: true,
  },
  'in-force': {
    head: 'Glass broken',
    next: ({ end }) =>
      `It closes by itself${
        end === undefined ? '' : ` at ${end}`
      }, and is reviewed then.`,
    severity: 'critical',
    approvers: true,
  },
  closed: {
    head: 'Override over, to be reviewed',
    next: ({ reviewDueAt }) =>
      `Complete its review${
        reviewDueAt === undefined ? '' : ` by ${reviewDueAt}`
      }; not by whoever asked for it.`,
    severity: 'high',
    approvers: true,
  },
  refused: {
    head: 'Override refused',
    next: () => 'The freeze or check stays in force.',
    severity: 'normal',
  },
  lapsed: {
    head: 'Override lapsed',
    next: () => 'Nobody decided in time; ask again if it is still needed.',
    severity: 'normal',
  },
};

/**
 * What owners and approvers are told of a break-glass override, loudly.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeOverride(
  news: OverrideNews,
  pagePath: string,
): Letter[] {
  const words = WORDS[news.event];
  if (!words) return [];
  const { concerned, entities, environments, rules } = news;
  const payload: NoticePayload = {
    title: cut(
      `${words.head}: ${entities.join(', ')} in ${environments.join(', ')}`,
      LONGEST_TITLE,
    ),
    description: cut(
      `${news.requestedBy}, for incident ${
        news.incident
      }, passes over ${rules.join(', ')}. ${sentence(
        news.reason.replace(/\s+/g, ' '),
      )} ${words.next(news)}`,
      LONGEST_DESCRIPTION,
    ),
    link: `${pagePath}/changes/overrides/${news.id}`,
    severity: words.severity,
    topic: TOPIC,
    scope: `continuity:override:${news.id}`,
  };
  const told = new Set([
    news.requestedBy,
    ...concerned.owners,
    ...(words.approvers ? concerned.waitingFor : []),
  ]);
  return [...told].map(owner => ({
    owner,
    payload,
    // Whoever did it knows.
    ...(news.by.startsWith('user:') && { except: news.by }),
  }));
}
