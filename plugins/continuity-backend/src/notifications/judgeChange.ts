import type { Instant, Occurrence } from '@continuity/engine';
import {
  announce,
  type Announcement,
  factsOf,
  threadOf,
  type WindowIdentity,
} from './Announcement';
import { type Audience, splitAudience } from './Concerned';
import { differenceOf, type Finding, findingOf, moreThan } from './findingOf';
import type { FreezeNews } from './freezeNews';

/** A window at one look. */
export interface ObservedWindow extends WindowIdentity {
  /**
   * When it takes place within the notice period, earliest first; what is in force is
   * among them. Empty when it is of a kind that nobody is told of.
   */
  times: Occurrence[];
  audience: Audience;
}

/** A window that differs from what it was at the last look. */
export interface WindowChange {
  /** Absent: it is new. */
  before?: ObservedWindow;
  /** Absent: it is gone. */
  after?: ObservedWindow & {
    /** When it takes place next, however late. */
    next?: Occurrence;
    /** It takes place once at most. */
    isSingle: boolean;
    /** It takes place as before, but is of a kind that only warns. */
    onlyWarns: boolean;
    /** Whether it had taken place shortly before, so that it is not announced each time. */
    isRoutine(occurrence: Occurrence): boolean;
  };
  /** What people were told of it. */
  announced: readonly Announcement[];
  /** Who changed it, and why; known of windows of the portal. */
  edit?: FreezeNews['edit'];
}

/** What is to be said of a change, and what is remembered of it. */
export interface ChangeVerdict {
  news: FreezeNews[];
  announced: Announcement[];
  ended: string[];
}

/**
 * What owners are to know of a change of a window: that a freeze within the notice period
 * was added, moved, changed or called off, or that it begins or ceases to be for them.
 * One piece of news for each window and owner, whatever the number of occurrences.
 */
export function judgeChange(
  change: WindowChange,
  context: { now: Instant; reminders: readonly number[] },
): ChangeVerdict {
  const { after, announced, edit } = change;
  const before =
    change.before && change.before.times.length > 0 ? change.before : undefined;
  const current = after && after.times.length > 0 ? after : undefined;
  if (!before && !current) {
    return { news: [], announced: [], ended: [] };
  }
  const difference = differenceOf(before?.times ?? [], current?.times ?? []);
  const rows = new Map(announced.map(row => [row.start, row]));
  const finding = findingOf(change, difference, rows, context.now);
  const threadIn = (of: WindowIdentity, occurrence: Occurrence) => {
    // A freeze that is moved goes on under the thread that people know it by.
    const isMoved =
      finding?.kind === 'moved' && finding.occurrence === occurrence;
    const { start } = isMoved ? difference.gone[0] : occurrence;
    return rows.get(start)?.facts.thread ?? threadOf(of, occurrence);
  };
  const say = (
    of: ObservedWindow,
    { kind, occurrence, about }: Omit<Finding, 'of'>,
    audience: Audience,
  ): FreezeNews[] =>
    audience.recipients.length === 0
      ? []
      : [
          {
            ...factsOf(of, occurrence, audience, threadIn(of, occurrence)),
            kind,
            ...about,
            ...(edit && { edit }),
          },
        ];

  const news: FreezeNews[] = [];
  const told: Occurrence[] = [];
  const { stayers, newcomers, leavers } = audiencesOf(before, current);
  const subject = finding && (finding.of === 'after' ? after : before);
  if (finding && subject) {
    news.push(...say(subject, finding, stayers));
    told.push(finding.occurrence);
  }
  if (current && newcomers) {
    const [first, ...others] = current.times;
    news.push(
      ...say(
        current,
        {
          kind: 'added',
          occurrence: first,
          about: { byScope: true, ...moreThan(others.length) },
        },
        newcomers,
      ),
    );
    if (newcomers.recipients.length > 0) {
      told.push(first);
    }
  }
  if (before && leavers) {
    const [first, ...others] = before.times;
    news.push(
      ...say(
        before,
        {
          kind: 'called-off',
          occurrence: first,
          about: { byScope: true, ...moreThan(others.length) },
        },
        leavers,
      ),
    );
  }
  const remembered = current
    ? current.times.flatMap(occurrence => {
        const isKnown = rows.has(occurrence.start) || told.includes(occurrence);
        const isNew = difference.come.includes(occurrence);
        if (!isKnown && !(isNew && after && !after.isRoutine(occurrence))) {
          return [];
        }
        const thread = threadIn(current, occurrence);
        const facts = factsOf(current, occurrence, current.audience, thread);
        return [announce(facts, occurrence, context.reminders, context.now)];
      })
    : [];
  const kept = new Set(remembered.map(({ facts }) => facts.thread));
  return {
    news,
    announced: remembered,
    ended: difference.gone.flatMap(({ start }) => {
      const thread = rows.get(start)?.facts.thread;
      return thread === undefined || kept.has(thread) ? [] : [thread];
    }),
  };
}

/**
 * Who was told before and is to know, and whose services came under the window or are no
 * longer. Those who answer for it come and go with its owner; that is no news.
 */
function audiencesOf(
  before: ObservedWindow | undefined,
  after: ObservedWindow | undefined,
): { stayers: Audience; newcomers?: Audience; leavers?: Audience } {
  if (!before || !after) {
    const audience = (after ?? before)?.audience;
    return { stayers: audience ?? { services: 0, recipients: [] } };
  }
  const now = splitAudience(after.audience, before.audience);
  const { only } = splitAudience(before.audience, after.audience);
  return {
    stayers: now.also,
    newcomers: withServices(now.only),
    leavers: withServices(only),
  };
}

function withServices({ services, recipients }: Audience): Audience {
  return {
    services,
    recipients: recipients.filter(one => one.services > 0),
  };
}
