import { InputError, NotFoundError } from '@backstage/errors';
import {
  durationMs,
  DURATION_EXPECTATION,
  formatProblem,
  type Instant,
  type Interval,
  isDuration,
  type PlannedChange,
  type ReleaseClass,
  showValue,
  simulateInSteps,
  type WindowSubject,
} from '@continuity/engine';
import type {
  Simulation,
  SimulationRequest,
  WindowDraft,
} from '@continuity/plugin-continuity-common';
import {
  type CatalogService,
  type LoadedProjection,
  type LoadedSnapshot,
  presentUnreadable,
} from '../../catalog';
import { catalogNeverRead } from '../../entities';
import type { FleetVisibility, VisibleEntities } from '../../fleet';
import {
  type Caller,
  canonicalRef,
  END_OF_TIME,
  MAX_PERIOD_DAYS,
  parseInstant,
  plainText,
  readPeriod,
  toIso,
} from '../../http';
import { mayKnowOf } from '../calendarVisibility';
import type { DraftReader, ReadDraft } from '../readDraft';
import type { CountedServices } from '../services/CountedServices';
import { subjectsOf } from '../services/ScopeReach';
import { UNCLASSIFIED } from '../services/ServiceIndex';
import {
  selectServices,
  type ServiceSelection,
} from '../services/selectServices';
import { inTurns } from '../turns';
import { countingWindows, windowsWithASay } from './countingWindows';
import { presentChanges } from './presentChanges';
import { scopedServices } from './scopedServices';

const MAX_DISTANCE_MS = MAX_PERIOD_DAYS * 86_400_000;

/** A request, read. */
interface Question {
  selection: ServiceSelection;
  environment: string;
  releaseClass: ReleaseClass;
  period: Interval;
  slotMs?: number;
}

/** What is frozen when and by what, and what a draft would change. Saves nothing. */
export class SimulationService {
  readonly #options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    drafts: DraftReader;
    tierIds: readonly string[];
    now: () => Instant;
  };

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    drafts: DraftReader;
    /** Tiers that a selection may name. */
    tierIds: readonly string[];
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * @throws InputError that names the field that is wrong
   * @throws NotFoundError when a service is asked for that is not there, or is hidden
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async simulate(
    request: SimulationRequest,
    caller: Caller,
  ): Promise<Simulation> {
    const { projection, visibility, services, tierIds, now } = this.#options;
    const question = readQuestion(request, tierIds);
    const { environment, period, releaseClass } = question;
    const [draft, visible] = await Promise.all([
      this.#draft(request.draft, caller),
      visibility.visibleTo(caller),
    ]);
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    requireService(snapshot, visible, question);
    const planned = readPlanned(request, question, snapshot, visible);
    const counted = await services.of(snapshot);
    const chosen = selectServices(counted.index, visible, {
      ...question.selection,
      environment,
    });
    const at = now();
    const windows = countingWindows(snapshot, draft?.before);
    const bearing = await windowsWithASay(windows, period);
    const { services: simulated, scopes } = await scopedServices(
      counted,
      windows,
      bearing,
      [draft?.before, draft?.after].flatMap(calendar =>
        calendar ? [calendar.windows[0].scope] : [],
      ),
      chosen,
      service =>
        subjectsOf(
          service,
          { environment },
          { classes: [releaseClass], eachRegion: false },
        ),
    );
    const result = await inTurns(
      simulateInSteps({
        source: windows,
        scopes,
        services: simulated,
        period,
        planned,
        now: at,
        ...(question.slotMs !== undefined && { slotMs: question.slotMs }),
        ...(draft && {
          draft: {
            ...(draft.before && {
              remove: [
                {
                  calendarRef: draft.before.ref,
                  windowId: draft.before.windows[0].id,
                },
              ],
            }),
            ...(draft.after && { add: [draft.after] }),
          },
        }),
      }),
    );
    return {
      services: chosen.count,
      stretches: result.stretches.map(stretch => ({
        ...stretch,
        start: toIso(stretch.start),
        end: toIso(stretch.end),
      })),
      ...(result.truncated && { truncated: true }),
      // When nobody is asked about, nobody is told that all is open.
      ...(result.firstSlot &&
        chosen.count > 0 && {
          firstSlot: {
            start: toIso(result.firstSlot.start),
            end: toIso(result.firstSlot.end),
          },
        }),
      planned: result.planned.map(
        ({ entityRef, at: when, nextSlot, ...outcome }) => ({
          ...outcome,
          entity: entityRef,
          at: toIso(when),
          ...(nextSlot !== undefined && { nextSlot: toIso(nextSlot) }),
        }),
      ),
      ...(result.changes && presentChanges(result.changes, result.moreChanges)),
      unreadableCalendars: snapshot.unreadableCalendars
        .filter(({ ref }) => mayKnowOf(ref, visible))
        .map(presentUnreadable),
    };
  }

  async #draft(
    draft: WindowDraft | undefined,
    caller: Caller,
  ): Promise<ReadDraft | undefined> {
    if (!draft) {
      return undefined;
    }
    const read = await this.#options.drafts.read(draft, caller);
    // One that may not be saved by this caller can still be thought through.
    const isLost = draft.replaces !== undefined && !read.before;
    if (!read.after || isLost) {
      throw new InputError(
        read.problems
          .map(problem => `draft.${formatProblem(problem)}`)
          .join('; '),
      );
    }
    return read;
  }
}

