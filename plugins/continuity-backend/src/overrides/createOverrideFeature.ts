import type {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog';
import {
  ApprovalRosters,
  DelegationStore,
  PeopleDirectory,
} from '../changes/people';
import type { ContinuitySettings } from '../config';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { scheduleLocally } from '../scheduling';
import { CoveredServices } from './CoveredServices';
import { OverrideClock } from './OverrideClock';
import { OverrideReader } from './OverrideReader';
import { OverrideRosters } from './OverrideRosters';
import { createOverrideRoutes } from './overrideRoutes';
import { OverrideService } from './OverrideService';
import { OverrideSteps } from './OverrideSteps';
import { KnexOverrideStore } from './OverrideStore';

/** How late the ledger may tell that an override is over. */
const TICK_EVERY = { seconds: 15 };
const TIMEOUT = { minutes: 5 };

/** Break-glass overrides over HTTP, and the clock that closes them. */
export async function createOverrideFeature(options: {
  access: Access;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  /** A database in which the migrations have run. */
  database: Knex;
  ledger: LedgerService;
  logger: LoggerService;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  settings: Pick<ContinuitySettings, 'changes' | 'gate'>;
  visibility: FleetVisibility;
  now: () => Instant;
}): Promise<Router> {
  const { database, settings } = options;
  const store = new KnexOverrideStore(database);
  const steps = new OverrideSteps({ ...options, store });
  const reader = new OverrideReader({ ...options, store });
  const clock = new OverrideClock({ ...options, store, steps });
  await scheduleLocally(
    {
      id: 'continuity-override-clock',
      frequency: TICK_EVERY,
      timeout: TIMEOUT,
      initialDelay: TICK_EVERY,
      run: signal => clock.tick(signal),
      failure: 'Nobody wrote down which overrides are over',
    },
    options,
  );
  return createOverrideRoutes({
    ...options,
    reader,
    service: new OverrideService({
      ...options,
      services: new CoveredServices(options),
      rosters: new OverrideRosters(
        new ApprovalRosters({
          people: new PeopleDirectory(options),
          delegations: new DelegationStore(database),
        }),
      ),
      reader,
      steps,
      settings: { overrides: settings.changes.overrides, gate: settings.gate },
    }),
  });
}
