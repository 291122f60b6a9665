import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog';
import type { ChangeStore } from '../changes';
import type { ContinuitySettings } from '../config';
import type { EvidenceService, EvidenceStore } from '../evidence';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import {
  followLedger,
  type LedgerFollowers,
  type LedgerService,
} from '../ledger';
import { KnexOverrideStore } from '../overrides';
import { scheduleLocally } from '../scheduling';
import type { SigningKeys } from '../signing';
import { BaselineDesk } from './baselines/BaselineDesk';
import { createBaselineRoutes } from './baselines/baselineRoutes';
import { BaselineStore } from './baselines/BaselineStore';
import { CulpritMatcher } from './CulpritMatcher';
import { CulpritReporter } from './CulpritReporter';
import { DriftFollower } from './DriftFollower';
import { DriftReader } from './DriftReader';
import { createDriftRoutes } from './driftRoutes';
import { DriftStore } from './DriftStore';
import { DriftSweep } from './DriftSweep';
import { ParityReader } from './ParityReader';
import { PlaceHistory } from './PlaceHistory';

const SWEEP_EVERY = { minutes: 60 };
const SWEEP_TIMEOUT = { minutes: 5 };

/** Puts together all that has to do with drift, and keeps it up from now on. */
export async function createDriftFeature(options: {
  access: Access;
  auditor: AuditorService;
  changes: ChangeStore;
  /** A database in which the migrations have run. */
  database: Knex;
  evidence: Pick<EvidenceService, 'submit'>;
  evidenceStore: EvidenceStore;
  followers: LedgerFollowers;
  ledger: LedgerService;
  logger: LoggerService;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  settings: Pick<ContinuitySettings, 'changes' | 'tiers'>;
  signingKeys: SigningKeys;
  visibility: FleetVisibility;
  now: () => Instant;
}): Promise<Router[]> {
  const { access, database, evidenceStore, settings } = options;
  const store = new DriftStore(database);
  await followLedger(
    new DriftFollower({
      ...options,
      evidence: evidenceStore,
      matcher: new CulpritMatcher(
        new PlaceHistory({
          ...options,
          evidence: evidenceStore,
          overrides: new KnexOverrideStore(database),
          settings: settings.changes,
        }),
      ),
      reporter: new CulpritReporter(options),
      store,
    }),
    options,
  );
  const sweep = new DriftSweep({ ...options, store });
  await scheduleLocally(
    {
      id: 'continuity-drift-sweep',
      frequency: SWEEP_EVERY,
      timeout: SWEEP_TIMEOUT,
      initialDelay: SWEEP_EVERY,
      run: () => sweep.run(),
      failure: 'What is known of the drift of entities that are gone was kept',
    },
    options,
  );
  const reading = {
    ...options,
    store,
    tierIds: settings.tiers.tiers.map(({ id }) => id),
  };
  return [
    createDriftRoutes({
      access,
      reader: new DriftReader(reading),
      parity: new ParityReader(reading),
    }),
    createBaselineRoutes({
      ...options,
      desk: new BaselineDesk({
        ...options,
        store: new BaselineStore(database),
      }),
      keys: options.signingKeys,
    }),
  ];
}
