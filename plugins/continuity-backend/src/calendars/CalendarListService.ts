import type { CalendarSummary } from '@continuity/plugin-continuity-common';
import { type CatalogSnapshot, type LoadedProjection } from '../catalog';
import { catalogNeverRead } from '../entities';
import type { FleetVisibility } from '../fleet';
import { type Caller, toIso } from '../http';
import { mayKnowOf } from './calendarVisibility';

/** Every calendar, where it comes from and whether it can be read. */
export class CalendarListService {
  readonly #projection: LoadedProjection;
  readonly #visibility: Pick<FleetVisibility, 'visibleTo'>;

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
  }) {
    this.#projection = options.projection;
    this.#visibility = options.visibility;
  }

  /**
   * By title.
   *
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async list(caller: Caller): Promise<CalendarSummary[]> {
    const visible = await this.#visibility.visibleTo(caller);
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw catalogNeverRead(this.#projection);
    }
    return calendarSummaries(snapshot)
      .filter(({ ref }) => mayKnowOf(ref, visible))
      .sort(
        (a, b) => compareText(a.title, b.title) || compareText(a.ref, b.ref),
      );
  }
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
