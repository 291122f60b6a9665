import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  createCheckRegistry,
  type Check,
  type Instant,
} from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { CatalogProjection } from '../catalog';
import type { ContinuitySettings } from '../config';
import { isPostgres } from '../database';
import type { EvidenceArrivals, EvidenceStore } from '../evidence';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { scheduleLocally } from '../scheduling';
import { CatalogWatch } from './CatalogWatch';
import { DueStore } from './DueStore';
import { ExemptionDesk } from './ExemptionDesk';
import { ExemptionStore } from './ExemptionStore';
import {
  layoutOf,
  ServiceFingerprints,
  settingsFingerprint,
} from './fingerprints';
import type { PreparedScorecard } from './judgeService';
import { ResultQueries } from './ResultQueries';
import { ResultStore } from './ResultStore';
import { ScorecardJudge } from './ScorecardJudge';
import { ScorecardReader } from './ScorecardReader';
import { createScorecardRoutes } from './scorecardRoutes';
import { ScorecardSignals } from './ScorecardSignals';

/** How soon what no event tells of is judged: what expires, and other replicas' work. */
const FREQUENCY = { seconds: 5 };
const TIMEOUT = { minutes: 30 };
const DAY_NOTED_MS = 15 * 60_000;

/** Where arriving evidence is noted, and how it is all begun. */
export interface ScorecardFeature {
  arrivals: EvidenceArrivals;
  /** Judges from now on, and answers. */
  begin(): Promise<Router>;
}

/** Puts together all that has to do with scorecards; made early, for evidence to be noted. */
export function createScorecardFeature(options: {
  access: Access;
  auditor: AuditorService;
  /** Everything that scorecards may ask. */
  checks: readonly Check[];
  /** A database in which the migrations have run. */
  database: Knex;
  evidenceStore: EvidenceStore;
  ledger: LedgerService;
  logger: LoggerService;
  projection: CatalogProjection;
  scheduler: SchedulerService;
  settings: Pick<ContinuitySettings, 'scorecards' | 'tiers' | 'environments'>;
  signals: SignalsService;
  visibility: FleetVisibility;
  now: () => Instant;
}): ScorecardFeature {
  const { database, settings, ledger, projection, now } = options;
  const checks = createCheckRegistry(options.checks);
  const tiers = new Map(
    settings.tiers.tiers.map(({ id, title }) => [id, title]),
  );
  const scorecards = settings.scorecards.map<PreparedScorecard>(scorecard => ({
    scorecard,
    layout: layoutOf(scorecard),
    places: new Map(scorecard.levels.map(({ id }, place) => [id, place])),
  }));
  const fingerprint = settingsFingerprint(
    settings.scorecards,
    options.checks,
    settings,
  );
  const due = new DueStore(database);
  const results = new ResultStore();
  const exemptions = new ExemptionStore(database);
  const signals = new ScorecardSignals(options);
  const fingerprints = new ServiceFingerprints(fingerprint);
  const judge = new ScorecardJudge({
    scorecards,
    checks,
    tiers,
    due,
    results,
    exemptions,
    evidence: options.evidenceStore,
    fingerprints,
    projection,
    ledger,
    logger: options.logger,
    // SQLite has one connection; a second transaction would only wait for it.
    atOnce: isPostgres(database) ? 2 : 1,
    tell: changed => signals.tell(changed),
    now,
  });
  const watch = new CatalogWatch({
    database,
    due,
    judge,
    projection,
    fingerprints,
    settings: fingerprint,
    scorecards: settings.scorecards.map(({ id }) => id),
    now,
  });
  const levels = new Map(
    settings.scorecards.map(card => [
      card.id,
      card.levels.map(level => level.id),
    ]),
  );
  let notedAt = -Infinity;
  const run = async (signal: AbortSignal) => {
    await watch.run(signal);
    await judge.run(signal);
    if (now() - notedAt >= DAY_NOTED_MS) {
      await results.noteDay(database, levels, now());
      notedAt = now();
    }
  };

  return {
    arrivals: judge,
    begin: async () => {
      await scheduleLocally(
        {
          id: 'continuity-scorecards',
          frequency: FREQUENCY,
          timeout: TIMEOUT,
          run,
          failure: 'Scorecards could not be judged',
        },
        options,
      );
      return createScorecardRoutes({
        ...options,
        reader: new ScorecardReader({
          ...options,
          scorecards,
          checks,
          tiers: settings.tiers.tiers,
          queries: new ResultQueries(database),
          due,
          exemptions,
          problem: () => watch.problem,
          now,
        }),
        exemptions: new ExemptionDesk({
          ...options,
          scorecards: settings.scorecards,
          store: exemptions,
          due,
          soon: () => judge.soon(),
          now,
        }),
      });
    },
  };
}