function readQuestion(
  request: SimulationRequest,
  tierIds: readonly string[],
): Question {
  const { entity, owner, system, tier } = request.selection;
  const { slot } = request;
  if (slot !== undefined && (!isDuration(slot) || durationMs(slot) <= 0)) {
    throw new InputError(
      `slot: "${slot}" is not ${DURATION_EXPECTATION}, longer than nothing`,
    );
  }
  if (tier !== undefined && tier !== UNCLASSIFIED && !tierIds.includes(tier)) {
    throw new InputError(
      `selection.tier: ${showValue(tier)} is not a tier; expected one of ${[
        ...tierIds,
        UNCLASSIFIED,
      ].join(', ')}`,
    );
  }
  const ref = (field: string, text: string | undefined) =>
    text === undefined ? undefined : canonicalRef(`selection.${field}`, text);
  return {
    selection: {
      entity: ref('entity', entity),
      owner: ref('owner', owner),
      system: ref('system', system),
      tier,
    },
    environment: plainText('environment', request.environment),
    releaseClass: request.class ?? 'standard',
    period: readPeriod(request),
    ...(slot !== undefined && { slotMs: durationMs(slot) }),
  };
}

/** @throws InputError that names the planned change which cannot be judged */
function readPlanned(
  { planned = [] }: SimulationRequest,
  { environment, releaseClass, period }: Question,
  snapshot: LoadedSnapshot,
  visible: VisibleEntities,
): PlannedChange[] {
  return planned.map((change, index) => {
    const field = (name: string) => `planned.${index}.${name}`;
    const entityRef = canonicalRef(field('entity'), change.entity);
    const service = snapshot.services.get(entityRef);
    if (!service || !isVisible(entityRef, visible)) {
      throw new InputError(
        `${field(
          'entity',
        )}: there is no service ${entityRef} in the catalog, or you may not see it`,
      );
    }
    const lengthMs = lengthOf(field('duration'), change.duration);
    const at = momentNear(field('at'), change.at, period);
    if (at + lengthMs + 1 >= END_OF_TIME) {
      throw new InputError(
        `${field(
          'at',
        )}: windows are worked out for the years 1970 to 2199, and the change reaches beyond`,
      );
    }
    return {
      entityRef,
      subject: subjectIn(
        service,
        environment,
        change.class ?? releaseClass,
        field('entity'),
      ),
      at,
      durationMs: lengthMs,
    };
  });
}

function subjectIn(
  service: CatalogService,
  environment: string,
  releaseClass: ReleaseClass,
  field: string,
): WindowSubject {
  const [subject] = subjectsOf(
    service,
    { environment },
    { classes: [releaseClass], eachRegion: false },
  );
  if (!subject) {
    throw new InputError(`${field}: ${lacks(service, environment)}`);
  }
  return subject;
}

function lacks(
  { entityRef, environments }: CatalogService,
  environment: string,
): string {
  const names = new Set(environments.map(({ name }) => name));
  return `${entityRef} has no environment ${showValue(environment)}; it has ${[
    ...names,
  ].join(', ')}`;
}

/** Far from the period, all the time between would have to be worked out, too. */
function momentNear(
  field: string,
  text: string,
  { start, end }: Interval,
): Instant {
  const at = parseInstant(field, text);
  if (at < Math.max(0, start - MAX_DISTANCE_MS) || at > end + MAX_DISTANCE_MS) {
    throw new InputError(
      `${field}: "${text}" is more than ${MAX_PERIOD_DAYS} days away from the period, ${toIso(
        start,
      )} to ${toIso(end)}`,
    );
  }
  return at;
}

function lengthOf(field: string, duration: string | undefined): number {
  if (duration === undefined) {
    return 0;
  }
  if (!isDuration(duration) || durationMs(duration) > MAX_DISTANCE_MS) {
    throw new InputError(
      `${field}: "${duration}" is not ${DURATION_EXPECTATION}, of at most ${MAX_PERIOD_DAYS} days`,
    );
  }
  return durationMs(duration);
}

/** A service that is asked for by name has to be there, and to be deployed there. */
function requireService(
  snapshot: LoadedSnapshot,
  visible: VisibleEntities,
  { environment, selection: { entity } }: Question,
): void {
  if (entity === undefined) {
    return;
  }
  const service = snapshot.services.get(entity);
  if (!service || !isVisible(entity, visible)) {
    throw new NotFoundError(
      `selection.entity: there is no service ${entity} in the catalog, or you may not see it`,
    );
  }
  if (!service.environments.some(({ name }) => name === environment)) {
    throw new InputError(`environment: ${lacks(service, environment)}`);
  }
}

function isVisible(entityRef: string, visible: VisibleEntities): boolean {
  return visible === 'all' || visible.has(entityRef);
}
