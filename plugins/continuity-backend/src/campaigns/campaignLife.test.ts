import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { planned } from '../scorecards/__testUtils__/judgingWorld';
import { content, openCampaigns, owned } from './__testUtils__/campaignWorld';

jest.setTimeout(60_000);

const databases = bothDatabases();
const START = '2027-03-01T08:00:00Z';
/** The end of 31 March in Zurich, in summer time. */
const END = '2027-03-31T22:00:00Z';

const shop = owned('shop', 'team-a');
const cart = owned('cart', 'team-a');
const blog = owned('blog', 'team-b');
const orphan = owned('orphan');

describe.each(databases.eachId())('campaigns on %s', databaseId => {
  let knex: Knex;
  let world: Awaited<ReturnType<typeof openCampaigns>>;

  const open = async (entities = [shop, cart, blog, orphan], now = START) => {
    knex = await databases.migrated(databaseId);
    world = await openCampaigns(knex, { now, entities });
    await world.goOn();
  };

  const services = async (
    which: 'all' | 'open' | 'reached' | 'joined' | 'left' | 'not-known' = 'all',
  ) => {
    const { items } = await world.queries.services(
      await world.known(),
      { visible: 'all', which },
      { limit: 50 },
      world.clock.now,
    );
    return items.map(({ name, standing, missing }) =>
      [name, standing, ...missing].join(' '),
    );
  };

  it('starts at once on its first day, and tells each owner once what is asked', async () => {
    await open();
    await world.plan('cart');
    await world.goOn('2027-03-01T08:01:00Z');
    const made = await world.make();
    expect(made).toMatchObject({ state: 'running', revision: 2 });
    await world.goOn();
    expect(await world.letters()).toEqual([
      'group:default/platform | Campaign: Have a plan',
      'group:default/team-a | Campaign: Have a plan',
      'group:default/team-b | Campaign: Have a plan',
    ]);
    expect(
      Object.fromEntries(
        world.sent.map(({ recipients, payload }) => [
          'entityRef' in recipients && recipients.entityRef,
          [payload.description, payload.link],
        ]),
      ),
    ).toEqual({
      'group:default/team-a': [
        '1 of your 2 services is not there yet. They are asked to stand on "Plan" of Planned by the end of 2027-03-31 (Europe/Zurich). component:default/shop.',
        `/continuity/scorecards/campaigns/${made.id}?owner=group%3Adefault%2Fteam-a&which=open`,
      ],
      'group:default/team-b': [
        '1 of your 1 service is not there yet. They are asked to stand on "Plan" of Planned by the end of 2027-03-31 (Europe/Zurich). component:default/blog.',
        `/continuity/scorecards/campaigns/${made.id}?owner=group%3Adefault%2Fteam-b&which=open`,
      ],
      'group:default/platform': [
        'In all, 1 of 4 services is there; 3 not known; 1 that is not there have no owner who could be told.',
        `/continuity/scorecards/campaigns/${made.id}`,
      ],
    });
    expect(await services()).toEqual([
      'orphan not-known rollback-plan-current',
      'cart reached',
      'shop not-known rollback-plan-current',
      'blog not-known rollback-plan-current',
    ]);
  });

  it('waits for its first day on the clock of its zone, and starts once', async () => {
    await open();
    await world.make({ startsOn: '2027-03-10' });
    expect(await world.known()).toMatchObject({ state: 'planned' });
    await world.goOn('2027-03-09T22:59:59Z');
    expect(await world.known()).toMatchObject({ state: 'planned' });
    await world.goOn('2027-03-09T23:00:00Z');
    expect(await world.known()).toMatchObject({ state: 'running' });
    expect(await world.entries('campaign.started')).toHaveLength(1);
  });

  it('counts unknown, exempt and never judged as not reached', async () => {
    await open();
    await world.plan('shop');
    await world.plan('blog', 'PT10H');
    await knex('scorecard_exemptions').insert({
      id: '0190b6a2-7c1e-7b0a-9f3e-0000000000aa',
      scorecard: 'planned',
      check_id: 'rollback-plan-current',
      entity_ref: 'component:default/blog',
      reason: 'Later',
      until: '2027-12-31',
      requested_by: 'user:default/ben',
      requested_at: world.clock.now,
      decision: 'approve',
      decided_by: 'user:default/anna',
      decided_at: world.clock.now,
      decision_comment: 'Yes',
      waiting: 0,
    });
    await world.goOn('2027-03-01T08:01:00Z');
    await world.make();
    await knex('scorecard_results')
      .where('entity_ref', 'component:default/cart')
      .delete();
    expect(await world.counts()).toEqual({
      services: 4,
      reached: 1,
      exempt: 1,
      notKnown: 2,
      notReached: 0,
    });
    expect(await services('not-known')).toEqual([
      'orphan not-known rollback-plan-current',
      'cart not-known',
    ]);
  });

  it('takes nothing from a result of another version of the scorecard', async () => {
    await open();
    await world.plan('shop');
    await world.goOn('2027-03-01T08:01:00Z');
    await world.make();
    await knex('scorecard_results').update({ layout: 'other' });
    expect(await world.counts()).toMatchObject({ reached: 0, notKnown: 4 });
  });

  it('shows who joined and who left as the catalog changes', async () => {
    await open([shop, cart, blog]);
    await world.make();
    world.projection.become(shop, blog, owned('new', 'team-b'));
    await world.goOn('2027-03-05T12:00:00Z');
    expect(await services('joined')).toEqual([
      'new not-known rollback-plan-current',
    ]);
    expect(await services('left')).toEqual(['cart not-known']);
    expect(
      await world.queries.movements(
        await world.known(),
        'all',
        world.clock.now,
      ),
    ).toEqual({ joined: 1, left: 1, mayDiffer: 0 });
    world.projection.become(shop, cart, blog);
    await world.goOn('2027-03-06T12:00:00Z');
    expect(await services('left')).toEqual(['new not-known']);
  });

  it('shows to each only what they may see', async () => {
    await open();
    await world.make();
    const visible = new Set(['component:default/shop']);
    const groups = await world.queries.groups(await world.known(), visible);
    expect(groups.map(group => group.services)).toEqual([1]);
  });

  it('pages by owner and name, and refuses a cursor that is none', async () => {
    await open();
    await world.make();
    const page = async (cursor?: string) =>
      world.queries.services(
        await world.known(),
        { visible: 'all', which: 'all' },
        { limit: 3, ...(cursor !== undefined && { cursor }) },
        world.clock.now,
      );
    const first = await page();
    const second = await page(first.nextCursor);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'orphan',
      'cart',
      'shop',
      'blog',
    ]);
    expect(second.nextCursor).toBeUndefined();
    await expect(page('e30')).rejects.toThrow(/^cursor: /);
  });

  describe('reminders', () => {
    it('go once to owners of what is not there', async () => {
      await open();
      await world.make();
      await world.letters();
      await world.plan('blog');
      await world.goOn('2027-03-17T07:59:59Z');
      expect(await world.letters()).toEqual([]);
      await world.goOn('2027-03-17T08:00:00Z');
      await world.goOn('2027-03-17T08:00:10Z');
      expect(await world.letters()).toEqual([
        'group:default/platform | 14 days left: Have a plan',
        'group:default/team-a | 14 days left: Have a plan',
      ]);
    });

    it('are sent after a crash to those only who were not told', async () => {
      await open();
      await world.make();
      await world.letters();
      world.unreachable.add('group:default/team-b');
      await world.goOn('2027-03-17T08:00:00Z');
      expect(await world.letters()).toEqual([
        'group:default/platform | 14 days left: Have a plan',
        'group:default/team-a | 14 days left: Have a plan',
      ]);
      world.unreachable.clear();
      world.clock.now += 600_000;
      expect(await world.letters()).toEqual([
        'group:default/team-b | 14 days left: Have a plan',
      ]);
      world.clock.now += 600_000;
      expect(await world.letters()).toEqual([]);
    });

    it('that were missed are made up for by the newest alone', async () => {
      await open();
      await world.make({ reminders: [14, 7, 1] });
      await world.letters();
      await world.goOn('2027-03-30T12:00:00Z');
      expect(await world.letters()).toEqual([
        'group:default/platform | 1 day left: Have a plan',
        'group:default/team-a | 1 day left: Have a plan',
        'group:default/team-b | 1 day left: Have a plan',
      ]);
    });

    it('follow the last day when it is moved, and are not made up for', async () => {
      await open();
      const { id, revision } = await world.make();
      await world.goOn('2027-03-20T12:00:00Z');
      await world.letters();
      const said = content({ endsOn: '2027-04-01' });
      await world.writer.revise(id, said, await world.choose(said), {
        expected: revision,
        comment: 'Easter',
        by: 'user:default/anna',
        at: world.clock.now,
      });
      await world.goOn('2027-03-20T12:01:00Z');
      expect(await world.letters()).toEqual([]);
      await world.goOn('2027-03-31T07:00:00Z');
      expect(await world.letters()).toHaveLength(3);
    });
  });

  describe('at its end', () => {
    it('is reached only when every service is there, and stays so', async () => {
      await open([shop]);
      await world.make();
      await world.plan('shop');
      await world.goOn('2027-03-01T09:00:00Z');
      await world.goOn('2027-03-31T21:59:50Z');
      expect(await world.known()).toMatchObject({ state: 'running' });
      await world.goOn(END);
      const { state, outcome } = await world.known();
      expect(state).toBe('reached');
      expect(outcome?.counts).toMatchObject({ services: 1, reached: 1 });
      expect(outcome?.days).toHaveLength(31);
      expect(outcome?.days[0]).toEqual({
        day: '2027-03-01',
        services: 1,
        reached: 1,
      });
      expect(await world.entries('campaign.ended')).toHaveLength(1);
      // The plan is relied on for 180 days.
      await world.goOn('2027-12-01T00:00:00Z');
      expect(await world.counts()).toMatchObject({ reached: 1, services: 1 });
      expect(await services()).toEqual(['shop reached']);
    });

    it('tells owners what came of it', async () => {
      await open([shop, cart, blog]);
      await world.make({ reminders: [] });
      await world.plan('blog');
      await world.goOn('2027-03-30T12:00:00Z');
      await world.letters();
      await world.goOn(END);
      expect(await world.letters()).toEqual([
        'group:default/platform | Campaign missed: Have a plan',
        'group:default/team-a | Campaign missed: Have a plan',
        'group:default/team-b | Campaign missed: Have a plan',
      ]);
      expect(
        world.sent.slice(-3).map(({ payload }) => payload.description),
      ).toEqual(
        expect.arrayContaining([
          '2 of your 2 services are not on "Plan" at its end, 2027-03-31. component:default/cart, component:default/shop.',
          'Of your 1 service none was left to do at its end, 2027-03-31.',
          'In all, 1 of 3 services is there; 2 not known.',
        ]),
      );
    });

    it('does not count what came after it', async () => {
      await open([shop]);
      await world.make();
      await world.goOn('2027-03-31T21:59:50Z');
      world.clock.now = Date.parse('2027-03-31T22:00:01Z');
      await world.plan('shop');
      await world.goOn('2027-03-31T22:00:02Z');
      expect(await world.known()).toMatchObject({
        state: 'missed',
        outcome: { counts: { services: 1, reached: 0, notKnown: 1 } },
      });
    });

    it('does not lose what was lost after it, however late somebody looks', async () => {
      await open([shop]);
      await world.make({ reminders: [] });
      await world.plan('shop');
      await world.goOn('2027-03-31T21:59:50Z');
      world.clock.now = Date.parse('2027-03-31T22:30:00Z');
      await world.plan('shop', 'PT10H');
      await world.goOn('2027-03-31T22:30:10Z');
      expect(await world.known()).toMatchObject({ state: 'reached' });
      // That it was lost since is another matter.
      expect(await services()).toEqual(['shop reached']);
    });

    it('waits for what was due until then, and does not rely on it', async () => {
      await open([shop]);
      await world.make({ reminders: [] });
      await world.plan('shop');
      await world.goOn('2027-03-31T12:00:00Z');
      // Nobody judges over the end; what is stored says that it is reached.
      await knex('scorecard_services').update({
        due_at: Date.parse('2027-03-31T21:00:00Z'),
      });
      await knex('evidence').delete();
      world.clock.now = Date.parse('2027-03-31T22:00:10Z');
      await world.watch.look();
      expect(await world.known()).toMatchObject({ state: 'running' });
      await world.goOn('2027-03-31T23:00:00Z');
      expect(await world.known()).toMatchObject({
        state: 'missed',
        outcome: { counts: { services: 1, reached: 0, notKnown: 1 } },
      });
    });

    it('does not wait for ever', async () => {
      await open([shop]);
      await world.make({ reminders: [] });
      await world.goOn('2027-03-31T12:00:00Z');
      await knex('scorecard_services').update({
        due_at: Date.parse('2027-03-31T21:00:00Z'),
      });
      world.clock.now = Date.parse('2027-04-01T22:00:00Z');
      await world.watch.look();
      expect(await world.known()).toMatchObject({ state: 'missed' });
    });

    it('is missed when there is nothing left in it', async () => {
      await open([shop]);
      await world.make({ reminders: [] });
      world.projection.become();
      await world.goOn('2027-03-10T12:00:00Z');
      await world.goOn(END);
      expect(await world.known()).toMatchObject({
        state: 'missed',
        outcome: { counts: { services: 0 } },
      });
    });

    it('comes after an hour that is there twice (Santiago)', async () => {
      await open([shop]);
      await world.make({
        endsOn: '2027-04-03',
        timezone: 'America/Santiago',
        reminders: [],
      });
      await world.goOn('2027-04-04T03:30:00Z');
      expect(await world.known()).toMatchObject({ state: 'running' });
      await world.goOn('2027-04-04T04:00:00Z');
      expect(await world.known()).toMatchObject({ state: 'missed' });
    });
  });

  it('tells day by day how many were there, and which were lost again', async () => {
    await open([shop, cart]);
    await world.make({ reminders: [], timezone: 'UTC' });
    await world.goOn('2027-03-02T10:00:00Z');
    await world.plan('shop');
    await world.plan('cart');
    await world.goOn('2027-03-02T10:01:00Z');
    await world.goOn('2027-03-04T10:00:00Z');
    await world.plan('cart', 'PT10H');
    await world.goOn('2027-03-04T10:01:00Z');
    const course = await world.days.of(await world.known(), world.clock.now);
    expect(course.days.map(({ day, reached }) => [day, reached])).toEqual([
      ['2027-03-01', 0],
      ['2027-03-02', 2],
      ['2027-03-03', 2],
      ['2027-03-04', 1],
    ]);
    expect(course.lost.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/cart',
    ]);
  });

  it('keeps how far it was when it was called off, and why', async () => {
    await open([shop, cart]);
    const made = await world.make();
    await world.plan('shop');
    await world.goOn('2027-03-02T10:00:00Z');
    await world.letters();
    const after = await world.writer.cancel(
      made.id,
      await world.days.course(await world.known(), world.clock.now),
      {
        expected: made.revision,
        reason: 'The scorecard is wrong',
        by: 'user:default/anna',
        at: world.clock.now,
      },
    );
    expect(after).toMatchObject({
      state: 'cancelled',
      outcome: { counts: { services: 2, reached: 1 }, days: { length: 2 } },
    });
    expect(await world.letters()).toEqual([
      'group:default/platform | Campaign called off: Have a plan',
      'group:default/team-a | Campaign called off: Have a plan',
    ]);
    await world.plan('cart');
    await world.goOn('2027-04-10T10:00:00Z');
    expect(await world.counts()).toMatchObject({ services: 2, reached: 1 });
    expect(await world.known()).toMatchObject({ state: 'cancelled' });
  });

  it('counts nothing as reached when its level is gone', async () => {
    await open([shop]);
    await world.plan('shop');
    await world.goOn('2027-03-01T08:01:00Z');
    await world.make();
    const later = await openCampaigns(knex, {
      now: '2027-03-02T08:01:00Z',
      entities: [shop],
      scorecards: [
        {
          ...planned,
          levels: planned.levels.filter(({ id }) => id !== 'plan'),
        },
      ],
    });
    await later.goOn();
    expect(await later.counts()).toMatchObject({ reached: 0, notKnown: 1 });
    await later.goOn(END);
    expect(await later.known()).toMatchObject({ state: 'missed' });
  });

  it('lets only one of two who change it at once', async () => {
    await open([shop]);
    const { id, revision } = await world.make();
    const said = content({ title: 'Have a good plan' });
    const chosen = await world.choose(said);
    const outcomes = await Promise.allSettled(
      world.replicas.map(({ writer }) =>
        writer.revise(id, said, chosen, {
          expected: revision,
          comment: 'Better',
          by: 'user:default/anna',
          at: world.clock.now,
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await world.known()).toMatchObject({ revision: revision + 1 });
    expect(await world.entries('campaign.changed')).toHaveLength(1);
  });
});
