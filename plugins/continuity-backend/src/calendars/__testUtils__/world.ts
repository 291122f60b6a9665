import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { builtinChecks, type Instant } from '@continuity/engine';
import type { LoadedProjection } from '../../catalog';
import { CatalogContent } from '../../catalog/CatalogContent';
import { CatalogContentUpdate } from '../../catalog/CatalogContentUpdate';
import { documentOf } from '../../catalog/documents';
import { readContinuitySettings } from '../../config';
import type { VisibleEntities } from '../../fleet';
import type { Caller } from '../../http';
import type { SourceCalendars } from '../CalendarSource';
import { CountedServices } from '../services/CountedServices';

export const settings = readContinuitySettings(mockServices.rootConfig(), {
  checks: builtinChecks,
});

export const anybody: Caller = {
  credentials: mockCredentials.user(),
  ref: 'user:default/mock',
  isService: false,
};

/** A catalog and a portal in memory, as the services of calendars see them. */
export function createWorld(
  entities: Entity[],
  options: { visible?: VisibleEntities; now?: Instant } = {},
) {
  const read = (changed: Entity[], base = CatalogContent.empty(settings)) => {
    const update = new CatalogContentUpdate(base);
    update.apply(changed.map(documentOf));
    return update.finish(base.revision + 1);
  };
  const state = {
    content: read(entities),
    visible: options.visible ?? ('all' as VisibleEntities),
    now: options.now ?? Date.parse('2026-01-15T12:00:00Z'),
    revision: 1,
  };
  const projection: LoadedProjection = {
    current: async () => state.content.snapshot(state.now, state.revision),
    lastProblem: () => undefined,
  };
  const isVisible = (ref: string) =>
    state.visible === 'all' || state.visible.has(ref);
  return {
    state,
    projection,
    services: new CountedServices(),
    visibility: { visibleTo: async () => state.visible },
    access: {
      assertVisible: async (ref: string) => {
        const service = isVisible(ref)
          ? (await projection.current())?.services.get(ref)
          : undefined;
        if (!service) {
          throw new NotFoundError(`There is no entity ${ref}`);
        }
        return service.entity;
      },
      visibleOf: async (refs: Iterable<string>) =>
        new Set([...refs].filter(isVisible)),
    },
    now: () => state.now,
    settings,
    portalIds: (_ref: string, windowId: string) => `id of ${windowId}`,
    /** Another reading of the catalog. */
    change: (...changed: Entity[]) => {
      state.content = read(changed, state.content);
      state.revision += 1;
    },
    /** A version that cannot be read, with the one before it that could be. */
    spoil: (newest: Entity, lastGood: { entity: Entity; at: Instant }) => {
      const update = new CatalogContentUpdate(state.content);
      const { document } = documentOf(lastGood.entity);
      update.apply([
        { ...documentOf(newest), lastGood: { document, at: lastGood.at } },
      ]);
      state.content = update.finish(state.content.revision + 1);
      state.revision += 1;
    },
    /** What a source holds from now on. */
    hold: (source: string, held: SourceCalendars) => {
      const update = new CatalogContentUpdate(state.content);
      update.replaceSource(source, held);
      state.content = update.finish(state.content.revision);
      state.revision += 1;
    },
  };
}
