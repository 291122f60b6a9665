import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import type { CalendarSource } from '../calendars/CalendarSource';
import type { ContinuitySettings } from '../config';
import type { FeedStore } from '../feeds/follow/FeedStore';
import type { LedgerService } from '../ledger';
import { CatalogContent } from './CatalogContent';
import {
  type LoadedProjection,
  ReplicatedCatalogProjection,
} from './CatalogProjection';
import { KnexCatalogProjectionStore } from './CatalogProjectionStore';
import { CatalogReader, type ReadableCatalog } from './CatalogReader';
import { EntityUpdates } from './EntityUpdates';
import { followCatalogEvents } from './followCatalogEvents';
import { scheduleReadings } from './readingSchedule';

export interface CatalogProjectionOptions {
  /** A database in which the migrations have run. */
  database: Knex;
  catalog: ReadableCatalog;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  /** Where the catalog tells of single changes. Absent: only complete readings bring them. */
  events?: EventsService;
  ledger: Pick<LedgerService, 'write'>;
  scheduler: SchedulerService;
  logger: LoggerService;
  settings: Pick<
    ContinuitySettings,
    'tiers' | 'environments' | 'peaks' | 'catalogRefreshMs'
  >;
  /** What is known of the feeds that calendars of the catalog follow. */
  feeds: Pick<FeedStore, 'changesSince'>;
  /** Where calendars come from besides the catalog. Absent: nowhere. */
  sources?: readonly CalendarSource[];
  /** Absent: the clock of the machine. */
  now?: () => Instant;
}

/** The projection of this replica, and its share in reading the catalog. */
export async function createCatalogProjection(
  options: CatalogProjectionOptions,
): Promise<LoadedProjection> {
  const { database, catalog, auth, ledger, scheduler, logger, settings } =
    options;
  const now = options.now ?? Date.now;
  const store = new KnexCatalogProjectionStore(database);
  const tierIds = settings.tiers.tiers.map(({ id }) => id);
  const reader = new CatalogReader({
    store,
    catalog,
    auth,
    ledger,
    logger,
    tierIds,
    now,
  });
  if (options.events) {
    await followCatalogEvents({
      events: options.events,
      updates: new EntityUpdates({
        store,
        catalog,
        auth,
        ledger,
        logger,
        tierIds,
        now,
      }),
      logger,
    });
  }
  await scheduleReadings({
    scheduler,
    store,
    reader,
    refreshMs: settings.catalogRefreshMs,
    now,
  });
  const projection = new ReplicatedCatalogProjection({
    store,
    empty: CatalogContent.empty(settings),
    feeds: options.feeds,
    sources: options.sources,
  });
  // What an earlier run has read is loaded before the first question comes.
  projection.current().catch(error => {
    logger.warn('The stored reading of the catalog could not be loaded', error);
  });
  return projection;
}
