import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { holidayCalendar } from '../catalog/__testUtils__/FakeCatalog';
import { documentOf } from '../catalog/documents';
import { standingEntry, type StandingChange } from '../catalog/standingEntry';
import {
  createOffice,
  financeCalendar,
  monthEnd,
} from './__testUtils__/office';

jest.setTimeout(60_000);

const databases = bothDatabases();
const NOW = '2026-01-20T12:00:00Z';
const REF = 'freezecalendar:default/finance';

const holidays = (date: string): Entity => {
  const entity = holidayCalendar('switzerland', {
    owner: 'group:default/people',
    days: [{ date, title: 'Christmas' }],
  });
  return { ...entity, metadata: { ...entity.metadata, title: 'Switzerland' } };
};

const broken = (): Entity =>
  financeCalendar(monthEnd({ start: 'soon' })) as Entity;

describe.each(databases.eachId())(
  'telling of calendars that cannot be read on %s',
  databaseId => {
    async function open(
      entities: Entity[],
      options: Partial<Parameters<typeof createOffice>[1]> = {},
    ) {
      const knex = await databases.migrated(databaseId);
      const office = createOffice(knex, { entities, now: NOW, ...options });
      // Readers begin behind what was before them.
      await office.tell();
      return {
        ...office,
        /** What the readers of the catalog and of feeds write when it changes. */
        async changed(
          change: Omit<StandingChange, 'entityRef'>,
          entityRef = REF,
        ) {
          const entry = standingEntry(
            { entityRef, ...change },
            office.world.state.now,
          );
          if (!entry) {
            throw new Error('Nothing changed');
          }
          await office.ledger.write((_, append) => append([entry]));
        },
      };
    }

    const lastGoodAt = Date.parse('2026-01-20T11:58:00Z');

    it('tells the owner once that it degrades, and once that it recovers', async () => {
      const office = await open([financeCalendar(monthEnd())]);
      office.world.change(broken());
      await office.changed({
        before: 'good',
        after: 'bad',
        problem: 'spec.windows.0.start: "soon" is not a date',
        lastGoodAt,
      });
      await expect(office.tell()).resolves.toEqual([
        'group:default/finance | Degraded: Finance',
      ]);
      expect(office.last().payload).toEqual({
        title: 'Degraded: Finance',
        description:
          'The newest version of the calendar freezecalendar:default/finance cannot be read or fetched. spec.windows.0.start: "soon" is not a date. What was good last of Tue 20 Jan 2026, 11:58 UTC stays in force, and nothing newer counts. Mend it where it is kept, or the feed that it follows; the calendar page shows what is wrong.',
        link: '/continuity/calendar?calendar=freezecalendar%3Adefault%2Ffinance',
        severity: 'normal',
        topic: 'Calendars that cannot be read',
        scope: expect.stringMatching(/^continuity:calendar:[0-9a-f]{64}$/),
      });
      const { scope } = office.last().payload;
      await expect(office.tell()).resolves.toEqual([]);
      office.world.change(financeCalendar(monthEnd()));
      await office.changed({ before: 'bad', after: 'good' });
      await expect(office.tell()).resolves.toEqual([
        'group:default/finance | Recovered: Finance',
      ]);
      // It takes the place of the other.
      expect(office.last().payload).toMatchObject({ scope, severity: 'low' });
      await expect(office.tell()).resolves.toEqual([]);
    });

    it('says of one that was never good that it closes', async () => {
      const office = await open([]);
      office.world.change(broken());
      await office.changed({
        before: 'new',
        after: 'bad',
        problem: 'spec.windows.0.start: "soon" is not a date',
      });
      await expect(office.tell()).resolves.toEqual([
        'group:default/finance | Closed because it cannot be read: Finance',
      ]);
      expect(office.last().payload.severity).toBe('high');
      expect(office.last().description).toContain(
        'everything that it may be for is closed until it is mended',
      );
    });

    it('does not say that it recovered while it cannot be read for another reason', async () => {
      const office = await open([broken()]);
      await office.changed({ before: 'bad', after: 'good' });
      await expect(office.tell()).resolves.toEqual([]);
    });

    it('tells nobody of one that is gone, or whose owner nobody knows', async () => {
      const office = await open([]);
      await office.changed({ before: 'new', after: 'bad', problem: 'x' });
      await expect(office.tell()).resolves.toEqual([]);
      const nobody = broken();
      office.world.change({
        ...nobody,
        spec: { ...nobody.spec, owner: ['a', 'b'] },
      });
      await office.changed({ before: 'new', after: 'bad', problem: 'x' });
      await expect(office.tell()).resolves.toEqual([]);
      expect(documentOf(nobody).entityRef).toBe(REF);
    });

    it('is told once, also with several replicas and when notifications fail for a while', async () => {
      const office = await open([broken()]);
      office.state.fail = () => new ServiceUnavailableError('down');
      await office.changed({ before: 'new', after: 'bad', problem: 'x' });
      await expect(office.tell()).resolves.toEqual([]);
      office.state.fail = undefined;
      office.at('2026-01-20T13:00:00Z');
      const others = [office.replica(), office.replica()];
      await Promise.all(others.map(other => other.send()));
      await office.tell();
      expect(office.told.map(({ title }) => title)).toEqual([
        'Closed because it cannot be read: Finance',
      ]);
    });

    it('sets an entry aside that it cannot understand, and goes on', async () => {
      const office = await open([broken()]);
      await office.ledger.write((_, append) =>
        append([
          {
            id: randomUUID(),
            type: 'calendar.degraded',
            at: NOW,
            actor: { ref: 'system' },
            subjects: [REF],
            data: { problem: 7 },
          },
        ]),
      );
      await office.changed({ before: 'new', after: 'bad', problem: 'x' });
      const said = await office.tellUntil('2026-01-27T12:00:00Z', 1);
      expect(said).toEqual([
        'group:default/finance | Closed because it cannot be read: Finance',
      ]);
    });

    it('tells whoever answers for holidays that they degrade, and that they recover', async () => {
      const office = await open([holidays('2026-12-25')]);
      const ref = documentOf(holidays('soon')).entityRef;
      // What is stored beside a version that cannot be read.
      office.world.spoil(holidays('soon'), {
        entity: holidays('2026-12-25'),
        at: lastGoodAt,
      });
      await office.changed(
        { before: 'good', after: 'bad', problem: 'x', lastGoodAt },
        ref,
      );
      await expect(office.tell()).resolves.toEqual([
        'group:default/people | Degraded: Switzerland',
      ]);
      expect(office.last().payload).toMatchObject({
        description:
          'The newest version of the holiday calendar holidaycalendar:default/switzerland cannot be read. x. Peaks are counted by the days off that were good last of Tue 20 Jan 2026, 11:58 UTC, and nothing newer counts. Mend it where it is kept; the calendar page shows whose peaks are counted by it.',
        link: '/continuity/calendar',
        severity: 'normal',
      });
      office.world.change(holidays('2026-12-26'));
      await office.changed({ before: 'bad', after: 'good' }, ref);
      await expect(office.tell()).resolves.toEqual([
        'group:default/people | Recovered: Switzerland',
      ]);
    });

    it('says of holidays that were never good what that closes', async () => {
      const office = await open([holidays('soon')]);
      await office.changed(
        { before: 'new', after: 'bad', problem: 'x' },
        'holidaycalendar:default/switzerland',
      );
      await expect(office.tell()).resolves.toEqual([
        'group:default/people | Closed because it cannot be read: Switzerland',
      ]);
      expect(office.last().description).toContain(
        'Nobody knows which days are worked',
      );
    });

    it('leads to the page where the app has it', async () => {
      const office = await open([broken()], { pagePath: '/resilience' });
      await office.changed({ before: 'new', after: 'bad', problem: 'x' });
      await office.tell();
      expect(office.last().payload.link).toBe(
        '/resilience/calendar?calendar=freezecalendar%3Adefault%2Ffinance',
      );
    });
  },
);
