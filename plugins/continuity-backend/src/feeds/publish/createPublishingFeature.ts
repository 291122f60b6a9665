import type {
  AuditorService,
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CountedServices } from '../../calendars';
import type { LoadedProjection } from '../../catalog';
import type { ContinuitySettings } from '../../config';
import type { FleetVisibility } from '../../fleet';
import type { Access } from '../../http';
import type { LedgerService } from '../../ledger';
import { CatalogPresence } from './CatalogPresence';
import { FeedRenderer } from './FeedRenderer';
import { FeedService } from './FeedService';
import { FeedSubjects } from './FeedSubjects';
import { KnexFeedVersionStore } from './FeedVersionStore';
import { createPublishingRoutes } from './routes';
import { SubscriptionService } from './SubscriptionService';
import { KnexSubscriptionStore } from './SubscriptionStore';

export interface PublishingFeatureOptions {
  access: Access;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  database: Knex;
  discovery: DiscoveryService;
  ledger: LedgerService;
  projection: LoadedProjection;
  services: CountedServices;
  settings: Pick<ContinuitySettings, 'gate'>;
  visibility: FleetVisibility;
  now: () => Instant;
}

/** Windows as iCalendar feeds that people subscribe to. */
export function createPublishingFeature(
  options: PublishingFeatureOptions,
): Router {
  const { access, auditor, database, discovery } = options;
  const store = new KnexSubscriptionStore(database);
  const presence = new CatalogPresence(options);
  const subjects = new FeedSubjects({ ...options, presence });
  const versions = new KnexFeedVersionStore(database);
  return createPublishingRoutes({
    access,
    auditor,
    feeds: new FeedService({
      ...options,
      presence,
      renderer: new FeedRenderer({ ...options, versions }),
      store,
      subjects,
    }),
    subscriptions: new SubscriptionService({
      ...options,
      presence,
      store,
      subjects,
      baseUrl: () => discovery.getExternalBaseUrl('continuity'),
    }),
  });
}
