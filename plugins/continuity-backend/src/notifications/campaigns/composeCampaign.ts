import type { Letter, NoticePayload } from '../OwnerMail';
import { counted, cut, sentence } from '../words';
import type { CampaignNews, CampaignRecipient } from './campaignNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
const LONGEST_DESCRIPTION = 1_000;
/** The rest stands on the page. */
const NAMED = 5;
/** People can switch topics off one by one. */
const TOPIC = 'Campaigns';

/**
 * What people are told of a campaign: owners of services what is asked of them, when it
 * starts, before its end and what came of it, each in one letter for all their services;
 * and whoever answers for it how far it is.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeCampaign(
  news: CampaignNews,
  pagePath: string,
): Letter[] {
  switch (news.kind) {
    case 'started':
      return lettersOf(news, pagePath, {
        title: `Campaign: ${news.title}`,
        toOwner: ({ open, services }) =>
          open === 0
            ? undefined
            : `${countOf(open, services)} not there yet. ${asks(news)}`,
        severity: 'normal',
      });
    case 'reminded':
      return lettersOf(news, pagePath, {
        title: `${leftOf(news)}: ${news.title}`,
        toOwner: ({ open, services }) =>
          open === 0
            ? undefined
            : `${countOf(open, services)} not there yet. ${asks(news)}`,
        severity: (news.days ?? 0) <= 1 ? 'high' : 'normal',
      });
    case 'cancelled':
      return lettersOf(news, pagePath, {
        title: `Campaign called off: ${news.title}`,
        toOwner: () =>
          `Nothing is asked of your services for it any more. ${sentence(
            news.comment ?? 'No reason was given',
          )}`,
        severity: 'low',
      });
    case 'ended':
      return lettersOf(news, pagePath, {
        title: `Campaign ${news.state}: ${news.title}`,
        toOwner: ({ open, services }) =>
          open === 0
            ? `Of your ${counted(
                services,
                'service',
              )} none was left to do at its end, ${news.endsOn}.`
            : `${countOf(open, services)} not on "${
                news.levelTitle
              }" at its end, ${news.endsOn}.`,
        severity: news.state === 'missed' ? 'high' : 'normal',
      });
    default:
      return [];
  }
}

interface Telling {
  title: string;
  /** Absent: this owner is not told. */
  toOwner: (recipient: CampaignRecipient) => string | undefined;
  severity: NoticePayload['severity'];
}

function lettersOf(
  news: CampaignNews,
  pagePath: string,
  { title, toOwner, severity }: Telling,
): Letter[] {
  const letters = new Map<string, { words: string; of?: CampaignRecipient }>();
  for (const recipient of news.recipients ?? []) {
    const words = toOwner(recipient);
    if (words !== undefined) {
      letters.set(recipient.owner, {
        words: `${words} ${namesOf(recipient)}`,
        of: recipient,
      });
    }
  }
  // Who answers for it gets one letter, too, also where services of theirs are in it.
  if (news.recipients !== undefined) {
    const own = letters.get(news.owner);
    letters.set(news.owner, {
      words: [own?.words, overview(news)].filter(Boolean).join(' '),
      ...(own?.of && { of: own.of }),
    });
  }
  return [...letters].map(([owner, { words, of }]) => ({
    owner,
    payload: {
      title: cut(title, LONGEST_TITLE),
      description: cut(words.replace(/\s+/g, ' ').trim(), LONGEST_DESCRIPTION),
      link: `${pagePath}/scorecards/campaigns/${news.id}${
        of && of.open > 0
          ? `?owner=${encodeURIComponent(owner)}&which=open`
          : ''
      }`,
      severity,
      topic: TOPIC,
      // What is newest of a campaign takes the place of what was.
      scope: `continuity:campaign:${news.id}`,
    },
    // Whoever did it knows.
    ...(news.by.startsWith('user:') && { except: news.by }),
  }));
}

function asks({ levelTitle, scorecardTitle, endsOn, timezone }: CampaignNews) {
  return `They are asked to stand on "${levelTitle}" of ${scorecardTitle} by the end of ${endsOn} (${timezone}).`;
}

function leftOf({ days = 0 }: CampaignNews): string {
  return days === 0 ? 'Last day' : `${counted(days, 'day')} left`;
}

function countOf(open: number, services: number): string {
  return `${open} of your ${counted(services, 'service')} ${
    open === 1 ? 'is' : 'are'
  }`;
}

function namesOf({ open, examples }: CampaignRecipient): string {
  if (open === 0) return '';
  const named = examples.slice(0, NAMED);
  const rest = open - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function overview({ counts, unowned = 0 }: CampaignNews): string {
  if (!counts) return '';
  const { services, reached, exempt, notKnown } = counts;
  const parts = [
    `${reached} of ${counted(services, 'service')} ${
      reached === 1 ? 'is' : 'are'
    } there`,
    ...(exempt > 0 ? [`${exempt} exempt`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
    ...(unowned > 0
      ? [
          `${unowned} that ${
            unowned === 1 ? 'is' : 'are'
          } not there have no owner who could be told`,
        ]
      : []),
  ];
  return `In all, ${parts.join('; ')}.`;
}
