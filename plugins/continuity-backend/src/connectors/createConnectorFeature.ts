import type {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ChangeSettings, Instant } from '@continuity/engine';
import type { ChangeConnector } from '@continuity/plugin-continuity-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type {
  ChangeJudge,
  ChangeReader,
  ChangeStore,
  ChangeWriter,
  ReadinessNow,
} from '../changes';
import type { Access } from '../http';
import {
  followLedger,
  type LedgerFollowers,
  type LedgerService,
} from '../ledger';
import { scheduleLocally } from '../scheduling';
import { ChangePusher } from './ChangePusher';
import { ConnectorHands } from './ConnectorHands';
import { ConnectorPuller } from './ConnectorPuller';
import { ConnectorReader } from './ConnectorReader';
import { createConnectorRoutes } from './connectorRoutes';
import { ConnectorStore } from './ConnectorStore';
import { DecisionDesk } from './DecisionDesk';
import { DraftDesk } from './DraftDesk';
import { ExternalItems } from './ExternalItems';
import { ExternalPeople } from './ExternalPeople';
import { QueueFollower } from './QueueFollower';
import { RecordDesk } from './RecordDesk';

/** How often each replica looks for changes that are to be written: one cheap query. */
const PUSH_EVERY = { seconds: 5 };
const PUSH_TIMEOUT = { minutes: 10 };
const PULL_TIMEOUT = { minutes: 10 };

export interface ConnectorFeatureOptions {
  access: Access;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  /** By id, each of them once. */
  connectors: ReadonlyMap<string, ChangeConnector>;
  changes: {
    store: ChangeStore;
    reader: ChangeReader;
    judge: ChangeJudge;
    writer: ChangeWriter;
    readiness: ReadinessNow;
  };
  /** Where the portal shows changes, up to their id. */
  changesUrl: string;
  database: Knex;
  followers: LedgerFollowers;
  ledger: LedgerService;
  logger: LoggerService;
  scheduler: SchedulerService;
  settings: ChangeSettings;
  now: () => Instant;
}

/** Changes in other systems: written there, followed there, and shown. */
export async function createConnectorFeature(
  options: ConnectorFeatureOptions,
): Promise<Router> {
  const { connectors, database, scheduler } = options;
  const { store: changes, reader } = options.changes;
  const store = new ConnectorStore(database);
  const items = new ExternalItems(options);
  const people = new ExternalPeople(options);
  const random = Math.random;
  const pusher = new ChangePusher({
    ...options,
    store,
    changes,
    items,
    random,
  });
  const news = {
    ...options,
    ...options.changes,
    store,
    changes,
    hands: new ConnectorHands({ ...options, ...options.changes }),
    items,
    people,
  };
  const puller = new ConnectorPuller({
    ...news,
    records: new RecordDesk(news),
    decisions: new DecisionDesk(news),
    drafts: new DraftDesk(news),
    random,
  });
  if (connectors.size > 0) {
    await followLedger(
      new QueueFollower({
        ...options,
        store,
        connectors: [...connectors.values()],
      }),
      options,
    );
    await scheduleLocally(
      {
        id: 'continuity-connector-queue',
        frequency: PUSH_EVERY,
        timeout: PUSH_TIMEOUT,
        initialDelay: PUSH_EVERY,
        run: signal => pusher.run(signal),
        failure: 'Changes could not be written to other systems',
      },
      options,
    );
  }
  for (const connector of connectors.values()) {
    await scheduler.scheduleTask({
      id: `continuity-connector-pull-${connector.id}`,
      // One replica asks; what it is told is for all.
      scope: 'global',
      frequency: { seconds: connector.pullEverySeconds },
      timeout: PULL_TIMEOUT,
      initialDelay: PUSH_EVERY,
      fn: signal => puller.run(connector, signal),
    });
  }
  return createConnectorRoutes({
    ...options,
    reader: new ConnectorReader({
      ...options,
      store,
      changes: reader,
      pusher,
    }),
  });
}
