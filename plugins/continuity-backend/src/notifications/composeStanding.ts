import { createHash } from 'node:crypto';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Instant } from '@continuity/engine';
import type { NoticePayload } from './OwnerMail';
import { cut, momentIn, sentence } from './words';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
/** The rest stands on the calendar page. */
const LONGEST_PROBLEM = 500;
/** People can switch topics off one by one. */
const TOPIC = 'Calendars that cannot be read';

/** How something that decides what is frozen stands now. */
export interface StandingNews {
  ref: string;
  title: string;
  /** Canonical ref of who answers for it. */
  owner: string;
  /**
   * `degraded`: its last good windows stay in force. `closed`: it was never good, so it
   * closes what it is for. `recovered`: it counts again as it is.
   */
  state: 'degraded' | 'closed' | 'recovered';
  /** Why it cannot be read or fetched. */
  problem?: string;
  /** Since when what counts is not known to be the newest. */
  lastGoodAt?: Instant;
}

const HEADS = {
  degraded: 'Degraded',
  closed: 'Closed because it cannot be read',
  recovered: 'Recovered',
};

const SEVERITY = {
  degraded: 'normal',
  closed: 'high',
  recovered: 'low',
} as const;

const HOLIDAYS = 'holidaycalendar';

const WHAT: Record<string, string> = {
  businessfunction: 'business function',
  freezecalendar: 'calendar',
  [HOLIDAYS]: 'holiday calendar',
};

/**
 * Says to an owner what became of a calendar: what, why, what counts meanwhile, and what
 * to do next.
 *
 * @param pagePath - where the page of Continuity is in the app
 */
export function composeStanding(
  news: StandingNews,
  pagePath: string,
): NoticePayload {
  const { ref, title, owner, state } = news;
  const hash = createHash('sha256').update(`${ref} ${owner}`).digest('hex');
  return {
    title: cut(`${HEADS[state]}: ${title}`, LONGEST_TITLE),
    description: sentencesOf(news).join(' '),
    link: linkTo(ref, pagePath),
    severity: SEVERITY[state],
    topic: TOPIC,
    // What becomes of it next takes its place.
    scope: `continuity:calendar:${hash}`,
  };
}

function isHolidays(ref: string): boolean {
  return parseEntityRef(ref).kind === HOLIDAYS;
}

/** Holidays have no windows of their own; the peaks that they are for stand among all. */
function linkTo(ref: string, pagePath: string): string {
  const page = `${pagePath}/calendar`;
  return isHolidays(ref)
    ? page
    : `${page}?${new URLSearchParams({ calendar: ref })}`;
}

function sentencesOf({
  ref,
  state,
  problem,
  lastGoodAt,
}: StandingNews): string[] {
  const what = WHAT[parseEntityRef(ref).kind] ?? 'calendar';
  const holidays = isHolidays(ref);
  if (state === 'recovered') {
    return [
      `The ${what} ${ref} can be read again, and counts as it is. Nothing has to be done.`,
    ];
  }
  const why =
    problem === undefined
      ? []
      : [sentence(cut(problem, LONGEST_PROBLEM).replace(/\s+/g, ' '))];
  const mend = holidays
    ? 'Mend it where it is kept; the calendar page shows whose peaks are counted by it.'
    : 'Mend it where it is kept, or the feed that it follows; the calendar page shows what is wrong.';
  if (state === 'closed') {
    return [
      `The ${what} ${ref} cannot be read, and never could.`,
      ...why,
      holidays
        ? 'Nobody knows which days are worked, so where peaks that are counted by it freeze, whatever supports their business functions is closed until it is mended.'
        : 'Nobody knows what it freezes, so everything that it may be for is closed until it is mended.',
      mend,
    ];
  }
  const since =
    lastGoodAt === undefined ? '' : ` of ${momentIn(lastGoodAt, 'UTC')} UTC`;
  return [
    `The newest version of the ${what} ${ref} cannot be read${
      holidays ? '' : ' or fetched'
    }.`,
    ...why,
    holidays
      ? `Peaks are counted by the days off that were good last${since}, and nothing newer counts.`
      : `What was good last${since} stays in force, and nothing newer counts.`,
    mend,
  ];
}
