import { NotFoundError } from '@backstage/errors';
import {
  type CalendarFinding,
  describeScope,
  type FreezeCalendar,
  type IndexedWindow,
  type Instant,
  lintCalendarInSteps,
} from '@continuity/engine';
import type {
  Calendar,
  CalendarSummary,
  CalendarWindow,
} from '@continuity/plugin-continuity-common';
import type {
  CatalogSnapshot,
  LoadedProjection,
  LoadedSnapshot,
} from '../catalog';
import { catalogNeverRead, type PortalIds } from '../entities';
import type { FleetVisibility, VisibleEntities } from '../fleet';
import { type Caller, toIso } from '../http';
import { mayKnowOf } from './calendarVisibility';
import { lintContext } from './lint/lintContext';
import { nextOccurrences } from './nextOccurrences';
import { createWindowPresenter, presentOccurrences } from './presentWindow';
import type { Counted, CountedServices } from './services/CountedServices';
import { selectServices } from './services/selectServices';
import { createTurns, inTurns } from './turns';

/** Every calendar, where it comes from and whether it can be read. */
export class CalendarService {
  readonly #options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    portalIds: PortalIds;
    now: () => Instant;
  };

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    portalIds: PortalIds;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * By title.
   *
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async list(caller: Caller): Promise<CalendarSummary[]> {
    const { snapshot, visible } = await this.#look(caller);
    return calendarSummaries(snapshot)
      .filter(({ ref }) => mayKnowOf(ref, visible))
      .sort(
        (a, b) => compareText(a.title, b.title) || compareText(a.ref, b.ref),
      );
  }

  /**
   * One calendar with its windows, and what the linter says of them.
   *
   * @throws NotFoundError when there is none, or it is hidden
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async byRef(ref: string, caller: Caller): Promise<Calendar> {
    const { snapshot, visible } = await this.#look(caller);
    const summary = calendarSummaries(snapshot).find(one => one.ref === ref);
    if (!summary || !mayKnowOf(ref, visible)) {
      throw new NotFoundError(
        `There is no calendar ${ref}, or you may not see it`,
      );
    }
    const at = this.#options.now();
    const counted = await this.#options.services.of(snapshot);
    const calendar = snapshot.calendars.find(one => one.ref === ref);
    return {
      ...summary,
      items: await this.#windows(ref, snapshot, counted, visible, at),
      findings: [
        ...unreadableFindings(summary),
        ...feedFindings(ref, snapshot),
        ...(calendar
          ? await this.#findings(calendar, snapshot, counted, visible, at)
          : []),
      ],
    };
  }

  async #look(
    caller: Caller,
  ): Promise<{ snapshot: LoadedSnapshot; visible: VisibleEntities }> {
    const { projection, visibility } = this.#options;
    const visible = await visibility.visibleTo(caller);
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    return { snapshot, visible };
  }

  async #windows(
    ref: string,
    snapshot: LoadedSnapshot,
    { index, reach }: Counted,
    visible: VisibleEntities,
    at: Instant,
  ): Promise<CalendarWindow[]> {
    const turn = createTurns();
    const mine = selectServices(index, visible, {});
    const present = createWindowPresenter(snapshot, this.#options.portalIds);
    const items: CalendarWindow[] = [];
    for (const indexed of windowsOf(ref, snapshot)) {
      await turn();
      const { window } = indexed;
      const { active } = snapshot.windows.stateOf(indexed, at);
      items.push({
        ...present(indexed),
        scope: describeScope(window.scope),
        services: (await reach.of(window.scope)).countIn(mine),
        ...(active && { active: presentOccurrences([active], window)[0] }),
        next: presentOccurrences(nextOccurrences(window, at), window),
      });
    }
    return items;
  }

  async #findings(
    calendar: FreezeCalendar,
    snapshot: LoadedSnapshot,
    counted: Counted,
    visible: VisibleEntities,
    at: Instant,
  ): Promise<CalendarFinding[]> {
    const context = await lintContext(snapshot, counted, visible, at, {
      calendars: [calendar],
    });
    return inTurns(
      lintCalendarInSteps(calendar, {
        ...context,
        // Which of them a peak is counted by is not known here; any may be.
        ...(calendar.origin.kind === 'business-function' && {
          holidays: snapshot.holidays.filter(({ ref }) =>
            mayKnowOf(ref, visible),
          ),
        }),
      }),
    );
  }
}

function windowsOf(
  ref: string,
  { windows }: Pick<LoadedSnapshot, 'windows'>,
): IndexedWindow[] {
  return windows.windows.filter(({ calendarRef }) => calendarRef === ref);
}

/** Why the newest version does not count is the first thing to correct. */
function unreadableFindings({
  state,
  problem,
  origin,
}: CalendarSummary): CalendarFinding[] {
  return state === 'good' || problem === undefined
    ? []
    : [
        {
          rule: 'invalid',
          severity: 'error',
          message: problem,
          remedy:
            origin.kind === 'feed'
              ? 'Have the feed corrected, or its address.'
              : 'Correct the declaration; it is read again with the next reading of the catalog.',
        },
      ];
}

/** What its feed holds that freezes nothing, or not as its publisher may think. */
function feedFindings(
  ref: string,
  { feeds }: Pick<LoadedSnapshot, 'feeds'>,
): readonly CalendarFinding[] {
  const of = feeds.followed.find(({ calendar }) => calendar.ref === ref);
  return of?.good?.findings ?? [];
}

/** Every calendar of a snapshot once, also when it has good and bad windows. */
export function calendarSummaries(
  snapshot: Pick<CatalogSnapshot, 'calendars' | 'unreadableCalendars'>,
): CalendarSummary[] {
  const summaries = new Map<string, CalendarSummary>();
  for (const { ref, title, owner, origin, windows } of snapshot.calendars) {
    summaries.set(ref, {
      ref,
      title,
      owner,
      origin,
      state: 'good',
      windows: windows.length,
    });
  }
  for (const unreadable of snapshot.unreadableCalendars) {
    const { ref, title, owner, origin, problem, lastGoodAt } = unreadable;
    const readable = summaries.get(ref);
    summaries.set(ref, {
      ref,
      title,
      owner,
      origin,
      windows: 0,
      ...readable,
      state: lastGoodAt === undefined ? 'closed' : 'degraded',
      problem,
      ...(lastGoodAt !== undefined && { lastGoodAt: toIso(lastGoodAt) }),
    });
  }
  return [...summaries.values()];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
