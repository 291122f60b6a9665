import { InputError, NotFoundError } from '@backstage/errors';
import type { IndexedWindow } from '@continuity/engine';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import {
  type LoadedProjection,
  type LoadedSnapshot,
  presentUnreadable,
} from '../../catalog';
import type { ContinuitySettings } from '../../config';
import { catalogNeverRead, type PortalIds } from '../../entities';
import type { FleetVisibility } from '../../fleet';
import { type Access, type Caller, toIso } from '../../http';
import { mayKnowOf } from '../calendarVisibility';
import { createWindowPresenter } from '../presentWindow';
import type { CountedServices } from '../services/CountedServices';
import type { PositionSet } from '../services/PositionSet';
import { isNarrowed, selectServices } from '../services/selectServices';
import { UNCLASSIFIED } from '../services/ServiceIndex';
import { createTurns } from '../turns';
import { expandPeriod } from './expandPeriod';
import type { ViewQuery } from './readViewQuery';
import { viewFilters } from './viewFilters';
import { rowTitles, viewRows } from './viewRows';

/** More are not returned; `truncated` says so. */
const AT_MOST = 20_000;

/** When what takes place for whom: the calendar page. */
export class CalendarViewService {
  readonly #options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    access: Pick<Access, 'assertVisible'>;
    services: CountedServices;
    portalIds: PortalIds;
    settings: Pick<ContinuitySettings, 'tiers'>;
  };

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    access: Pick<Access, 'assertVisible'>;
    services: CountedServices;
    portalIds: PortalIds;
    settings: Pick<ContinuitySettings, 'tiers'>;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the query asks about an entity that is no service, or is
   * hidden
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async view(query: ViewQuery, caller: Caller): Promise<CalendarView> {
    const { access, projection, services, visibility } = this.#options;
    const { period, selection } = query;
    const [visible] = await Promise.all([
      visibility.visibleTo(caller),
      selection.entity === undefined
        ? undefined
        : access.assertVisible(selection.entity, caller),
    ]);
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    const counted = await services.of(snapshot);
    requireService(snapshot, selection.entity);
    requireOneOf('tier', selection.tier, this.#tiers());
    const mine = selectServices(counted.index, visible, {});
    const chosen = selectServices(counted.index, visible, selection);

    const turn = createTurns();
    // Windows of equal scope share the services that they are for.
    const counts = new Map<PositionSet, number>();
    const candidates: { indexed: IndexedWindow; services: number }[] = [];
    for (const indexed of snapshot.windows.windows) {
      if (passes(indexed, query)) {
        const bound = await counted.reach.of(indexed.window.scope, selection);
        const count = counts.get(bound) ?? bound.countIn(chosen);
        counts.set(bound, count);
        // Without a filter one that is for nobody shows too: its author wants to know.
        const isShown =
          count > 0 ||
          (!isNarrowed(selection) && mayKnowOf(indexed.calendarRef, visible));
        if (isShown) {
          candidates.push({ indexed, services: count });
        }
        await turn();
      }
    }
    const expansion = await expandPeriod(
      snapshot.windows,
      candidates.map(({ indexed }) => indexed),
      period,
      AT_MOST,
    );
    const shown = expansion.takingPlace.map(at => candidates[at]);
    const positions = new Map(
      expansion.takingPlace.map((candidate, at) => [candidate, at]),
    );
    const present = createWindowPresenter(snapshot, this.#options.portalIds);
    const tiers = this.#tiers();
    return {
      from: toIso(period.start),
      to: toIso(period.end),
      windows: shown.map(({ indexed, services: count }) => ({
        ...present(indexed),
        services: count,
      })),
      occurrences: expansion.occurrences.map(({ window, occurrence }) => ({
        window: positions.get(window) ?? -1,
        start: toIso(occurrence.start),
        end: toIso(occurrence.end),
        startLocal: occurrence.startLocal,
        endLocal: occurrence.endLocal,
        note: occurrence.note,
        title: occurrence.title,
      })),
      truncated: expansion.truncated,
      ...(query.rows && {
        rows: await viewRows(
          query.rows,
          counted,
          shown.map(({ indexed }) => indexed.window.scope),
          chosen,
          selection,
          tiers,
          rowTitles(query.rows, snapshot, tiers),
        ),
      }),
      filters: viewFilters(
        counted.index,
        mine,
        snapshot.calendars.filter(({ ref }) => mayKnowOf(ref, visible)),
        tiers,
      ),
      unreadableCalendars: snapshot.unreadableCalendars
        .filter(({ ref }) => mayKnowOf(ref, visible))
        .map(presentUnreadable),
    };
  }

  /** In the order of the tiers, `unclassified` last. */
  #tiers(): { id: string; title: string }[] {
    return [
      ...this.#options.settings.tiers.tiers.map(({ id, title }) => ({
        id,
        title,
      })),
      { id: UNCLASSIFIED, title: 'Unclassified' },
    ];
  }
}

function requireService(
  snapshot: LoadedSnapshot,
  entityRef: string | undefined,
): void {
  if (entityRef !== undefined && !snapshot.services.has(entityRef)) {
    throw new NotFoundError(
      `entity: ${entityRef} is not among the services of the catalog as read at ${toIso(
        snapshot.readAt,
      )}. Components, Resources, Systems and APIs are; a new one appears with the next reading.`,
    );
  }
}

/** Of what is settled by configuration a wrong name is a mistake, not an empty answer. */
function requireOneOf(
  field: string,
  value: string | undefined,
  known: readonly { id: string }[],
): void {
  if (value !== undefined && !known.some(({ id }) => id === value)) {
    throw new InputError(
      `${field}: "${value}" is not one of ${known
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
}

/** The filters that look at the window itself. */
function passes(
  { calendarRef, window }: IndexedWindow,
  { calendar, effect, enforcement, text }: ViewQuery,
): boolean {
  return (
    (calendar === undefined || calendarRef === calendar) &&
    (effect === undefined || window.effect === effect) &&
    (enforcement === undefined || window.enforcement === enforcement) &&
    (text === undefined ||
      `${window.title}\n${window.reason}`
        .toLocaleLowerCase('en-US')
        .includes(text))
  );
}
