import { createHash } from 'node:crypto';
import type { NoticePayload } from '../OwnerMail';
import { cut, sentence } from '../words';
import type { ReviewNews } from './reviewNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
/** The rest stands on the page of third parties. */
const LONGEST_REASON = 500;
/** People can switch topics off one by one. */
const TOPIC = 'Reviews of third-party services';

const HEADS = { near: 'Review coming up', due: 'Review due' };
const SEVERITY = { near: 'low', due: 'normal' } as const;

/**
 * Says to an owner that a decision about a third-party service is to be reviewed: what was
 * decided, why, what holds from that day on, and what to do.
 *
 * @param title - of the service, for people
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeReview(
  news: ReviewNews,
  title: string,
  pagePath: string,
): NoticePayload {
  const { stage, entityRef, inPlanning, reason, reviewOn } = news;
  const hash = createHash('sha256').update(entityRef).digest('hex');
  const decided = `${news.decidedBy} decided on ${news.decidedAt.slice(
    0,
    10,
  )} that ${entityRef} is ${
    inPlanning === 'yes' ? '' : 'not '
  }in continuity planning:`;
  const why = sentence(cut(reason, LONGEST_REASON).replace(/\s+/g, ' '));
  const since =
    stage === 'due'
      ? `That was to be reviewed on ${reviewOn}, so it no longer counts, and the rule answers.`
      : `That is to be reviewed on ${reviewOn}; from then on it no longer counts, and the rule answers.`;
  return {
    title: cut(`${HEADS[stage]}: ${title}`, LONGEST_TITLE),
    description: `${decided} ${why} ${since} Look at its contract and at who fails without it, and have it decided again.`,
    link: `${pagePath}/dependencies/third-parties${
      stage === 'due' ? '?due=true' : ''
    }`,
    severity: SEVERITY[stage],
    topic: TOPIC,
    // That it is due takes the place of that it comes up.
    scope: `continuity:saas-review:${hash}`,
  };
}
