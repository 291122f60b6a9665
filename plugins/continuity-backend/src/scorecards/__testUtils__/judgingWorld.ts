import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  builtinChecks,
  builtinEvidenceKinds,
  createCheckRegistry,
  createEvidenceRegistry,
  defaultTierSettings,
  describeContinuity,
  systemsOf,
  type Check,
  type Scorecard,
} from '@continuity/engine';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { CatalogService, CatalogSnapshot } from '../../catalog';
import { isPostgres } from '../../database';
import { EvidenceService, KnexEvidenceStore } from '../../evidence';
import { KnexLedgerStore, LedgerService } from '../../ledger';
import { CatalogWatch } from '../CatalogWatch';
import { DueStore } from '../DueStore';
import { ExemptionStore } from '../ExemptionStore';
import {
  layoutOf,
  ServiceFingerprints,
  settingsFingerprint,
} from '../fingerprints';
import { ResultQueries } from '../ResultQueries';
import { ResultStore } from '../ResultStore';
import { ScorecardJudge } from '../ScorecardJudge';

const TIERS = new Map(
  defaultTierSettings.tiers.map(({ id, title }) => [id, title]),
);

/** Two checks of evidence, and a level for each. */
export const planned: Scorecard = {
  id: 'planned',
  title: 'Planned',
  audience: { entities: { kind: 'Component' } },
  environment: 'production',
  checks: [
    { check: 'rollback-plan-current', weight: 3 },
    { check: 'last-deployment-succeeded', weight: 1 },
  ],
  levels: [
    { id: 'plan', title: 'Plan', requires: ['rollback-plan-current'] },
    { id: 'all', title: 'All', requires: [], atLeast: 100 },
  ],
};

export function serviceOf(entity: Entity): CatalogService {
  return {
    entityRef: stringifyEntityRef(entity),
    entity,
    profile: describeContinuity(entity.spec?.continuity, defaultTierSettings),
    environments: [{ name: 'production', role: 'primary' }],
    environmentsSource: 'organisation',
    systems: systemsOf(entity),
    businessFunctions: [],
  };
}

/** What a catalog of one revision looks like to those who judge. */
export class FakeProjection {
  revision = 1;
  services = new Map<string, CatalogService>();

  become(...entities: Entity[]): void {
    this.revision += 1;
    this.services = new Map(
      entities.map(entity => [stringifyEntityRef(entity), serviceOf(entity)]),
    );
  }

  async current() {
    const { revision, services } = this;
    return { revision, services } as unknown as CatalogSnapshot;
  }

  lastProblem() {
    return undefined;
  }
}

/** One replica that judges, on a database that others may share. */
export function createReplica(options: {
  knex: Knex;
  projection: FakeProjection;
  clock: { now: number };
  scorecards?: Scorecard[];
  checks?: readonly Check[];
}) {
  const { knex, projection, clock } = options;
  const { scorecards = [planned], checks = builtinChecks } = options;
  const now = () => clock.now;
  const ledger = new LedgerService(new KnexLedgerStore(knex));
  const evidenceStore = new KnexEvidenceStore(knex);
  const settings = settingsFingerprint(scorecards, checks, {
    tiers: defaultTierSettings,
    environments: [],
  });
  const due = new DueStore(knex);
  const exemptions = new ExemptionStore(knex);
  const fingerprints = new ServiceFingerprints(settings);
  const told: string[] = [];
  const judge = new ScorecardJudge({
    scorecards: scorecards.map(scorecard => ({
      scorecard,
      layout: layoutOf(scorecard),
      places: new Map(scorecard.levels.map(({ id }, place) => [id, place])),
    })),
    checks: createCheckRegistry(checks),
    tiers: TIERS,
    due,
    results: new ResultStore(),
    exemptions,
    evidence: evidenceStore,
    fingerprints,
    projection,
    ledger,
    logger: mockServices.logger.mock(),
    atOnce: isPostgres(knex) ? 2 : 1,
    tell: changed => told.push(...changed),
    now,
  });
  const watch = new CatalogWatch({
    database: knex,
    due,
    judge,
    projection,
    fingerprints,
    settings,
    scorecards: scorecards.map(({ id }) => id),
    now,
  });
  const evidence = new EvidenceService({
    store: evidenceStore,
    ledger,
    kinds: createEvidenceRegistry(builtinEvidenceKinds),
    logger: mockServices.logger.mock(),
    arrivals: { note: judge.note.bind(judge), committed: () => {} },
    now,
  });
  const queries = new ResultQueries(knex);
  return {
    judge,
    watch,
    evidence,
    evidenceStore,
    ledger,
    due,
    exemptions,
    queries,
    told,
    layout: (id: string) =>
      layoutOf(scorecards.find(card => card.id === id) ?? planned),
    /** What the schedule does. */
    tick: async () => {
      await watch.run(AbortSignal.timeout(60_000));
      await judge.run();
    },
    /** Entries of the ledger, of types that begin so. */
    entries: async (type: string) => {
      await ledger.sequence();
      const { items } = await ledger.entries(0, 500);
      return items
        .map(({ canonical }) => JSON.parse(canonical))
        .filter(entry => entry.type.startsWith(type));
    },
  };
}
