import type {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog';
import type { ContinuitySettings } from '../config';
import type { EvidenceStore } from '../evidence';
import type { FleetVisibility } from '../fleet';
import { EntityReaches, type GraphProjection } from '../graph';
import type { Access } from '../http';
import {
  followLedger,
  type LedgerFollowers,
  type LedgerService,
} from '../ledger';
import { scheduleLocally } from '../scheduling';
import { createCab } from './cab/createCab';
import { ChangeBallot } from './ChangeBallot';
import { ChangeDesk } from './ChangeDesk';
import { ChangeJudge, type OverridesAsked } from './ChangeJudge';
import { ChangeReader } from './ChangeReader';
import { ChangeAuthority } from './ChangeRights';
import { createChangeRoutes } from './changeRoutes';
import type { ChangeStore } from './ChangeStore';
import { ChangeWatch } from './ChangeWatch';
import { ChangeWriter } from './ChangeWriter';
import { DelegationDesk } from './DelegationDesk';
import { ChangeKnowledgeReader } from './knowledge/ChangeKnowledgeReader';
import { ObstacleReader } from './knowledge/ObstacleReader';
import { ApprovalRosters, DelegationStore, PeopleDirectory } from './people';
import { ReadinessNow, type GateDryRun } from './ReadinessNow';
import { DeploymentFollower } from './unauthorised/DeploymentFollower';
import { RetrospectiveDraft } from './unauthorised/RetrospectiveDraft';
import { UnauthorisedDesk } from './unauthorised/UnauthorisedDesk';
import { createUnauthorisedRoutes } from './unauthorised/unauthorisedRoutes';
import { UnauthorisedStore } from './unauthorised/UnauthorisedStore';

/** How late it is noticed that something is not as it was approved. */
const WATCH_EVERY = { seconds: 15 };
const WATCH_TIMEOUT = { minutes: 5 };

export interface ChangeFeatureOptions {
  access: Access;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  database: Knex;
  followers: LedgerFollowers;
  evidenceStore: EvidenceStore;
  gate: GateDryRun;
  graph: GraphProjection;
  ledger: LedgerService;
  logger: LoggerService;
  overrides: OverridesAsked;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  settings: ContinuitySettings;
  store: ChangeStore;
  userInfo: UserInfoService;
  visibility: FleetVisibility;
  now: () => Instant;
}

/** Change requests: raised, judged, approved, watched and carried out. */
export async function createChangeFeature(
  options: ChangeFeatureOptions,
): Promise<{
  routes: Router[];
  reader: ChangeReader;
  desk: ChangeDesk;
  judge: ChangeJudge;
  writer: ChangeWriter;
  readiness: ReadinessNow;
}> {
  const { access, database, ledger, store, now } = options;
  const { changes, releases, gate, tiers } = options.settings;
  const { maxCatalogAge: maxAge } = gate;
  const delegations = new DelegationStore(database);
  const knowledge = new ChangeKnowledgeReader({
    ...options,
    evidence: options.evidenceStore,
    reach: new EntityReaches({
      ...options,
      maxAge,
      strictestTier: tiers.tiers[0].id,
    }),
    maxAge,
  });
  const people = new PeopleDirectory(options);
  const judge = new ChangeJudge({
    overrides: options.overrides,
    knowledge,
    rosters: new ApprovalRosters({
      people,
      delegations,
    }),
    store,
    releases,
    changes,
    tiers: tiers.tiers.map(({ id }) => id),
    obstacles: new ObstacleReader({
      evidence: options.evidenceStore,
      delegations,
    }),
    gate,
  });
  const authority = new ChangeAuthority(options);
  const writer = new ChangeWriter({ store, judge, ledger, settings: changes });
  const readiness = new ReadinessNow(options.gate);
  const watch = new ChangeWatch({
    store,
    writer,
    settings: changes,
    everyMs: WATCH_EVERY.seconds * 1000,
    now,
  });
  await scheduleLocally(
    {
      id: 'continuity-change-watch',
      frequency: WATCH_EVERY,
      timeout: WATCH_TIMEOUT,
      initialDelay: WATCH_EVERY,
      run: signal => watch.look(signal),
      failure: 'Nobody looked after changes',
    },
    options,
  );
  const unauthorised = new UnauthorisedStore(database);
  await followLedger(
    new DeploymentFollower({
      ...options,
      evidence: options.evidenceStore,
      changes: store,
      writer,
      store: unauthorised,
      retrospective: new RetrospectiveDraft({ store, judge, writer, now }),
      settings: changes,
      gate,
    }),
    options,
  );
  const common = { access, authority, writer, settings: changes, now };
  const reader = new ChangeReader({
    ...options,
    judge,
    knowledge,
    readiness,
    authority,
    settings: changes,
  });
  const desk = new ChangeDesk({ ...common, judge, readiness });
  const ballot = new ChangeBallot(common);
  const routes = [
    createUnauthorisedRoutes({
      ...options,
      desk: new UnauthorisedDesk({
        ...options,
        store: unauthorised,
        authority,
      }),
    }),
    createCab({ ...options, authority, ballot, people, reader, releases }),
    createChangeRoutes({
      ...options,
      reader,
      desk,
      ballot,
      delegations: new DelegationDesk({ ...options, store: delegations }),
    }),
  ];
  return { routes, reader, desk, judge, writer, readiness };
}
