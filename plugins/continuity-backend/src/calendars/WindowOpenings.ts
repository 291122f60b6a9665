import {
  createWindowIndex,
  type FreezeCalendar,
  type FreezeWindow,
  type IndexedWindow,
  type Instant,
  type WindowState,
  windowsInScope,
  windowTimeline,
  type WindowIndex,
  type WindowSubject,
} from '@continuity/engine';
import type { LoadedProjection } from '../catalog';
import { catalogNeverRead } from '../entities';
import type { FleetVisibility } from '../fleet';
import type { Caller } from '../http';
import type { Opening, OpeningCheck, WindowEdit } from './PortalWindowService';
import type { CountedServices } from './services/CountedServices';
import { groupServices } from './services/groupServices';
import { PositionSet } from './services/PositionSet';
import { type ScopeReach, subjectsOf } from './services/ScopeReach';
import { createTurns } from './turns';

/** Ordered: the later, the more is closed. */
const STATES: readonly WindowState[] = ['open', 'warn', 'approval', 'block'];

/** More names do not help anybody to decide. */
const NAMED = 5;

/**
 * Tells what an edit of a portal window opens at once: services that are closed now, to
 * a release of some class to some of their regions, and would be less so after it.
 *
 * Of services that the caller may not see nothing is told, not even whether there are
 * any: whom a scope is for would tell what is written in them. What may open them is
 * judged by the window alone.
 */
export class WindowOpenings implements OpeningCheck {
  readonly #projection: LoadedProjection;
  readonly #services: CountedServices;
  readonly #visibility: Pick<FleetVisibility, 'visibleTo'>;
  readonly #now: () => Instant;

  constructor(options: {
    projection: LoadedProjection;
    services: CountedServices;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    now: () => Instant;
  }) {
    this.#projection = options.projection;
    this.#services = options.services;
    this.#visibility = options.visibility;
    this.#now = options.now;
  }

  /** @throws ServiceUnavailableError while the catalog has never been read */
  async openedBy(
    edit: WindowEdit,
    caller: Caller,
  ): Promise<Opening | undefined> {
    const at = this.#now();
    const { before, after } = edit;
    const opens = [
      ...(before && mayOpenByGoing(before, at) ? [before] : []),
      ...(after && mayOpenByComing(after, at) ? [after] : []),
    ];
    if (opens.length === 0) {
      return undefined;
    }
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw catalogNeverRead(this.#projection);
    }
    const { index, reach } = await this.#services.of(snapshot);
    const drafts = reach.forDrafts();
    let concerned = PositionSet.none(index.size);
    for (const { scope } of opens) {
      concerned = concerned.or(await drafts.of(scope));
    }
    const others = await relevantNow(
      snapshot.windows.statesAt(at),
      edit,
      reach,
      concerned,
    );
    const groups = await groupServices(
      index,
      [
        ...others.map(({ scope }) => ({ scope, reach })),
        ...[before, after].flatMap(window =>
          window ? [{ scope: window.scope, reach: drafts }] : [],
        ),
      ],
      concerned,
    );
    const now = judgeAt(at, before ? [...others, before] : others);
    const then = judgeAt(at, after ? [...others, after] : others);
    const opened: number[] = [];
    const turn = createTurns();
    for (const { service, positions } of groups) {
      for (const subject of subjectsOf(service)) {
        await turn();
        if (isOpening(now(subject), then(subject))) {
          opened.push(...positions);
          break;
        }
      }
    }
    const visible = await this.#visibility.visibleTo(caller);
    return describe(
      opened
        .sort((a, b) => a - b)
        .map(position => index.rows[position].service.entityRef)
        .filter(ref => visible === 'all' || visible.has(ref)),
      visible !== 'all' && mayOpenUnseen(edit, at),
    );
  }
}

function describe(
  refs: readonly string[],
  perhapsMore: boolean,
): Opening | undefined {
  const parts: string[] = [];
  if (refs.length > 0) {
    const named = refs.slice(0, NAMED).join(', ');
    const more = refs.length - NAMED;
    parts.push(
      `${refs.length} ${refs.length === 1 ? 'service' : 'services'} (${named}${
        more > 0 ? ` and ${more} more` : ''
      })`,
    );
  }
  if (perhapsMore) {
    parts.push('perhaps services that you may not see');
  }
  return parts.length === 0 ? undefined : { summary: parts.join(', and ') };
}

/** Whether an edit could open something for somebody, judged by the window alone. */
function mayOpenUnseen({ before, after }: WindowEdit, at: Instant): boolean {
  if (before && after && saysAsMuch(before, after, at)) {
    return false;
  }
  return (
    (before !== undefined && mayOpenByGoing(before, at)) ||
    (after !== undefined && mayOpenByComing(after, at))
  );
}

/** Whether a later version closes now at least what the earlier one closed. */
function saysAsMuch(
  before: FreezeWindow,
  after: FreezeWindow,
  at: Instant,
): boolean {
  return (
    after.effect === before.effect &&
    isActive(after, at) === isActive(before, at) &&
    STATES.indexOf(after.enforcement) >= STATES.indexOf(before.enforcement) &&
    JSON.stringify(after.scope) === JSON.stringify(before.scope)
  );
}

/** A freeze that is in force closes, and so does a maintenance window that is not. */
function mayOpenByGoing(window: FreezeWindow, at: Instant): boolean {
  return (
    window.enforcement !== 'warn' &&
    isActive(window, at) === (window.effect === 'freeze')
  );
}

/** Only a maintenance window that is in force lets anything through. */
function mayOpenByComing(window: FreezeWindow, at: Instant): boolean {
  return window.effect === 'maintenance' && isActive(window, at);
}

function isActive(window: FreezeWindow, at: Instant): boolean {
  const index = indexOf([window]);
  return index.occurrencesAt(index.windows[0], at).active !== undefined;
}

/** The other windows that have a say now about the services that are concerned. */
async function relevantNow(
  states: readonly (IndexedWindow & { active?: object })[],
  edit: WindowEdit,
  reach: ScopeReach,
  concerned: PositionSet,
): Promise<FreezeWindow[]> {
  const relevant: FreezeWindow[] = [];
  for (const { calendarRef, window, active } of states) {
    const isEdited =
      calendarRef === edit.calendarRef && window.id === edit.before?.id;
    const hasSay = window.effect === 'maintenance' || active !== undefined;
    if (
      !isEdited &&
      hasSay &&
      (await reach.of(window.scope)).countIn(concerned) > 0
    ) {
      relevant.push(window);
    }
  }
  return relevant;
}

function judgeAt(
  at: Instant,
  windows: readonly FreezeWindow[],
): (subject: WindowSubject) => WindowState {
  const index = indexOf(windows);
  return subject =>
    windowTimeline(index, windowsInScope(index, subject), {
      start: at,
      end: at + 1,
    }).stateAt(at);
}

function isOpening(now: WindowState, then: WindowState): boolean {
  return (
    (now === 'approval' || now === 'block') &&
    STATES.indexOf(then) < STATES.indexOf(now)
  );
}

function indexOf(windows: readonly FreezeWindow[]): WindowIndex {
  // Ids need not differ across calendars; an index tells windows apart by themselves.
  const calendar: FreezeCalendar = {
    ref: 'portalcalendar:default/now',
    title: 'Now',
    owner: 'group:default/now',
    origin: { kind: 'portal' },
    windows: [...windows],
  };
  return createWindowIndex([calendar]);
}
