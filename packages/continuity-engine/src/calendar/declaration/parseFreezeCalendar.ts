import { readShape, showValue, type Problem } from '../../time';
import { parseScope, type ScopeContext } from '../scope/parseScope';
import type { CalendarOrigin, FreezeCalendar, FreezeWindow } from '../types';
import {
  editUrlOf,
  namespaceOf,
  readIdentity,
  type CalendarEntity,
} from './calendarIdentity';
import { calendarShape } from './calendarShapes';
import { maskFeedUrl } from './feedUrl';
import { parseCalendarFeed, type CheckedFeed } from './parseCalendarFeed';
import {
  ownerRef,
  parseFreezeWindow,
  type WindowDefaults,
} from './parseFreezeWindow';

export type { CalendarEntity } from './calendarIdentity';

export interface CalendarParsingOptions {
  /**
   * The tiers that exist. When given, a scope that names another tier is a problem:
   * a misspelt tier would otherwise leave the window without anybody to freeze.
   */
  tierIds?: readonly string[];
}

/** A calendar that can be relied on, or everything that is wrong with it. */
export type CalendarReading =
  | {
      /** Without windows when it follows a feed. */
      calendar: FreezeCalendar;
      /** Present when its windows come from a feed. */
      feed?: CheckedFeed;
      problems: [];
    }
  | {
      calendar?: undefined;
      feed?: undefined;
      problems: [Problem, ...Problem[]];
    };

/**
 * Reads a `FreezeCalendar` entity and checks everything that expanding it relies
 * on. A calendar with any problem is not read at all; whoever asks has to treat it
 * as closing what it might cover: see `readCalendarScope`.
 *
 * A window's scope replaces the calendar's part by part. `spec.freezes` only draws
 * relations and does not change whom a window is for.
 */
export function parseFreezeCalendar(
  entity: CalendarEntity,
  options: CalendarParsingOptions = {},
): CalendarReading {
  const identity = readIdentity(entity);
  const reading = readShape(calendarShape, entity.spec, 'spec');
  if (!reading.ok) return refuse([...identity.problems, ...reading.problems]);
  const { owner: declaredOwner, timezone, windows, feed } = reading.value;
  const context: ScopeContext = {
    ...options,
    defaultNamespace: namespaceOf(entity),
  };
  const owner = ownerRef(declaredOwner, context.defaultNamespace);
  const scope = parseScope(reading.value.scope, 'spec.scope', context);
  const defaults = { ...context, timezone, owner, scope: scope.scope };
  const content =
    feed === undefined
      ? readWindows(windows, defaults)
      : readFeed(feed, windows, defaults);
  const problems = [
    ...identity.problems,
    ...scope.problems,
    ...content.problems,
  ];
  if (problems.length > 0 || !identity.ok) return refuse(problems);
  return {
    calendar: {
      ref: identity.ref,
      title: identity.title,
      owner,
      origin: originOf(entity, content.feed),
      windows: content.windows,
    },
    ...(content.feed && { feed: content.feed }),
    problems: [],
  };
}

interface Content {
  windows: FreezeWindow[];
  feed?: CheckedFeed;
  problems: Problem[];
}

function readWindows(
  declared: readonly unknown[] | undefined,
  defaults: WindowDefaults,
): Content {
  const windows: FreezeWindow[] = [];
  if (!declared) {
    const message =
      'is missing, and so is feed; expected one of them, e.g. a list of windows';
    return { windows, problems: [{ path: 'spec.windows', message }] };
  }
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  declared.forEach((value, index) => {
    const path = `spec.windows.${index}`;
    const result = parseFreezeWindow(value, path, defaults);
    if (!result.ok) {
      problems.push(...result.problems);
      return;
    }
    const { window } = result;
    const first = places.get(window.id);
    if (first !== undefined) {
      problems.push({
        path: `${path}.id`,
        message: `${showValue(
          window.id,
        )} stands at ${first} already; expected each id once`,
      });
    }
    places.set(window.id, path);
    windows.push(window);
  });
  return { windows, problems };
}

function readFeed(
  declared: unknown,
  windows: readonly unknown[] | undefined,
  defaults: WindowDefaults,
): Content {
  const beside: Problem[] = windows
    ? [
        {
          path: 'spec.feed',
          message:
            'stands beside windows; expected one of them, or two calendars',
        },
      ]
    : [];
  const result = parseCalendarFeed(declared, 'spec.feed', defaults);
  return result.ok
    ? { windows: [], feed: result.feed, problems: beside }
    : { windows: [], problems: [...beside, ...result.problems] };
}

function originOf(
  entity: CalendarEntity,
  feed: CheckedFeed | undefined,
): CalendarOrigin {
  const editUrl = editUrlOf(entity);
  return {
    ...(feed
      ? { kind: 'feed' as const, url: maskFeedUrl(feed.url) }
      : { kind: 'catalog' as const }),
    ...(editUrl !== undefined && { editUrl }),
  };
}

function refuse(problems: Problem[]): CalendarReading {
  const [first, ...rest] = problems;
  return { problems: [first, ...rest] };
}
