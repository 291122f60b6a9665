import type { HttpRouterService } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';

const FEEDS = '/calendar-feeds';

/** Whatever follows the path of the feeds, up to a query. */
const TOKEN = new RegExp(`(${FEEDS}/)[^?#]*`, 'i');

/**
 * The log of requests writes the address when a request is done, as it was asked for.
 * From here on that has a mask where the token was; what routes look at keeps it.
 */
export const hideFeedToken: RequestHandler = (req, _res, next) => {
  req.originalUrl = req.originalUrl.replace(TOKEN, '$1[masked]');
  next();
};

/**
 * Lets calendar programs, which have no session, reach the feeds; and nothing else. Has
 * to be mounted before the rest.
 */
export function admitCalendarPrograms(
  router: Pick<HttpRouterService, 'addAuthPolicy' | 'use'>,
): void {
  router.addAuthPolicy({
    path: `${FEEDS}/:token`,
    allow: 'unauthenticated',
  });
  router.use(hideFeedToken);
}
