import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { LoadedProjection } from '../catalog';
import type { ContinuitySettings } from '../config';
import type { EvidenceService, EvidenceStore } from '../evidence';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { CatalogGraph } from './CatalogGraph';
import { CutSetsService } from './cutsets/CutSetsService';
import { AllFindings } from './findings/AllFindings';
import { ExemptionService } from './findings/ExemptionService';
import { KnexExemptionStore } from './findings/ExemptionStore';
import { FindingsService } from './findings/FindingsService';
import { GraphQuestions } from './GraphQuestions';
import { GraphStatusService } from './GraphStatusService';
import { ImpactService } from './impact/ImpactService';
import { NeighbourhoodService } from './neighbourhood/NeighbourhoodService';
import { scheduleTraffic } from './observed/scheduleTraffic';
import { Traffic } from './observed/Traffic';
import { TrafficReporter } from './observed/TrafficReporter';
import { KnexTrafficStore } from './observed/TrafficStore';
import { PointsService } from './points/PointsService';
import { createGraphFindingRoutes } from './routes/findingRoutes';
import { createGraphQuestionRoutes } from './routes/questionRoutes';
import { KnexSaasDecisionStore } from './saas/SaasDecisionStore';
import { SaasService } from './saas/SaasService';
import type { GraphProjection } from './types';
import { WavesService } from './waves/WavesService';

/** The graph of this replica; made early, because the gate asks it, too. */
export function createCatalogGraph(options: {
  projection: LoadedProjection;
  settings: Pick<ContinuitySettings, 'tiers' | 'graph'>;
}): GraphProjection {
  const { projection, settings } = options;
  const graph = new CatalogGraph({
    projection,
    tiers: settings.tiers,
    rules: { parts: settings.graph.parts },
  });
  // What an earlier run has read is ready before the first question comes.
  graph.latest();
  return graph;
}

/** Puts together all that asks the dependency graph. */
export async function createGraphFeature(options: {
  access: Access;
  auditor: AuditorService;
  /** A database in which the migrations have run. */
  database: Knex;
  evidence: EvidenceService;
  evidenceStore: EvidenceStore;
  graph: GraphProjection;
  ledger: LedgerService;
  logger: LoggerService;
  scheduler: SchedulerService;
  settings: Pick<ContinuitySettings, 'tiers' | 'gate' | 'graph'>;
  visibility: FleetVisibility;
  now: () => Instant;
}): Promise<Router[]> {
  const { access, auditor, database, graph, ledger, settings, now } = options;
  const { traffic: trafficSettings } = settings.graph;
  const trafficStore = new KnexTrafficStore(database);
  const traffic = new Traffic({
    store: trafficStore,
    settings: trafficSettings,
    now,
  });
  const questions = new GraphQuestions({
    projection: graph,
    visibility: options.visibility,
    tiers: settings.tiers.tiers,
    maxAge: settings.gate.maxCatalogAge,
    now,
  });
  const exemptions = new ExemptionService({
    store: new KnexExemptionStore(database),
    ledger,
    access,
    now,
  });
  await scheduleTraffic({
    ...options,
    store: trafficStore,
    settings: trafficSettings,
    reporter: new TrafficReporter({
      ...options,
      traffic,
      exemptions,
      store: options.evidenceStore,
      unseenAfterMs: trafficSettings.unseenAfterMs,
      maxAge: settings.gate.maxCatalogAge,
    }),
  });
  const findings = new FindingsService({
    questions,
    all: new AllFindings({
      traffic,
      tiers: settings.tiers.tiers,
      unseenAfterMs: trafficSettings.unseenAfterMs,
      now,
    }),
    exemptions,
  });
  return [
    createGraphQuestionRoutes({
      access,
      status: new GraphStatusService({ questions, traffic }),
      impact: new ImpactService(questions),
      neighbourhood: new NeighbourhoodService({ questions, access, findings }),
      points: new PointsService(questions),
      cutSets: new CutSetsService({ questions, access }),
      waves: new WavesService({ questions, access }),
    }),
    createGraphFindingRoutes({
      access,
      auditor,
      findings,
      exemptions,
      saas: new SaasService({
        questions,
        access,
        store: new KnexSaasDecisionStore(database),
        ledger,
      }),
    }),
  ];
}
