import type {
  IndexedWindow,
  ScopeBook,
  SimulatedService,
  WindowIndex,
  WindowScope,
  WindowSubject,
} from '@continuity/engine';
import type { CatalogService } from '../../catalog';
import type { Counted } from '../services/CountedServices';
import { GroupScopes } from '../services/GroupScopes';
import { groupServices } from '../services/groupServices';
import type { PositionSet } from '../services/PositionSet';
import { createTurns } from '../turns';

/**
 * Services that stand for all that are like them, in what the windows look at, and whom
 * the windows are for among them.
 *
 * @param bearing - The windows of the index that have a say; the others are left out
 * @param drafts - Scopes that are not saved yet
 * @param subjectsOf - What is asked of a service
 */
export async function scopedServices(
  { index, reach }: Counted,
  { windows }: Pick<WindowIndex, 'windows'>,
  bearing: readonly IndexedWindow[],
  drafts: readonly WindowScope[],
  among: PositionSet,
  subjectsOf: (service: CatalogService) => Iterable<WindowSubject>,
): Promise<{ services: SimulatedService[]; scopes: ScopeBook }> {
  const draftReach = reach.forDrafts();
  const groups = await groupServices(
    index,
    [
      ...bearing.map(({ window: { scope } }) => ({ scope, reach })),
      ...drafts.map(scope => ({ scope, reach: draftReach })),
    ],
    among,
  );
  const scopes = new GroupScopes(windows, new Set(bearing));
  const services: SimulatedService[] = [];
  const turn = createTurns();
  for (const group of groups) {
    const { service, positions } = group;
    const alike = positions.map(
      position => index.rows[position].service.entityRef,
    );
    for (const subject of subjectsOf(service)) {
      scopes.add(subject, group);
      services.push({ entityRef: service.entityRef, subject, alike });
    }
    await turn();
  }
  return { services, scopes };
}
