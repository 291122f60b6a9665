import { createHash } from 'node:crypto';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Instant } from '@continuity/engine';
import {
  counted,
  cut,
  dayIn,
  momentIn,
  roughly,
  sentence,
  spanIn,
} from './words';
import type { FreezeNews, Recipient } from './freezeNews';
import type { NoticePayload } from './OwnerMail';

/** The notification backend keeps no longer ones. */
const LONGEST_TITLE = 255;
/** People can switch topics off one by one. */
const TOPIC = 'Freezes';
const TOPIC_LIFTED = 'Freezes lifted';

const SEVERITY = { block: 'high', approval: 'normal', warn: 'low' } as const;

const EFFECT = {
  block: (of: string) => `It blocks releases of ${of}.`,
  approval: (of: string) => `Releases of ${of} need approval meanwhile.`,
  warn: (of: string) => `It warns of releases of ${of}, and stops none.`,
};

/** What to do before it begins. */
const BEFORE = {
  block:
    'Release what must go out before it begins, or plan it for after its end.',
  approval: 'Get approval in time for what must go out meanwhile.',
  warn: 'Consider releasing before it begins, or after its end.',
};

/** What to do while it is in force. */
const MEANWHILE = {
  block: 'Plan releases for after its end.',
  approval: 'Get approval for what cannot wait for its end.',
  warn: 'Consider waiting for its end.',
};

/**
 * Says to its recipients what happened to a freeze: what, why, until when on the clock of
 * the window, and what to do next.
 *
 * @param context.now - when it is said; what was found may have had to wait
 * @param context.pagePath - where the page of Continuity is in the app
 * @returns what is sent to one of the recipients
 */
export function composeNotice(
  news: FreezeNews,
  { now, pagePath }: { now: Instant; pagePath: string },
): (recipient: Recipient) => NoticePayload {
  const title = titleOf(news, now);
  const when = whenItIs(news, now);
  const link = linkTo(news, pagePath);
  const rest = [
    ...whatElse(news),
    `Why: ${sentence(news.window.reason)}`,
    ...whatNext(news, now),
    `Calendar: ${sentence(news.calendar.title)}`,
  ];
  return recipient => ({
    title,
    description: [...when, ...forWhom(news, recipient), ...rest].join(' '),
    link,
    severity: isOver(news) ? 'low' : SEVERITY[news.window.enforcement],
    topic: news.kind === 'lifted' ? TOPIC_LIFTED : TOPIC,
    // Sent again, or with news of the same freeze, it takes the place of the last.
    scope: scopeOf(news, recipient),
  });
}

function titleOf(news: FreezeNews, now: Instant): string {
  const { kind, window, occurrence } = news;
  const start = Date.parse(occurrence.start);
  const at = momentIn(start, window.timezone);
  const heads = {
    upcoming: `Freeze begins ${at}`,
    reminder: `Freeze begins in ${roughly(start - now)}`,
    added: start <= now ? 'Freeze in force' : `New freeze ${at}`,
    moved: `Freeze moved to ${at}`,
    changed: 'Freeze changed',
    'called-off': 'Freeze called off',
    lifted: 'Freeze lifted',
  };
  return cut(`${heads[kind]}: ${window.title}`, LONGEST_TITLE);
}

function scopeOf({ thread }: FreezeNews, { owner }: Recipient): string {
  const hash = createHash('sha256').update(`${thread} ${owner}`).digest('hex');
  return `continuity:freeze:${hash}`;
}

function whenItIs(news: FreezeNews, now: Instant): string[] {
  const { kind, window, occurrence, before } = news;
  const zone = window.timezone;
  const span = spanIn(occurrence, zone);
  const end = `${momentIn(Date.parse(occurrence.end), zone)} (${zone})`;
  if (kind === 'lifted') {
    return [
      news.early
        ? `It is over before its end, which was to be ${end}.`
        : `It ended ${end}.`,
    ];
  }
  if (kind === 'called-off') {
    if (news.byScope) {
      return [`${span}: it is for none of your services any more.`];
    }
    return [
      news.onlyWarns
        ? `${span}: it only warns.`
        : `It does not take place ${span}.`,
    ];
  }
  return [
    Date.parse(occurrence.start) <= now ? `In force until ${end}.` : `${span}.`,
    ...(before ? itWas(before, news) : []),
    ...(news.byScope ? ['It is for services of yours from now on.'] : []),
  ];
}

function itWas(
  before: NonNullable<FreezeNews['before']>,
  { occurrence, window: { timezone } }: FreezeNews,
): string[] {
  if (before.enforcement !== undefined) {
    return [
      before.enforcement === 'block'
        ? 'Before, it was to block releases.'
        : 'Before, approval was enough.',
    ];
  }
  return [
    before.start === occurrence.start
      ? `Before, it was to end ${momentIn(Date.parse(before.end), timezone)}.`
      : `Before, it was to be ${spanIn(before, timezone)}.`,
  ];
}

function forWhom(
  news: FreezeNews,
  { owner, services, answers }: Recipient,
): string[] {
  const of = `${counted(services, 'service')} of ${nameOf(owner)}`;
  const own = isOver(news)
    ? `It was for ${of}.`
    : EFFECT[news.window.enforcement](of);
  const all =
    news.services === 0
      ? 'You answer for it, and it is for no service at present: check its scope.'
      : `You answer for it; it is for ${counted(
          news.services,
          'service',
        )} in all.`;
  return [...(services > 0 ? [own] : []), ...(answers ? [all] : [])];
}

function whatElse(news: FreezeNews): string[] {
  const { occurrence, more, routine, edit, next, window } = news;
  return [
    ...(occurrence.note === undefined ? [] : [sentence(occurrence.note)]),
    ...(more === undefined
      ? []
      : [
          `The same goes for ${counted(
            more,
            'more occurrence',
          )} of the window.`,
        ]),
    ...(routine
      ? ['It comes back soon after its end, which is not announced each time.']
      : []),
    ...(next ? [`It takes place next ${spanIn(next, window.timezone)}.`] : []),
    ...(edit
      ? [
          edit.comment === undefined
            ? `Changed by ${edit.by}.`
            : `Changed by ${edit.by}: ${sentence(edit.comment)}`,
        ]
      : []),
  ];
}

function whatNext(news: FreezeNews, now: Instant): string[] {
  const { kind, occurrence, window } = news;
  if (kind === 'lifted') {
    return [
      'Releases may go out again unless another freeze is in force; the calendar shows it.',
    ];
  }
  if (kind === 'called-off') {
    return [
      'Releases may go out then unless another freeze is in force; the calendar shows it.',
    ];
  }
  const steps = Date.parse(occurrence.start) <= now ? MEANWHILE : BEFORE;
  return [
    steps[window.enforcement],
    ...(window.rollbacksExempt && window.enforcement !== 'warn'
      ? ['Rollbacks may go ahead.']
      : []),
  ];
}

function isOver({ kind }: FreezeNews): boolean {
  return kind === 'lifted' || kind === 'called-off';
}

function nameOf(owner: string): string {
  const { namespace, name } = parseEntityRef(owner);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/**
 * The calendar page with the window open, on the day on which it begins. Relative to the
 * base URL of the app, as everything that shows or forwards notifications takes it.
 */
function linkTo(
  { calendar, window, occurrence }: FreezeNews,
  pagePath: string,
): string {
  const { start } = occurrence;
  const query = new URLSearchParams({
    date: dayIn(Date.parse(start), window.timezone),
    of: calendar.ref,
    window: window.id,
    at: start,
  });
  return `${pagePath}/calendar?${query}`;
}
