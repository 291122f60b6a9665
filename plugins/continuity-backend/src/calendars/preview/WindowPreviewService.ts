import {
  describeScope,
  type Instant,
  lintWindowInSteps,
} from '@continuity/engine';
import type {
  WindowDraft,
  WindowPreview,
} from '@continuity/plugin-continuity-common';
import type { LoadedProjection } from '../../catalog';
import { catalogNeverRead } from '../../entities';
import type { FleetVisibility } from '../../fleet';
import type { Caller } from '../../http';
import { lintContext } from '../lint/lintContext';
import { occurrencesFrom } from '../nextOccurrences';
import { presentOccurrences } from '../presentWindow';
import type { DraftReader } from '../readDraft';
import type { Counted, CountedServices } from '../services/CountedServices';
import type { PositionSet } from '../services/PositionSet';
import { selectServices } from '../services/selectServices';
import { presentChanges } from '../simulation/presentChanges';
import { inTurns } from '../turns';
import { draftChanges } from './draftChanges';

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
    const changes = await draftChanges(read, snapshot, counted, mine, at);
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
      next: presentOccurrences(occurrencesFrom(window, at), window),
      services: hit.count,
      sample: refsOf(counted, hit, SAMPLE),
      scope: describeScope(window.scope),
      ...presentChanges(changes.changes, changes.more, changes.byClass),
    };
  }
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
