import { readShape, showValue, type Problem } from '../../time';
import {
  inheritScope,
  parseScope,
  type ScopeContext,
} from '../scope/parseScope';
import type {
  CalendarFeedDeclaration,
  Enforcement,
  WindowEffect,
  WindowScope,
} from '../types';
import { feedShape } from './calendarShapes';
import { feedUrlProblem } from './feedUrl';
import { within } from './within';

/** A feed, checked: what has to be known to fetch it and make windows of its events. */
export interface CheckedFeed extends CalendarFeedDeclaration {
  effect: WindowEffect;
  enforcement: Enforcement;
  /** IANA zone for times that name none. */
  timezone: string;
  /** Whom the events are for; `scopes` replace it part by part. All refs are canonical. */
  scope: WindowScope;
}

/** Reads the `feed` of a calendar. */
export function parseCalendarFeed(
  value: unknown,
  path: string,
  calendar: { timezone: string; scope: WindowScope } & ScopeContext,
): { ok: true; feed: CheckedFeed } | { ok: false; problems: Problem[] } {
  const reading = readShape(feedShape, value, path);
  if (!reading.ok) return reading;
  const { url, reason, effect, enforcement, categories, scopes } =
    reading.value;
  const problems: Problem[] = [];
  const wrongUrl = feedUrlProblem(url);
  if (wrongUrl !== undefined) {
    problems.push({ path: within(path, 'url'), message: wrongUrl });
  }
  const places = new Map<string, string>();
  const checkedScopes = scopes?.map(({ category, scope }, index) => {
    const place = within(path, 'scopes', index);
    const first = places.get(category);
    if (first !== undefined) {
      problems.push({
        path: within(place, 'category'),
        message: `${showValue(
          category,
        )} stands at ${first} already; expected each category once`,
      });
    }
    places.set(category, place);
    const own = parseScope(scope, within(place, 'scope'), calendar);
    problems.push(...own.problems);
    return { category, scope: own.scope };
  });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    feed: {
      url,
      reason,
      effect: effect ?? 'freeze',
      enforcement: enforcement ?? 'block',
      ...(categories && { categories }),
      ...(checkedScopes && { scopes: checkedScopes }),
      timezone: calendar.timezone,
      scope: inheritScope({}, calendar.scope),
    },
  };
}
