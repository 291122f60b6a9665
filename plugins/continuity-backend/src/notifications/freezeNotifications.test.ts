import { KnexPortalWindowStore, PortalCalendarSource } from '../calendars';
import type { StoredPortalWindow } from '../calendars/PortalWindowStore';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  createOffice,
  financeCalendar,
  monthEnd,
  serviceOf,
} from './__testUtils__/office';

jest.setTimeout(60_000);

const databases = bothDatabases();

/** Two teams with three services. */
const SERVICES = [
  serviceOf('team-a', 'one'),
  serviceOf('team-a', 'two'),
  serviceOf('team-b', 'three'),
];

describe.each(databases.eachId())('telling of freezes on %s', databaseId => {
  async function open(
    windows: object[],
    options: Partial<Parameters<typeof createOffice>[1]> = {},
  ) {
    const knex = await databases.migrated(databaseId);
    const office = createOffice(knex, {
      entities: [...SERVICES, financeCalendar(...windows)],
      now: '2026-01-20T12:00:00Z',
      ...options,
    });
    return { ...office, knex };
  }

  it('tells each owner once before it begins and once when it lifts', async () => {
    const office = await open([monthEnd()]);
    await expect(office.tell()).resolves.toEqual([]);
    // 18:00 in Zurich is 17:00 in UTC.
    office.at('2026-01-28T16:59:00Z');
    await expect(office.tell()).resolves.toEqual([]);
    office.at('2026-01-28T17:00:30Z');
    const begins = 'Freeze begins Fri 30 Jan 2026, 18:00: Month-end close';
    await expect(office.tell()).resolves.toEqual([
      `group:default/finance | ${begins}`,
      `group:default/team-a | ${begins}`,
      `group:default/team-b | ${begins}`,
    ]);
    const toTeamA = office.told.find(({ owner }) => owner.endsWith('team-a'));
    expect(toTeamA?.payload).toEqual({
      title: begins,
      description:
        'Fri 30 Jan 2026, 18:00 to Sat 31 Jan 2026, 08:00 (Europe/Zurich). It blocks releases of 2 services of team-a. Why: The books of the month are closed. Release what must go out before it begins, or plan it for after its end. Rollbacks may go ahead. Calendar: Finance.',
      link: '/continuity/calendar?date=2026-01-30&of=freezecalendar%3Adefault%2Ffinance&window=month-end&at=2026-01-30T17%3A00%3A00.000Z',
      severity: 'high',
      topic: 'Freezes',
      scope: expect.stringMatching(/^continuity:freeze:[0-9a-f]{64}$/),
    });
    await expect(office.tellUntil('2026-01-31T06:30:00Z')).resolves.toEqual([]);
    office.at('2026-01-31T07:00:00Z');
    const lifted = 'Freeze lifted: Month-end close';
    await expect(office.tell()).resolves.toEqual([
      `group:default/finance | ${lifted}`,
      `group:default/team-a | ${lifted}`,
      `group:default/team-b | ${lifted}`,
    ]);
    // The same notification, so that nobody keeps the old one.
    expect(
      office.told
        .filter(({ owner }) => owner.endsWith('team-a'))
        .map(({ payload }) => payload.scope),
    ).toEqual([toTeamA?.payload.scope, toTeamA?.payload.scope]);
    await expect(office.tellUntil('2026-02-03T00:00:00Z')).resolves.toEqual([]);
    await expect(office.knex('announced_freezes')).resolves.toEqual([]);
    await expect(office.knex('freeze_notice_deliveries')).resolves.toEqual([]);
    // Who was told of what and when is on record.
    const { items } = await office.ledger.entries(0, 100);
    expect(items.map(({ canonical }) => JSON.parse(canonical).type)).toEqual([
      'calendar.freeze.upcoming',
      'calendar.freeze.lifted',
    ]);
  });

  it('says what the clocks do, and counts the notice in hours', async () => {
    const office = await open(
      [
        monthEnd({
          id: 'spring',
          title: 'Night of the gap',
          start: '2026-03-28T22:00:00',
          end: '2026-03-29T10:00:00',
        }),
      ],
      { now: '2026-03-26T20:59:00Z' },
    );
    await expect(office.tell()).resolves.toEqual([]);
    office.at('2026-03-26T21:00:30Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze begins Sat 28 Mar 2026, 22:00: Night of the gap',
    );
    expect(office.last().description).toMatch(
      /^Sat 28 Mar 2026, 22:00 to Sun 29 Mar 2026, 10:00 \(Europe\/Zurich\)\. /,
    );
    expect(office.last().description).toMatch(/11 h/);
    // 10:00 in summer time.
    office.at('2026-03-29T07:59:00Z');
    await expect(office.tell()).resolves.toEqual([]);
    office.at('2026-03-29T08:00:00Z');
    await expect(office.tell()).resolves.toHaveLength(3);
  });

  it('tells of a freeze that is moved within the notice period, and of nothing else', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    await expect(office.tell()).resolves.toHaveLength(3);
    office.world.change(
      financeCalendar(monthEnd({ start: '2026-01-30T14:00:00' })),
    );
    office.at('2026-01-29T12:10:00Z');
    const moved = 'Freeze moved to Fri 30 Jan 2026, 14:00: Month-end close';
    await expect(office.tell()).resolves.toEqual([
      `group:default/finance | ${moved}`,
      `group:default/team-a | ${moved}`,
      `group:default/team-b | ${moved}`,
    ]);
    expect(office.last().description).toContain(
      'Fri 30 Jan 2026, 14:00 to Sat 31 Jan 2026, 08:00 (Europe/Zurich). Before, it was to be Fri 30 Jan 2026, 18:00 to Sat 31 Jan 2026, 08:00 (Europe/Zurich).',
    );
    // Words alone are no news.
    office.world.change(
      financeCalendar(
        monthEnd({
          start: '2026-01-30T14:00:00',
          reason: 'The books are closed',
        }),
      ),
    );
    await expect(office.tellUntil('2026-01-31T06:59:00Z')).resolves.toEqual([]);
    office.at('2026-01-31T07:00:00Z');
    await expect(office.tell()).resolves.toHaveLength(3);
    expect(office.last().description).toContain('Why: The books are closed.');
    expect(new Set(office.told.map(({ payload }) => payload.scope)).size).toBe(
      3,
    );
  });

  it('says nothing of what is moved, added or removed beyond the notice period', async () => {
    const office = await open([monthEnd()]);
    await office.tell();
    office.world.change(
      financeCalendar(
        monthEnd({ start: '2026-01-30T14:00:00' }),
        monthEnd({ id: 'more' }),
      ),
    );
    await expect(office.tellUntil('2026-01-20T13:00:00Z')).resolves.toEqual([]);
    office.world.change(financeCalendar());
    await expect(office.tellUntil('2026-02-02T00:00:00Z')).resolves.toEqual([]);
  });

  it('tells of a freeze that is put off beyond the notice period, and then of it again', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    await office.tell();
    office.world.change(
      financeCalendar(
        monthEnd({ start: '2026-02-10T18:00:00', end: '2026-02-11T08:00:00' }),
      ),
    );
    office.at('2026-01-29T12:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze moved to Tue 10 Feb 2026, 18:00: Month-end close',
    );
    const said = await office.tellUntil('2026-02-12T00:00:00Z');
    expect(said.filter(text => text.includes('team-a'))).toEqual([
      'group:default/team-a | Freeze begins Tue 10 Feb 2026, 18:00: Month-end close',
      'group:default/team-a | Freeze lifted: Month-end close',
    ]);
  });

  it('tells of a freeze that is added within the notice period, or is in force at once', async () => {
    const office = await open([], { now: '2026-01-29T12:00:00Z' });
    await office.tell();
    office.world.change(financeCalendar(monthEnd()));
    office.at('2026-01-29T12:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | New freeze Fri 30 Jan 2026, 18:00: Month-end close',
    );
    office.world.change(
      financeCalendar(
        monthEnd(),
        monthEnd({
          id: 'incident',
          title: 'Incident',
          enforcement: 'approval',
          rollbacksExempt: false,
          start: '2026-01-29T13:00:00',
          end: '2026-01-29T18:00:00',
        }),
      ),
    );
    office.at('2026-01-29T12:20:00Z');
    await expect(office.tell()).resolves.toEqual([
      'group:default/finance | Freeze in force: Incident',
      'group:default/team-a | Freeze in force: Incident',
      'group:default/team-b | Freeze in force: Incident',
    ]);
    expect(office.last().payload.severity).toBe('normal');
    expect(office.last().description).toMatch(
      /^In force until Thu 29 Jan 2026, 18:00 \(Europe\/Zurich\)\. .*Get approval for what cannot wait for its end\. Calendar: Finance\.$/,
    );
    // Its end comes earlier, and then it is taken away.
    office.world.change(
      financeCalendar(
        monthEnd(),
        monthEnd({
          id: 'incident',
          title: 'Incident',
          enforcement: 'approval',
          start: '2026-01-29T13:00:00',
          end: '2026-01-29T17:00:00',
        }),
      ),
    );
    office.at('2026-01-29T13:00:00Z');
    await expect(office.tell()).resolves.toHaveLength(3);
    expect(office.last().description).toContain(
      'In force until Thu 29 Jan 2026, 17:00 (Europe/Zurich). Before, it was to end Thu 29 Jan 2026, 18:00.',
    );
    office.world.change(financeCalendar(monthEnd()));
    office.at('2026-01-29T13:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze lifted: Incident',
    );
    expect(office.last().description).toMatch(
      /^It is over before its end, which was to be Thu 29 Jan 2026, 17:00/,
    );
    await expect(office.tellUntil('2026-01-29T20:00:00Z')).resolves.toEqual([]);
  });

  it('tells of a freeze that is removed, and does not lift it later', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    await office.tell();
    office.world.change(financeCalendar());
    office.at('2026-01-29T12:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze called off: Month-end close',
    );
    expect(office.last().description).toMatch(
      /^It does not take place Fri 30 Jan 2026, 18:00 to Sat 31 Jan 2026, 08:00 \(Europe\/Zurich\)\. It was for 1 service of team-b\./,
    );
    expect(office.last().payload.severity).toBe('low');
    await expect(office.tellUntil('2026-02-02T00:00:00Z')).resolves.toEqual([]);
  });

  it('tells of one occurrence that is overridden, or does not take place', async () => {
    const weekly = (change: object) =>
      financeCalendar(
        monthEnd({ id: 'weekly', rrule: 'FREQ=WEEKLY', ...change }),
      );
    const office = await open([], { now: '2026-02-05T12:00:00Z' });
    office.world.change(weekly({}));
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze begins Fri 6 Feb 2026, 18:00: Month-end close',
    );
    office.world.change(
      weekly({
        overrides: [
          {
            occurrence: '2026-02-06T18:00:00',
            start: '2026-02-06T16:00:00',
            title: 'Early close',
          },
        ],
      }),
    );
    office.at('2026-02-05T12:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze moved to Fri 6 Feb 2026, 16:00: Early close',
    );
    office.world.change(weekly({ exdates: ['2026-02-06T18:00:00'] }));
    office.at('2026-02-05T12:20:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze called off: Early close',
    );
    expect(office.last().description).toContain(
      'It takes place next Fri 13 Feb 2026, 18:00 to Sat 14 Feb 2026, 08:00 (Europe/Zurich).',
    );
    const said = await office.tellUntil('2026-02-14T12:00:00Z');
    expect(said.filter(text => text.includes('team-a'))).toEqual([
      'group:default/team-a | Freeze begins Fri 13 Feb 2026, 18:00: Month-end close',
      'group:default/team-a | Freeze lifted: Month-end close',
    ]);
  });

  it('announces a nightly freeze once, and says when one night is moved', async () => {
    const nightly = (change: object = {}) =>
      monthEnd({
        id: 'nightly',
        title: 'Night',
        start: '2026-02-02T22:00:00',
        end: '2026-02-03T06:00:00',
        rrule: 'FREQ=DAILY;COUNT=20',
        ...change,
      });
    const office = await open([nightly()], { now: '2026-01-30T12:00:00Z' });
    const said = await office.tellUntil('2026-02-06T12:00:00Z');
    expect(said.filter(text => text.includes('team-a'))).toEqual([
      'group:default/team-a | Freeze begins Mon 2 Feb 2026, 22:00: Night',
      'group:default/team-a | Freeze lifted: Night',
    ]);
    expect(office.told[0].description).toContain(
      'It comes back soon after its end, which is not announced each time.',
    );
    office.world.change(
      financeCalendar(
        nightly({
          overrides: [
            { occurrence: '2026-02-06T22:00:00', start: '2026-02-06T20:00:00' },
          ],
        }),
      ),
    );
    office.at('2026-02-06T12:10:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | Freeze moved to Fri 6 Feb 2026, 20:00: Night',
    );
  });

  it('tells whom a change of scope or enforcement concerns', async () => {
    const forTeam = (team: string, change: object = {}) =>
      financeCalendar(
        monthEnd({ scope: { entities: { 'spec.owner': team } }, ...change }),
      );
    const office = await open([], { now: '2026-01-29T12:00:00Z' });
    office.world.change(forTeam('team-a'));
    await expect(office.tell()).resolves.toEqual([
      expect.stringContaining('finance'),
      expect.stringContaining('team-a'),
    ]);
    office.world.change(forTeam('team-b'));
    office.at('2026-01-29T12:10:00Z');
    await expect(office.tell()).resolves.toEqual([
      'group:default/team-a | Freeze called off: Month-end close',
      'group:default/team-b | New freeze Fri 30 Jan 2026, 18:00: Month-end close',
    ]);
    office.world.change(forTeam('team-b', { enforcement: 'approval' }));
    office.at('2026-01-29T12:20:00Z');
    await expect(office.tell()).resolves.toEqual([
      'group:default/finance | Freeze changed: Month-end close',
      'group:default/team-b | Freeze changed: Month-end close',
    ]);
    expect(office.last().description).toContain(
      'Before, it was to block releases. Releases of 1 service of team-b need approval meanwhile.',
    );
    office.world.change(forTeam('team-b', { enforcement: 'warn' }));
    office.at('2026-01-29T12:30:00Z');
    await expect(office.tell()).resolves.toEqual([
      'group:default/finance | Freeze called off: Month-end close',
      'group:default/team-b | Freeze called off: Month-end close',
    ]);
    expect(office.last().description).toMatch(/: it only warns\./);
    await expect(office.tellUntil('2026-02-02T00:00:00Z')).resolves.toEqual([]);
  });

  it('reminds as often as it is told to, and not of what it has just announced', async () => {
    const office = await open([monthEnd()], {
      now: '2026-01-28T12:00:00Z',
      settings: { reminders: [86_400_000, 3_600_000] },
    });
    const said = await office.tellUntil('2026-01-31T08:00:00Z', 1);
    expect(said.filter(text => text.includes('team-a'))).toEqual([
      'group:default/team-a | Freeze begins Fri 30 Jan 2026, 18:00: Month-end close',
      'group:default/team-a | Freeze begins in 24 hours: Month-end close',
      'group:default/team-a | Freeze begins in 1 hour: Month-end close',
      'group:default/team-a | Freeze lifted: Month-end close',
    ]);
  });

  it('keeps quiet of windows that only warn, and of maintenance', async () => {
    const office = await open([
      monthEnd({ enforcement: 'warn' }),
      monthEnd({ id: 'maintenance', effect: 'maintenance' }),
    ]);
    await expect(office.tellUntil('2026-02-02T00:00:00Z')).resolves.toEqual([]);
  });

  it('tells who answers for a window that is for no service, or for services of nobody', async () => {
    const office = await open([], {
      now: '2026-01-29T12:00:00Z',
      entities: [serviceOf(undefined, 'orphan'), serviceOf('?:', 'odd')],
    });
    office.world.change(
      financeCalendar(
        monthEnd({ owner: 'user:default/anna' }),
        monthEnd({
          id: 'nobody',
          title: 'Nobody',
          scope: { tiers: ['tier-1'] },
        }),
      ),
    );
    await expect(office.tell()).resolves.toEqual([
      'group:default/finance | Freeze begins Fri 30 Jan 2026, 18:00: Month-end close',
      'group:default/finance | Freeze begins Fri 30 Jan 2026, 18:00: Nobody',
      'user:default/anna | Freeze begins Fri 30 Jan 2026, 18:00: Month-end close',
    ]);
    const texts = office.told.map(({ description }) => description);
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          'You answer for it; it is for 2 services in all.',
        ),
        expect.stringContaining(
          'You answer for it, and it is for no service at present: check its scope.',
        ),
      ]),
    );
  });

  it('tells a team that answers for a window and is frozen by it once, of both', async () => {
    const office = await open([], {
      now: '2026-01-29T12:00:00Z',
      entities: [
        ...SERVICES,
        serviceOf('finance', 'ledger'),
        financeCalendar(monthEnd()),
      ],
    });
    await expect(office.tell()).resolves.toHaveLength(3);
    expect(
      office.told.find(({ owner }) => owner.endsWith('finance'))?.description,
    ).toContain(
      'It blocks releases of 1 service of finance. You answer for it; it is for 4 services in all.',
    );
  });

  it('says who changed a window of the portal and why, and does not tell that person', async () => {
    const office = await open([], { now: '2026-01-29T12:00:00Z' });
    await office.tell();
    const store = new KnexPortalWindowStore(office.knex);
    const source = new PortalCalendarSource({ store, tierIds: [] });
    const save = async (
      change: 'created' | 'changed' | 'removed',
      revision: number,
      start: string,
    ) => {
      const window: StoredPortalWindow = {
        id: '6f1a2c6e-0f5e-4a45-9d4e-0d4c9a3f7a11',
        calendarRef: 'portalcalendar:default/team-a',
        ownerRef: 'group:default/team-a',
        ownerTitle: 'Team A',
        revision,
        timezone: 'Europe/Zurich',
        window: {
          id: 'launch',
          title: 'Launch',
          reason: 'Nobody may disturb it',
          start,
          duration: 'PT6H',
          scope: { entities: { 'spec.owner': 'team-b' } },
        },
        createdAt: 0,
        createdBy: 'user:default/anna',
        updatedAt: office.world.state.now,
        updatedBy: 'user:default/anna',
        removed: change === 'removed',
      };
      await office.knex.transaction(async tx =>
        store.write(
          tx,
          window,
          {
            ...window,
            change,
            at: window.updatedAt,
            by: 'user:default/anna',
            ...(change !== 'created' && { comment: 'The launch is later' }),
          },
          await store.advance(tx),
        ),
      );
      office.world.hold('portal', await source.load());
    };
    await save('created', 1, '2026-01-30T08:00:00');
    office.at('2026-01-29T12:10:00Z');
    await expect(office.tell()).resolves.toEqual([
      'group:default/team-a | New freeze Fri 30 Jan 2026, 08:00: Launch',
      'group:default/team-b | New freeze Fri 30 Jan 2026, 08:00: Launch',
    ]);
    expect(office.last().description).toContain(
      'Changed by user:default/anna.',
    );
    expect(office.last().excluded).toBe('user:default/anna');
    await save('changed', 2, '2026-01-30T10:00:00');
    office.at('2026-01-29T12:20:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-b | Freeze moved to Fri 30 Jan 2026, 10:00: Launch',
    );
    expect(office.last().description).toContain(
      'Changed by user:default/anna: The launch is later.',
    );
    await save('removed', 3, '2026-01-30T10:00:00');
    office.at('2026-01-29T12:30:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-b | Freeze called off: Launch',
    );
    expect(office.last().description).toContain(
      'Changed by user:default/anna: The launch is later.',
    );
  });

  it('begins quietly on a portal that has been running for long', async () => {
    const office = await open([monthEnd()], { now: '2026-01-30T20:00:00Z' });
    await expect(office.tellUntil('2026-02-02T00:00:00Z')).resolves.toEqual([]);
  });

  it('takes nothing for new while the catalog of a new portal is filling', async () => {
    const office = await open([], {
      now: '2026-01-30T12:00:00Z',
      settleMs: 600_000,
    });
    await expect(office.tell()).resolves.toEqual([]);
    office.world.change(
      financeCalendar(
        monthEnd(),
        monthEnd({ id: 'in-force', start: '2026-01-30T10:00:00' }),
        monthEnd({ id: 'wrong', start: '2026-01-30T22:00:00' }),
      ),
    );
    office.at('2026-01-30T12:01:00Z');
    await expect(office.tell()).resolves.toEqual([]);
    office.world.change(
      financeCalendar(
        monthEnd(),
        monthEnd({ id: 'in-force', start: '2026-01-30T10:00:00' }),
      ),
    );
    office.at('2026-01-30T12:05:00Z');
    await expect(office.tell()).resolves.toEqual([]);
    office.at('2026-01-30T12:10:00Z');
    const begins = 'Freeze begins Fri 30 Jan 2026, 18:00: Month-end close';
    await expect(office.tell()).resolves.toEqual([
      `group:default/finance | ${begins}`,
      `group:default/team-a | ${begins}`,
      `group:default/team-b | ${begins}`,
    ]);
    // From now on what is new is new.
    office.world.change(
      financeCalendar(
        monthEnd(),
        monthEnd({ id: 'in-force', start: '2026-01-30T10:00:00' }),
        monthEnd({ id: 'new', title: 'New', start: '2026-01-30T22:00:00' }),
      ),
    );
    office.at('2026-01-30T12:11:00Z');
    await expect(office.tell()).resolves.toContain(
      'group:default/team-a | New freeze Fri 30 Jan 2026, 22:00: New',
    );
  });

  it('does not flood anybody after a long time without a look', async () => {
    const weekly = monthEnd({ id: 'weekly', rrule: 'FREQ=WEEKLY' });
    const office = await open([weekly], { now: '2026-01-29T12:00:00Z' });
    await expect(office.tell()).resolves.toHaveLength(3);
    // Ten weeks later, an hour after a lift and days before the next.
    office.at('2026-04-11T07:00:00Z');
    await expect(office.tell()).resolves.toEqual([]);
    await expect(
      office.tellUntil('2026-04-18T12:00:00Z'),
    ).resolves.toHaveLength(6);
  });

  it('does not say late what was found in time but could not be sent', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    office.state.fail = () => new Error('Request failed with status 404');
    await expect(office.tellUntil('2026-01-30T18:00:00Z', 2)).resolves.toEqual(
      [],
    );
    // Said in the log now and then, not with every try.
    expect(office.logger.warn.mock.calls.length).toBeLessThan(8);
    expect(office.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Owners cannot be told'),
    );
    office.state.fail = undefined;
    await expect(office.tellUntil('2026-01-31T12:00:00Z')).resolves.toEqual([
      'group:default/finance | Freeze lifted: Month-end close',
      'group:default/team-a | Freeze lifted: Month-end close',
      'group:default/team-b | Freeze lifted: Month-end close',
    ]);
  });

  it('says everything once with several replicas that look and send at the same time', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    const replicas = Array.from({ length: 4 }, office.replica);
    await replicas[0].send();
    await Promise.all(replicas.map(({ look }) => look()));
    await Promise.all(replicas.map(({ send }) => send()));
    await Promise.all(replicas.map(({ send }) => send()));
    expect(office.told).toHaveLength(3);
    office.at('2026-01-31T07:00:00Z');
    await Promise.all(replicas.map(({ look }) => look()));
    await Promise.all(replicas.map(({ send }) => send()));
    expect(office.told).toHaveLength(6);
  });

  it('goes on after a crash between sending and noting, with the same notification', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    const [dying, next] = [office.replica(), office.replica()];
    await dying.send();
    await dying.look();
    // It sends to the first, and never comes to write that down.
    office.state.fail = owner =>
      owner.endsWith('finance') ? undefined : new Error('the process is gone');
    await dying.send();
    await office.knex('freeze_notice_deliveries').delete();
    office.state.fail = undefined;
    office.at('2026-01-29T12:05:00Z');
    await next.send();
    const owners = office.told.map(({ owner }) => owner).sort();
    expect(owners).toEqual([
      'group:default/finance',
      'group:default/finance',
      'group:default/team-a',
      'group:default/team-b',
    ]);
    const [first, second] = office.told.filter(({ owner }) =>
      owner.endsWith('finance'),
    );
    expect(second.payload).toEqual(first.payload);
  });

  it('does not tell the others again because of one who cannot be told', async () => {
    const office = await open([monthEnd()]);
    await office.tell();
    office.state.fail = owner =>
      owner.endsWith('team-a')
        ? new Error(
            'Failed to send notifications: Error: Request failed with status 400',
          )
        : undefined;
    const said = await office.tellUntil('2026-01-31T12:00:00Z', 4);
    expect(said.filter(text => text.includes('team-b'))).toEqual([
      'group:default/team-b | Freeze begins Fri 30 Jan 2026, 18:00: Month-end close',
      'group:default/team-b | Freeze lifted: Month-end close',
    ]);
    expect(office.logger.error).toHaveBeenCalledWith(
      expect.stringMatching(
        /gave up on entry \d+ .*1 of 3 owners could not be told: group:default\/team-a/,
      ),
    );
  });

  it('writes neither news nor what it remembers when one of them fails', async () => {
    const office = await open([monthEnd()], { now: '2026-01-29T12:00:00Z' });
    const write = jest
      .spyOn(office.ledger, 'write')
      .mockImplementationOnce(async work => {
        write.mockRestore();
        return office.ledger.write(async (tx, append) => {
          await work(tx, append);
          throw new Error('the process is gone');
        });
      });
    await expect(office.tell()).rejects.toThrow('the process is gone');
    await expect(office.tell()).resolves.toHaveLength(3);
  });

  it('deals with more windows than one look does', async () => {
    const many = Array.from({ length: 499 }, (_, at) =>
      monthEnd({ id: `window-${at}`, scope: { tiers: ['tier-1'] } }),
    );
    const office = await open(many, { now: '2026-01-28T12:00:00Z' });
    const other = (start: string) => {
      const calendar = financeCalendar(
        ...many.slice(0, 20).map(window => ({ ...window, start })),
      );
      calendar.metadata.name = 'other';
      return calendar;
    };
    office.world.change(other('2026-01-30T18:00:00'));
    office.state.settings.noticeMs = 86_400_000;
    await office.tell();
    office.at('2026-01-29T18:00:00Z');
    const replica = office.replica();
    await replica.look();
    await expect(office.knex('announced_freezes')).resolves.toHaveLength(519);
    office.world.change(other('2026-01-30T19:00:00'), financeCalendar());
    office.at('2026-01-29T18:10:00Z');
    await replica.look();
    await office.ledger.sequence();
    const { checkpoint } = await office.ledger.entries(0, 1);
    expect(checkpoint.treeSize).toBe(2 * 519);
    await expect(office.knex('announced_freezes')).resolves.toHaveLength(20);
  });
});
