import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EvidenceRegistry, Instant } from '@continuity/engine';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog/types';
import type { EvidenceService, EvidenceStore } from '../evidence';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { CollectedServices } from './CollectedServices';
import { CollectorReader } from './CollectorReader';
import { createCollectorRoutes } from './collectorRoutes';
import { CollectorRunner } from './CollectorRunner';
import { CollectorStore } from './CollectorStore';
import { runMs } from './readCollectors';
import { ReportDesk } from './ReportDesk';

/** How often a replica looks whether a collector is due: one cheap query. */
const LOOK_EVERY = { seconds: 30 };
/** More than a run may take: that ends by itself, and says why. */
const MORE_MS = 30_000;

export interface CollectorFeatureOptions {
  access: Access;
  auditor: AuditorService;
  /** By id, each of them once. */
  collectors: ReadonlyMap<string, EvidenceCollector>;
  database: Knex;
  evidence: EvidenceService;
  evidenceStore: EvidenceStore;
  kinds: EvidenceRegistry;
  ledger: LedgerService;
  logger: LoggerService;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  now: () => Instant;
}

/** Collectors of evidence: run when they are due, by one replica at a time, and shown. */
export async function createCollectorFeature(
  options: CollectorFeatureOptions,
): Promise<Router> {
  const { collectors, database, evidenceStore, scheduler } = options;
  const store = new CollectorStore(database);
  const runner = new CollectorRunner({
    ...options,
    store,
    services: new CollectedServices(options),
    desk: new ReportDesk({ ...options, store: evidenceStore }),
    random: Math.random,
  });
  for (const collector of collectors.values()) {
    await scheduler.scheduleTask({
      id: `continuity-collector-${collector.id}`,
      scope: 'global',
      frequency: LOOK_EVERY,
      timeout: { milliseconds: runMs(collector) + MORE_MS },
      initialDelay: LOOK_EVERY,
      fn: signal => runner.run(collector, signal),
    });
  }
  return createCollectorRoutes({
    ...options,
    reader: new CollectorReader({ ...options, store }),
  });
}
