import type {
  AuditorService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  createCheckRegistry,
  type Check,
  type Instant,
} from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog';
import type { ContinuitySettings } from '../config';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { scheduleLocally } from '../scheduling';
import { CampaignAuthority } from './CampaignAuthority';
import { CampaignCards } from './CampaignCards';
import { CampaignDays } from './CampaignDays';
import { CampaignDesk } from './CampaignDesk';
import { CampaignQueries } from './CampaignQueries';
import { CampaignReader } from './CampaignReader';
import { createCampaignRoutes } from './campaignRoutes';
import { CampaignStore } from './CampaignStore';
import { CampaignWatch } from './CampaignWatch';
import { CampaignWriter } from './CampaignWriter';
import { MemberStore } from './MemberStore';

const LOOK_EVERY = { seconds: 10 };
const TIMEOUT = { minutes: 10 };

/** Puts together all that has to do with campaigns, and looks after them from now on. */
export async function createCampaignFeature(options: {
  access: Access;
  auditor: AuditorService;
  /** Everything that scorecards may ask. */
  checks: readonly Check[];
  /** A database in which the migrations have run. */
  database: Knex;
  ledger: LedgerService;
  logger: LoggerService;
  permissions: PermissionsService;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  settings: Pick<ContinuitySettings, 'scorecards' | 'tiers'>;
  userInfo: UserInfoService;
  visibility: FleetVisibility;
  now: () => Instant;
}): Promise<Router> {
  const { database, settings } = options;
  const cards = new CampaignCards(settings.scorecards);
  const store = new CampaignStore(database);
  const members = new MemberStore();
  const queries = new CampaignQueries(database, cards);
  const common = {
    ...options,
    authority: new CampaignAuthority(options),
    cards,
    days: new CampaignDays({ database, queries, members }),
    members,
    queries,
    store,
    tierIds: settings.tiers.tiers.map(({ id }) => id),
    writer: new CampaignWriter({ ...options, cards, members, queries, store }),
  };
  const watch = new CampaignWatch(common);
  await scheduleLocally(
    {
      id: 'continuity-campaigns',
      frequency: LOOK_EVERY,
      timeout: TIMEOUT,
      run: signal => watch.look(signal),
      failure: 'Campaigns could not be looked after',
    },
    options,
  );
  return createCampaignRoutes({
    ...options,
    reader: new CampaignReader({
      ...common,
      checks: createCheckRegistry(options.checks),
    }),
    desk: new CampaignDesk(common),
  });
}
