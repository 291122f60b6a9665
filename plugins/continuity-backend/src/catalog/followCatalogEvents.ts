import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { TOPIC_CATALOG_CHANGED } from '@continuity/plugin-continuity-common';
import { z } from 'zod';
import type { EntityUpdates } from './EntityUpdates';

const payload = z.object({ entityRefs: z.array(z.string()).max(10_000) });

/**
 * Listens to what our module in the catalog says of entities that changed. Replicas share
 * a subscription, so that one of them reads what changed for all.
 */
export async function followCatalogEvents(options: {
  events: EventsService;
  updates: Pick<EntityUpdates, 'announce'>;
  logger: Pick<LoggerService, 'warn'>;
}): Promise<void> {
  const { events, updates, logger } = options;
  await events.subscribe({
    id: 'continuity-catalog-changes',
    topics: [TOPIC_CATALOG_CHANGED],
    onEvent: async ({ eventPayload }) => {
      const read = payload.safeParse(eventPayload);
      if (read.success) {
        updates.announce(read.data.entityRefs);
      } else {
        logger.warn(
          `An event of ${TOPIC_CATALOG_CHANGED} is not one that the module of the catalog sends; are both of the same version?`,
        );
      }
    },
  });
}
