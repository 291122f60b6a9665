import {
  changesInSteps,
  describeScope,
  type Instant,
  lintWindowInSteps,
  type WindowChange,
} from '@continuity/engine';
import type {
  WindowDraft,
  WindowPreview,
} from '@continuity/plugin-continuity-common';
import type { LoadedProjection, LoadedSnapshot } from '../../catalog';
import { catalogNeverRead } from '../../entities';
import type { FleetVisibility } from '../../fleet';
import type { Caller } from '../../http';
import { lintContext } from '../lint/lintContext';
import { nextOccurrences } from '../nextOccurrences';
import { presentOccurrences } from '../presentWindow';
import type { DraftReader, ReadDraft } from '../readDraft';
import type { Counted, CountedServices } from '../services/CountedServices';
import { PositionSet } from '../services/PositionSet';
import { partsAskedBy, subjectsOf } from '../services/ScopeReach';
import { selectServices } from '../services/selectServices';
import {
  relevantCalendars,
  scopesOf,
  simulatedServices,
} from '../simulation/landscape';
import { presentChanges } from '../simulation/presentChanges';
import { withReplaced } from '../simulation/withReplaced';
import { inTurns } from '../turns';

const DAY_MS = 86_400_000;

/** How far ahead changes are shown. */
const HORIZON_MS = 90 * DAY_MS;
const SAMPLE = 20;

/** What saving a draft would mean. Saves nothing. */
export class WindowPreviewService {
  readonly #options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    drafts: DraftReader;
    now: () => Instant;
  };

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    drafts: DraftReader;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError while the catalog has never been read */
  async preview(draft: WindowDraft, caller: Caller): Promise<WindowPreview> {
    const { projection, visibility, services, drafts, now } = this.#options;
    const [read, visible] = await Promise.all([
      drafts.read(draft, caller),
      visibility.visibleTo(caller),
    ]);
    if (!read.after) {
      return {
        problems: read.problems,
        findings: [],
        next: [],
        services: 0,
        sample: [],
        scope: [],
        changes: [],
      };
    }
    const snapshot = await projection.current();
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    const at = now();
    const [window] = read.after.windows;
    const counted = await services.of(snapshot);
    const mine = selectServices(counted.index, visible, {});
    const draftReach = counted.reach.forDrafts();
    const hit = (await draftReach.of(window.scope)).and(mine);
    const changes = await changesBy(read, snapshot, counted, mine, at);
    return {
      problems: read.problems,
      findings: await inTurns(
        lintWindowInSteps(
          window,
          await lintContext(snapshot, counted, visible, at, {
            calendars: [read.after],
            replaced: read.before,
          }),
          { path: 'window' },
        ),
      ),
      next: presentOccurrences(nextOccurrences(window, at), window),
      services: hit.count,
      sample: refsOf(counted, hit, SAMPLE),
      scope: describeScope(window.scope),
      ...presentChanges(changes),
    };
  }
}

/** What saving a draft changes against today, for the services that may be seen. */
async function changesBy(
  { before, after }: ReadDraft,
  snapshot: LoadedSnapshot,
  counted: Counted,
  mine: PositionSet,
  at: Instant,
): Promise<WindowChange[]> {
  const { index, reach } = counted;
  const draftReach = reach.forDrafts();
  const drafts = [before, after].flatMap(calendar =>
    calendar ? [calendar.windows[0]] : [],
  );
  let concerned = PositionSet.none(index.size);
  for (const { scope } of drafts) {
    concerned = concerned.or(await draftReach.of(scope));
  }
  concerned = concerned.and(mine);
  const period = { start: at, end: at + HORIZON_MS };
  const calendars = withReplaced(
    await relevantCalendars(snapshot, reach, concerned, period),
    before,
  );
  const parts = partsAskedBy([
    ...scopesOf(calendars),
    ...drafts.map(({ scope }) => scope),
  ]);
  const services = await simulatedServices(
    counted,
    calendars,
    drafts.map(({ scope }) => ({ scope, reach: draftReach })),
    concerned,
    service => subjectsOf(service, undefined, parts),
  );
  return inTurns(
    changesInSteps(
      calendars,
      {
        ...(before && {
          remove: [{ calendarRef: before.ref, windowId: before.windows[0].id }],
        }),
        ...(after && { add: [after] }),
      },
      services,
      period,
      { now: at },
    ),
  );
}

function refsOf(
  { index }: Counted,
  positions: PositionSet,
  limit: number,
): string[] {
  const refs: string[] = [];
  for (const position of positions) {
    if (refs.length === limit) {
      break;
    }
    refs.push(index.rows[position].service.entityRef);
  }
  return refs;
}
