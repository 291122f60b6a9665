import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { DefaultNotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  createOffice,
  financeCalendar,
  monthEnd,
  serviceOf,
} from './__testUtils__/office';

jest.setTimeout(60_000);

const databases = bothDatabases();
const empty = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function group(name: string, ...members: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  };
}

/** Backstage's own notification backend, with what it shows to somebody. */
async function startNotifications(knex: Knex, groups: Entity[]) {
  const backend = await startTestBackend({
    features: [
      notificationsPlugin,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities: groups }),
    ],
  });
  const { port } = backend.server;
  return {
    sender: DefaultNotificationService.create({
      auth: mockServices.auth({ pluginId: 'continuity' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://localhost:${port()}/api/notifications`,
      }),
    }),
    async shownTo(user: string): Promise<{ title: string; scope: string }[]> {
      const { body } = await request(backend.server)
        .get('/api/notifications')
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${user}`),
        );
      return body.notifications.map(
        ({ payload }: { payload: { title: string; scope: string } }) => payload,
      );
    },
    stop: () => backend.stop(),
  };
}

type Shown = { title: string; scope: string }[];

/** The notification backend has answered before everything that it took in is shown. */
async function eventually(
  ask: () => Promise<Shown>,
  holds: (shown: Shown) => boolean,
): Promise<Shown> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const shown = await ask();
    if (holds(shown) || Date.now() > deadline) return shown;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe.each(databases.eachId())(
  'the notification backend on %s',
  databaseId => {
    it('shows each freeze once to each member, and its last news only', async () => {
      const portal = await startNotifications(await empty.init(databaseId), [
        group('team-a', 'anna', 'ben'),
        group('finance', 'cleo'),
      ]);
      const office = createOffice(await databases.migrated(databaseId), {
        entities: [
          serviceOf('team-a', 'one'),
          serviceOf('team-that-left', 'two'),
          financeCalendar(
            monthEnd(),
            // As long as titles may be.
            monthEnd({ id: 'long', title: `${'ä'.repeat(299)}x` }),
          ),
        ],
        now: '2026-01-29T12:00:00Z',
        sender: portal.sender,
      });
      try {
        const begins = 'Freeze begins Fri 30 Jan 2026, 18:00: Month-end close';
        const shown = await eventually(
          async () => {
            // Again and again, as in life: what could not be sent is sent then.
            await office.tell();
            return portal.shownTo('anna');
          },
          found => found.length >= 2,
        );
        expect(shown.map(({ title }) => title).sort()).toEqual([
          begins,
          expect.stringMatching(/^Freeze begins Fri 30 Jan 2026, 18:00: ä+…$/),
        ]);
        for (const member of ['ben', 'cleo']) {
          const theirs = await eventually(
            () => portal.shownTo(member),
            found => found.length >= 2,
          );
          expect(theirs).toHaveLength(2);
        }

        office.at('2026-01-31T07:00:00Z');
        await office.tell();
        const later = await eventually(
          () => portal.shownTo('anna'),
          found => found.every(({ title }) => /^Freeze lifted/.test(title)),
        );
        expect(later.map(({ title }) => title).sort()).toEqual([
          'Freeze lifted: Month-end close',
          expect.stringMatching(/^Freeze lifted: ä+/),
        ]);
        expect(later.map(({ scope }) => scope).sort()).toEqual(
          shown.map(({ scope }) => scope).sort(),
        );
        expect(office.logger.warn).not.toHaveBeenCalled();
      } finally {
        await portal.stop();
      }
    });
  },
);
