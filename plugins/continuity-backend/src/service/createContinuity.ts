import type {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  createEvidenceRegistry,
  type Check,
  type EvidenceKind,
  type GateSettings,
  type Instant,
} from '@continuity/engine';
import type {
  ChangeConnector,
  EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import type { Router } from 'express';
import { registerActions } from '../actions';
import {
  CountedServices,
  createCalendarFeature,
  KnexPortalWindowStore,
  PortalCalendarSource,
} from '../calendars';
import { createCampaignFeature } from '../campaigns';
import { createCatalogProjection } from '../catalog';
import { createChangeFeature, GateChanges, KnexChangeStore } from '../changes';
import { createCollectorFeature, readCollectors } from '../collectors';
import { readContinuitySettings } from '../config';
import {
  createConnectorFeature,
  portalUrl,
  readConnectors,
} from '../connectors';
import { openDatabase } from '../database';
import { createDriftFeature } from '../drift';
import { createEntityRoutes, EntityService } from '../entities';
import {
  CatalogSubjects,
  createEvidenceRoutes,
  EvidenceService,
  KnexEvidenceStore,
} from '../evidence';
import {
  FeedFollower,
  FollowedFeedsStatus,
  KnexFeedStore,
  scheduleFollowing,
} from '../feeds/follow';
import { createPublishingFeature } from '../feeds/publish';
import { createFleetRoutes, FleetService, FleetVisibility } from '../fleet';
import { createGateRoutes, GateService, KnexDecisionStore } from '../gate';
import { BlastRadii, createCatalogGraph, createGraphFeature } from '../graph';
import { createHolderFeature, readHolders, type AddedHolder } from '../holders';
import { Access } from '../http';
import {
  createLedgerRoutes,
  KnexLedgerStore,
  LedgerCursorStore,
  LedgerFollowers,
  LedgerService,
  scheduleSequencing,
  SetAsideStore,
} from '../ledger';
import {
  createCampaignNotifications,
  createChangeNotifications,
  createFreezeNotifications,
  createReviewNotifications,
  createScorecardNotifications,
} from '../notifications';
import { createOperationsRoutes } from '../operations';
import {
  createOverrideFeature,
  KnexOverrideStore,
  OverrideFacts,
} from '../overrides';
import { createRouter } from '../router';
import { createScorecardFeature } from '../scorecards';
import {
  createSigningRoutes,
  DecisionStatements,
  SigningKeys,
  SigningKeyStore,
} from '../signing';
import { ChangeSignals } from '../signals';
import { createStatusRoutes, StatusService } from '../status';

export interface ContinuityOptions {
  actions: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  userInfo: UserInfoService;
  /** Everything that may be reported. */
  kinds: EvidenceKind[];
  /** Everything that policies may ask. */
  checks: Check[];
  /** Other systems in which changes are kept, too. */
  connectors: ChangeConnector[];
  /** What asks other systems what they see of services. */
  collectors: EvidenceCollector[];
  /** Other systems that hold deployments until they are told. */
  holders: AddedHolder[];
  /** Absent: the clock of the machine. */
  now?: () => Instant;
}

/**
 * Puts the service together.
 *
 * @returns the router of its HTTP API
 * @throws when the configuration is wrong, with its path and what was expected
 */
export async function createContinuity(
  options: ContinuityOptions,
): Promise<Router> {
  const { auditor, auth, catalog, database, logger, permissions, scheduler } =
    options;
  const now = options.now ?? Date.now;
  // Before the database: a wrong configuration must not leave anything behind.
  const settings = readContinuitySettings(options.config, {
    checks: options.checks,
  });
  const kinds = createEvidenceRegistry(options.kinds);
  const connectors = readConnectors(options.connectors);
  const collectors = readCollectors(options.collectors, kinds);
  const holders = readHolders(options.holders);
  const knex = await openDatabase(database);

  const access = new Access(options);
  const ledger = new LedgerService(new KnexLedgerStore(knex));
  const changeSignals = new ChangeSignals(options);
  ledger.whenCommitted(entries => changeSignals.tell(entries));
  await scheduleSequencing({ ledger, scheduler, logger });
  const portalWindows = new KnexPortalWindowStore(knex);
  const portalCalendars = new PortalCalendarSource({
    store: portalWindows,
    tierIds: settings.tiers.tiers.map(({ id }) => id),
  });
  const feeds = new KnexFeedStore(knex);
  const projection = await createCatalogProjection({
    database: knex,
    catalog,
    auth,
    events: options.events,
    ledger,
    scheduler,
    logger,
    settings,
    feeds,
    sources: [portalCalendars],
    now,
  });
  await scheduleFollowing({
    scheduler,
    follower: new FeedFollower({
      store: feeds,
      ledger,
      projection,
      settings: settings.feeds,
      logger,
      now,
    }),
  });
  const graph = createCatalogGraph({ projection, settings });
  const evidenceStore = new KnexEvidenceStore(knex, {
    history: historyKinds(settings.gate),
  });
  const visibility = new FleetVisibility({ permissions, catalog, now });
  const scorecards = createScorecardFeature({
    ...options,
    access,
    database: knex,
    evidenceStore,
    ledger,
    projection,
    settings,
    visibility,
    now,
  });
  const evidence = new EvidenceService({
    store: evidenceStore,
    subjects: new CatalogSubjects({ auth, catalog, logger, projection }),
    arrivals: scorecards.arrivals,
    ledger,
    kinds,
    logger,
    now,
  });
  const changes = new KnexChangeStore(knex);
  const overrides = new OverrideFacts(new KnexOverrideStore(knex));
  const gate = new GateService({
    store: new KnexDecisionStore(knex),
    changes: new GateChanges(changes),
    evidence: evidenceStore,
    blastRadii: new BlastRadii({
      graph,
      maxAge: settings.gate.maxCatalogAge,
      now,
    }),
    overrides,
    projection,
    ledger,
    settings: settings.gate,
    now,
  });
  const signingKeys = new SigningKeys({
    store: new SigningKeyStore(knex),
    ledger,
    configured: settings.signingKey,
    now,
  });

  const services = new CountedServices();
  const followers = new LedgerFollowers({
    cursors: new LedgerCursorStore(knex),
    setAside: new SetAsideStore(knex),
    ledger,
    now,
  });
  await createFreezeNotifications({
    ...options,
    database: knex,
    ledger,
    followers,
    projection,
    services,
    settings: settings.freezeNotices,
    pagePath: settings.pagePath,
    now,
  });
  await createReviewNotifications({
    ...options,
    database: knex,
    ledger,
    followers,
    graph,
    settings: settings.graph.reviews,
    pagePath: settings.pagePath,
    now,
  });
  await createChangeNotifications({
    ...options,
    database: knex,
    ledger,
    followers,
    pagePath: settings.pagePath,
    now,
  });
  await createScorecardNotifications({
    ...options,
    database: knex,
    ledger,
    followers,
    pagePath: settings.pagePath,
    now,
  });
  await createCampaignNotifications({
    ...options,
    database: knex,
    ledger,
    followers,
    pagePath: settings.pagePath,
    now,
  });
  const changeFeature = await createChangeFeature({
    ...options,
    access,
    database: knex,
    followers,
    evidenceStore,
    gate,
    graph,
    ledger,
    overrides,
    projection,
    settings,
    store: changes,
    visibility,
    now,
  });
  await createHolderFeature({
    ...options,
    database: knex,
    followers,
    gate,
    holders,
    ledger,
    now,
  });
  registerActions({
    ...options,
    registry: options.actions,
    access,
    gate,
    changes: changeFeature,
    pagePath: settings.pagePath,
  });
  return createRouter([
    createGateRoutes({
      access,
      auditor,
      service: gate,
      statements: new DecisionStatements(signingKeys),
    }),
    createSigningRoutes({ access, auditor, keys: signingKeys }),
    createEvidenceRoutes({ access, auditor, service: evidence }),
    createLedgerRoutes({ access, service: ledger }),
    createEntityRoutes({
      access,
      service: new EntityService({
        projection,
        access,
        portalIds: portalCalendars.idOf.bind(portalCalendars),
      }),
    }),
    ...createCalendarFeature({
      ...options,
      access,
      ledger,
      projection,
      services,
      settings,
      source: portalCalendars,
      store: portalWindows,
      visibility,
      now,
    }),
    createPublishingFeature({
      ...options,
      access,
      database: knex,
      ledger,
      projection,
      services,
      settings,
      visibility,
      now,
    }),
    ...(await createGraphFeature({
      ...options,
      access,
      database: knex,
      evidence,
      evidenceStore,
      graph,
      ledger,
      settings,
      visibility,
      now,
    })),
    await createOverrideFeature({
      ...options,
      access,
      database: knex,
      ledger,
      projection,
      settings,
      visibility,
      now,
    }),
    ...changeFeature.routes,
    ...(await createDriftFeature({
      ...options,
      access,
      changes,
      database: knex,
      evidence,
      evidenceStore,
      followers,
      ledger,
      projection,
      settings,
      signingKeys,
      visibility,
      now,
    })),
    await scorecards.begin(),
    await createCampaignFeature({
      ...options,
      access,
      database: knex,
      ledger,
      projection,
      settings,
      visibility,
      now,
    }),
    await createConnectorFeature({
      ...options,
      access,
      changes: { ...changeFeature, store: changes },
      changesUrl: `${portalUrl(options.config)}${settings.pagePath}/changes/`,
      connectors,
      database: knex,
      followers,
      ledger,
      settings: settings.changes,
      now,
    }),
    await createCollectorFeature({
      ...options,
      access,
      collectors,
      database: knex,
      evidence,
      evidenceStore,
      kinds,
      ledger,
      projection,
      now,
    }),
    createFleetRoutes({
      access,
      service: new FleetService({ projection, visibility, settings, now }),
    }),
    createOperationsRoutes({
      access,
      auditor,
      followers,
      feeds: new FollowedFeedsStatus({ store: feeds, projection, now }),
    }),
    createStatusRoutes({
      access,
      service: new StatusService({ projection, settings, now }),
    }),
  ]);
}

/** Kinds of which checks that a policy asks look at more than the newest report. */
function historyKinds({ policies, checks }: GateSettings): string[] {
  const asked = new Set(
    policies.flatMap(policy => (policy.checks ?? []).map(({ check }) => check)),
  );
  return checks
    .filter(({ id }) => asked.has(id))
    .flatMap(({ history = [] }) => history.map(({ id }) => id));
}
