import type { Letter, NoticePayload } from '../OwnerMail';
import { cut, sentence } from '../words';
import type { ExemptionNews, LostLevelNews } from './scorecardNews';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
const LONGEST_DESCRIPTION = 1_000;
/** People can switch topics off one by one. */
const TOPIC = 'Scorecards';

/**
 * What the owner of a service is told when it lost a level: which, why, and what to do
 * next. Nobody is told when it is the scorecard that changed, or before it counts.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeLostLevel(
  news: LostLevelNews,
  pagePath: string,
): Letter[] {
  const { owner, inForce, cause, because } = news;
  if (owner === undefined || !inForce || cause === 'scorecard') return [];
  const now =
    news.level === undefined
      ? 'It is not even on the lowest level now.'
      : `It is on "${news.level}" now.`;
  const why = because
    .slice(0, 2)
    .flatMap(({ reason, remedy }) => [reason, ...(remedy ? [remedy] : [])])
    .map(text => sentence(text.replace(/\s+/g, ' ')));
  return [
    {
      owner,
      payload: {
        title: cut(
          `Level lost: ${news.entityRef} is not "${
            news.before ?? 'as high as before'
          }" on ${news.title} any more`,
          LONGEST_TITLE,
        ),
        description: cut([now, ...why].join(' '), LONGEST_DESCRIPTION),
        link: entityPage(pagePath, news),
        severity: 'high',
        topic: TOPIC,
        // What is newest of a service takes the place of what was.
        scope: `continuity:scorecard:${news.scorecard}:${news.entityRef}`,
      },
    },
  ];
}

/** Whoever decides is told of a request, and whoever asked of the decision. */
export function composeExemption(
  news: ExemptionNews,
  pagePath: string,
): Letter[] {
  const letter = (
    owner: string,
    head: string,
    description: string,
    severity: NoticePayload['severity'],
  ): Letter => ({
    owner,
    payload: {
      title: cut(`${head}: ${news.check} of ${news.entityRef}`, LONGEST_TITLE),
      description: cut(description.replace(/\s+/g, ' '), LONGEST_DESCRIPTION),
      link: entityPage(pagePath, news),
      severity,
      topic: TOPIC,
      scope: `continuity:scorecard-exemption:${news.id}`,
    },
    // Whoever did it knows.
    ...(news.by.startsWith('user:') && { except: news.by }),
  });
  const requester = news.requestedBy.startsWith('user:')
    ? news.requestedBy
    : undefined;
  switch (news.step) {
    case 'requested':
      return news.decider === undefined
        ? []
        : [
            letter(
              news.decider,
              'Exemption waits for your decision',
              `${news.requestedBy} asks for it until ${news.until} on ${
                news.title
              }: ${sentence(news.reason)} Approve or refuse it.`,
              'normal',
            ),
          ];
    case 'approved':
      return requester === undefined
        ? []
        : [
            letter(
              requester,
              'Exemption approved',
              `It holds until ${news.until}, and changes no score. ${
                news.comment ? sentence(news.comment) : ''
              }`,
              'normal',
            ),
          ];
    case 'refused':
      return requester === undefined
        ? []
        : [
            letter(
              requester,
              'Exemption refused',
              `${
                news.comment ? sentence(news.comment) : ''
              } The check is still asked; see its remedy.`,
              'normal',
            ),
          ];
    case 'revoked':
      return requester === undefined || requester === news.by
        ? []
        : [
            letter(
              requester,
              'Exemption ended',
              `${
                news.revocation ? sentence(news.revocation) : ''
              } The check is asked again; see its remedy.`,
              'normal',
            ),
          ];
    default:
      return [];
  }
}

function entityPage(
  pagePath: string,
  { scorecard, entityRef }: { scorecard: string; entityRef: string },
): string {
  return `${pagePath}/scorecards/${scorecard}?entity=${encodeURIComponent(
    entityRef,
  )}`;
}
