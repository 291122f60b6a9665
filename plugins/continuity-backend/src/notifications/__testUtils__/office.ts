import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { createWorld } from '../../calendars/__testUtils__/world';
import { freezeCalendar } from '../../catalog/__testUtils__/FakeCatalog';
import type { FreezeNoticeSettings } from '../../config';
import {
  KnexLedgerStore,
  LedgerCursorStore,
  LedgerReader,
  LedgerService,
} from '../../ledger';
import { DeliveryStore } from '../DeliveryStore';
import { FreezeWatch } from '../FreezeWatch';
import { FreezeWatchStore } from '../FreezeWatchStore';
import { lastEditOf } from '../lastEdit';
import { NoticeSender } from '../NoticeSender';
import { OwnerMail } from '../OwnerMail';
import { StandingSender } from '../StandingSender';

const SETTINGS: FreezeNoticeSettings = {
  enabled: true,
  noticeMs: 2 * 86_400_000,
  reminders: [],
  enforcement: ['block', 'approval'],
};

/** What one owner was told. */
export interface Told {
  owner: string;
  title: string;
  description: string;
  payload: NotificationSendOptions['payload'];
  excluded?: string | string[];
}

/**
 * Everything that tells owners, on a database, with a catalog in memory and a clock that
 * tests move.
 */
export function createOffice(
  knex: Knex,
  options: {
    entities: Entity[];
    now: string;
    settings?: Partial<FreezeNoticeSettings>;
    /** How long the catalog may fill. Absent: it is full. */
    settleMs?: number;
    /** Who else is given what is sent. Absent: nobody. */
    sender?: NotificationService;
    /** Where the page is in the app. Absent: `/continuity`. */
    pagePath?: string;
  },
) {
  const world = createWorld(options.entities, { now: Date.parse(options.now) });
  const ledger = new LedgerService(new KnexLedgerStore(knex));
  const logger = mockServices.logger.mock();
  const told: Told[] = [];
  const state = {
    /** What the notification backend does. Absent: it takes everything. */
    fail: undefined as ((owner: string) => Error | undefined) | undefined,
    settings: { ...SETTINGS, ...options.settings },
  };
  const notifications = {
    async send({ recipients, payload }: NotificationSendOptions) {
      if (recipients.type !== 'entity') {
        throw new Error('Everybody was told');
      }
      const owner = String(recipients.entityRef);
      const error = state.fail?.(owner);
      if (error) {
        throw error;
      }
      await options.sender?.send({ recipients, payload });
      told.push({
        owner,
        title: payload.title,
        description: payload.description ?? '',
        payload,
        excluded: recipients.excludeEntityRef,
      });
    },
  };
  const replica = () => {
    const watch = new FreezeWatch({
      ...world,
      store: new FreezeWatchStore(knex),
      ledger,
      lastEdit: window => lastEditOf(knex, window),
      settings: state.settings,
      settleMs: options.settleMs ?? 0,
      logger,
    });
    const deliveries = new DeliveryStore(knex);
    const mail = new OwnerMail({ notifications, deliveries });
    const { pagePath = '/continuity' } = options;
    const readers = [
      new NoticeSender({ mail, deliveries, pagePath, now: world.now }),
      new StandingSender({ ...world, mail, deliveries, pagePath }),
    ].map(
      follower =>
        new LedgerReader({
          follower,
          store: new LedgerCursorStore(knex),
          ledger,
          logger,
          now: world.now,
        }),
    );
    return {
      look: () => watch.look(),
      async send() {
        await ledger.sequence();
        for (const reader of readers) {
          await reader.begin();
          await reader.run(new AbortController().signal);
        }
      },
    };
  };
  const only = replica();
  let begun: Promise<void> | undefined;
  const office = {
    world,
    ledger,
    logger,
    state,
    replica,
    /** Everything that was ever said. */
    told,
    /** Moves the clock. */
    at: (now: string) => {
      world.state.now = Date.parse(now);
    },
    /** Looks, sends, and returns what was said of it: the owner and the title. */
    async tell(): Promise<string[]> {
      const before = told.length;
      begun ??= only.send();
      await begun;
      await only.look();
      await only.send();
      return told
        .slice(before)
        .map(({ owner, title }) => `${owner} | ${title}`)
        .sort();
    },
    /** {@link tell} every few hours up to a moment. */
    async tellUntil(end: string, everyHours = 12): Promise<string[]> {
      const said: string[] = [];
      while (world.state.now < Date.parse(end)) {
        world.state.now = Math.min(
          world.state.now + everyHours * 3_600_000,
          Date.parse(end),
        );
        said.push(...(await office.tell()));
      }
      return said;
    },
    last: () => told[told.length - 1],
  };
  return office;
}

/** A service of a team, in production. */
export function serviceOf(team: string | undefined, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      ...(team !== undefined && { owner: team }),
    },
  };
}

/** A calendar of the finance group with some windows, in Zurich. */
export function financeCalendar(...windows: object[]): Entity {
  const entity = freezeCalendar('finance');
  return JSON.parse(
    JSON.stringify({
      ...entity,
      metadata: { ...entity.metadata, title: 'Finance' },
      spec: {
        owner: 'group:default/finance',
        timezone: 'Europe/Zurich',
        windows,
      },
    }),
  );
}

/** The month-end close, on the evening of 30 January 2026. */
export function monthEnd(change: object = {}): object {
  return {
    id: 'month-end',
    title: 'Month-end close',
    reason: 'The books of the month are closed',
    start: '2026-01-30T18:00:00',
    end: '2026-01-31T08:00:00',
    ...change,
  };
}
