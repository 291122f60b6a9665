import {
  expandWindow,
  formatInstant,
  type FreezeWindow,
  type Occurrence,
} from '@continuity/engine';
import { UsageError } from '../../failures';
import { cronOf } from './cronOf';
import { keepsItsClock } from './keepsItsClock';
import { datedWindow, goDuration, type SyncWindowDraft } from './SyncWindow';

/** A window, and the calendar that it stands in. */
export interface ExportedWindow {
  calendarRef: string;
  window: FreezeWindow;
}

/** What is written out: moments up to `to` are dated where cron has no words for them. */
export interface ExportPeriod {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;
/** No window is computed beyond it. */
const LAST = Date.parse('2199-01-01T00:00:00Z');
/** How far is looked for an occurrence that the clocks change: each of their changes, twice. */
const CLOCKS_MS = 2 * 366 * DAY_MS;
/** Before the same date comes again, also where it is a leap year. */
const YEAR_MS = 364 * DAY_MS;
const NOT_RENEWED =
  'closed from here on until it is exported again: what comes later is not known here';
/** Argo CD goes through all of a project's windows for each application. */
const MOST = 500;

/**
 * The windows of one service in one place as sync windows of Argo CD, which for 364 days are
 * not open where the calendars are closed. Cron knows no year: after that, dated ones come
 * back and the closing one does not hold.
 *
 * What cron can say repeats without an end. All else is dated, in UTC, up to the end of the
 * period; from there on a last window denies everything, since an export that nobody
 * renewed knows nothing of what came after it.
 *
 * @throws UsageError where that would be too many
 */
export function planSyncWindows(
  windows: readonly ExportedWindow[],
  period: ExportPeriod,
): SyncWindowDraft[] {
  const plans = windows
    .filter(({ window }) => window.enforcement !== 'warn')
    .map(one => planOf(one, period));
  const drafts = plans.flatMap(plan => plan.drafts);
  if (drafts.length > MOST) {
    throw new UsageError(
      `--horizon: up to ${formatInstant(period.to)} there are ${
        drafts.length
      } windows that have to be dated; expected at most ${MOST}, so shorten it`,
    );
  }
  const opens = windows.some(
    ({ window: { effect, enforcement } }) =>
      effect === 'maintenance' && enforcement !== 'warn',
  );
  return [
    ...drafts,
    ...(opens && !drafts.some(({ kind }) => kind === 'allow')
      ? closedFrom(period.from, period.to, 'no maintenance window takes place')
      : []),
    ...(plans.some(({ isEndless }) => isEndless)
      ? closedFrom(period.to, period.from + YEAR_MS, NOT_RENEWED)
      : []),
  ];
}

/**
 * @returns `isEndless`: there is more to it after the period than the drafts say, or they
 * would open a year later
 */

function planOf(
  { calendarRef, window }: ExportedWindow,
  period: ExportPeriod,
): { drafts: SyncWindowDraft[]; isEndless: boolean } {
  const kind = window.effect === 'freeze' ? 'deny' : 'allow';
  const about = `${calendarRef}#${window.id} ${window.title}`;
  const dated = (occurrences: readonly Occurrence[], note = '') =>
    occurrences.flatMap(({ start, end }) => {
      const clipped = {
        start: Math.max(start, period.from),
        end: Math.min(end, period.to),
      };
      return datedWindow(kind, clipped, `${about}${note}`) ?? [];
    });
  const within = (to: number) => occurrencesOf(window, period.from, to);
  const allDated = () => ({
    drafts: dated(within(period.to)),
    isEndless: kind === 'allow' || goesOnAfter(window, period.to),
  });
  const cron = cronOf(window);
  const begun = Date.parse(`${window.start}Z`) + DAY_MS < period.from;
  if (cron === undefined || !begun) return allDated();
  const odd = within(period.from + CLOCKS_MS).filter(
    one => !keepsItsClock(one, cron, window.timezone),
  );
  // Where the clock makes an opening longer than it is, nothing can make it shorter again.
  if (kind === 'allow' && odd.length > 0) return allDated();
  const repeating = {
    kind,
    schedule: cron.schedule,
    duration: goDuration(cron.lengthMs),
    timeZone: window.timezone,
    about,
  } as const;
  return {
    drafts: [
      repeating,
      ...dated(
        odd.filter(({ start }) => start < period.to),
        ', where the clocks change',
      ),
    ],
    isEndless: odd.length > 0,
  };
}

function occurrencesOf(
  window: FreezeWindow,
  from: number,
  to: number,
): Occurrence[] {
  const { occurrences, truncated } = expandWindow(window, { from, to });
  if (truncated) {
    throw new UsageError(
      `--file: "${window.id}" takes place too often to be a sync window`,
    );
  }
  return occurrences;
}

function goesOnAfter(window: FreezeWindow, moment: number): boolean {
  const { occurrences, truncated } = expandWindow(window, {
    from: moment,
    to: LAST,
    limit: 1,
  });
  return occurrences.length > 0 || truncated;
}

function closedFrom(
  start: number,
  end: number,
  about: string,
): SyncWindowDraft[] {
  const closed = datedWindow('deny', { start, end }, about);
  return closed ? [closed] : [];
}
