import type { Entity } from '@backstage/catalog-model';
import { readICalendar, writeICalendar } from '@continuity/engine';
import {
  component,
  freezeCalendar,
} from '../../catalog/__testUtils__/FakeCatalog';
import { anybody, createWorld } from '../../calendars/__testUtils__/world';
import { closedCalendar } from './closedCalendar';
import { feedContent } from './feedContent';
import { FeedRenderer } from './FeedRenderer';
import { FeedSubjects } from './FeedSubjects';
import type { FeedVersionStore } from './FeedVersionStore';
import type { FeedBinding } from './types';

const TEAM = 'group:default/team-a';
const API = 'component:default/api';
const WEB = 'component:default/web';

const scoped = (name: string, scope: object) => freezeCalendar(name, { scope });

const entities: Entity[] = [
  component('api', { tier: 'tier-1', rto: 'PT1H' }),
  component('web', { tier: 'tier-2', rto: 'PT8H' }),
  {
    ...component('other', { tier: 'tier-3', rto: 'P2D' }),
    spec: {
      type: 'service',
      owner: 'team-b',
      continuity: { tier: 'tier-3', rto: 'P2D' },
    },
  },
  scoped('everybody', {}),
  scoped('strict', { tiers: ['tier-1'] }),
  scoped('middle', { tiers: ['tier-2'] }),
  scoped('lenient', { tiers: ['tier-3'] }),
];

const bindings: Record<string, FeedBinding> = {
  service: { subject: { kind: 'entity', ref: API } },
  team: { subject: { kind: 'team', ref: TEAM } },
  bound: { subject: { kind: 'team', ref: TEAM }, visible: [WEB] },
  calendar: {
    subject: { kind: 'calendar', ref: 'freezecalendar:default/lenient' },
  },
};

async function contentOf(
  world: ReturnType<typeof createWorld>,
  binding: FeedBinding,
  outdated = false,
) {
  const snapshot = await world.projection.current();
  if (!snapshot) throw new Error('no snapshot');
  const counted = await world.services.of(snapshot);
  return feedContent(binding, 'Title', snapshot, counted, outdated);
}

describe('what a feed says', () => {
  it.each([
    ['service', ['everybody', 'strict']],
    ['team', ['everybody', 'middle', 'strict']],
    ['bound', ['everybody', 'middle']],
    ['calendar', ['lenient']],
  ])('for a %s', async (kind, names) => {
    const { calendars } = await contentOf(
      createWorld(entities),
      bindings[kind],
    );
    expect(calendars.map(({ ref }) => ref)).toEqual(
      names.map(name => `freezecalendar:default/${name}`),
    );
  });

  it('says that services are left out, and how to have them counted', async () => {
    const world = createWorld(entities);
    const { description } = await contentOf(world, bindings.bound);
    expect(description).toContain('in the portal: 1 of the team.');
    expect((await contentOf(world, bindings.team)).description).not.toContain(
      'could see',
    );
  });

  it('says when the catalog was last read, once that is too long ago', async () => {
    const world = createWorld(entities);
    const { description } = await contentOf(world, bindings.team, true);
    expect(description).toContain(
      'The catalog was last read at 2026-01-15T12:00:00.000Z',
    );
  });

  it('shows last good windows, and says that they are', async () => {
    const world = createWorld(entities);
    world.hold('elsewhere', {
      calendars: [
        {
          ref: 'freezecalendar:default/fed',
          title: 'Fed',
          owner: TEAM,
          origin: { kind: 'portal' },
          windows: [],
        },
      ],
      unreadable: [
        {
          ref: 'freezecalendar:default/fed',
          problem: 'The feed answers 500.',
          lastGoodAt: Date.UTC(2026, 0, 10),
        },
      ],
    });
    const { description, closed } = await contentOf(world, bindings.team);
    expect(description).toContain(
      'Degraded: Fed (freezecalendar:default/fed) cannot be read in its newest version; its windows of 2026-01-10T00:00:00.000Z stay in force. The feed answers 500.',
    );
    expect(closed).toEqual([]);
  });

  it.each([
    ['without a scope', undefined, true],
    ['that is for it', { tiers: ['tier-1'] }, true],
    ['that is for others', { tiers: ['tier-3'] }, false],
  ])(
    'closes by what was never good %s, if it may be for the service',
    async (_what, scope, closes) => {
      const world = createWorld(entities);
      world.hold('elsewhere', {
        calendars: [],
        unreadable: [
          {
            ref: 'freezecalendar:default/bad',
            problem: 'No such rule.',
            ...(scope && { scope }),
          },
        ],
      });
      const { closed, description } = await contentOf(world, bindings.service);
      expect(closed).toHaveLength(closes ? 1 : 0);
      expect(description.includes('Closed: ')).toBe(closes);
    },
  );
});

describe('a calendar that was never good', () => {
  it('is a freeze of every day, also for programs that follow the feed', () => {
    const calendar = closedCalendar(
      {
        ref: 'freezecalendar:default/bad',
        title: 'Bad',
        origin: { kind: 'catalog' },
        problem: 'No such rule.',
        scope: { tiers: ['tier-1'] },
      },
      Date.UTC(2026, 0, 15, 23, 59),
    );
    const text = writeICalendar([calendar], {
      name: 'Bad',
      now: Date.UTC(2026, 0, 15),
    });
    const reading = readICalendar(text, {
      timezone: 'UTC',
      owner: TEAM,
      reason: 'None',
      continuityProperties: true,
    });
    expect(reading).toMatchObject({
      ok: true,
      windows: [
        {
          id: 'cannot-be-read',
          title: 'Closed: calendar "Bad" cannot be read',
          reason: expect.stringContaining(
            'No such rule. Its owner has to mend',
          ),
          start: '2026-01-15',
          rrule: 'FREQ=DAILY',
          rollbacksExempt: false,
          scope: { tiers: ['tier-1'] },
        },
      ],
    });
  });
});

describe('a feed that many fetch', () => {
  function rendererOf(world: ReturnType<typeof createWorld>) {
    const versionOf = jest.fn<
      ReturnType<FeedVersionStore['versionOf']>,
      Parameters<FeedVersionStore['versionOf']>
    >(async () => ({ sequence: 7, changedAt: world.now() }));
    const versions = { versionOf };
    const renderer = new FeedRenderer({ ...world, versions });
    const render = async (binding: FeedBinding, title = 'Team A') => {
      const snapshot = await world.projection.current();
      if (!snapshot) throw new Error('no snapshot');
      return renderer.render(
        { ...binding, feedKey: JSON.stringify(binding) },
        title,
        snapshot,
        false,
      );
    };
    return { versions, render };
  }

  it('is written once until something changes', async () => {
    const world = createWorld(entities);
    const { render, versions } = rendererOf(world);
    const all = await Promise.all(
      Array.from({ length: 100 }, () => render(bindings.team)),
    );
    expect(new Set(all.map(({ etag }) => etag)).size).toBe(1);
    expect(versions.versionOf).toHaveBeenCalledTimes(1);
    // Another reading that finds the same is no change.
    world.state.now += 60_000;
    await render(bindings.team);
    expect(versions.versionOf).toHaveBeenCalledTimes(1);
    await render(bindings.bound);
    expect(versions.versionOf).toHaveBeenCalledTimes(2);

    world.change(scoped('strict', { tiers: ['tier-3'] }));
    const { text } = await render(bindings.team);
    expect(versions.versionOf).toHaveBeenCalledTimes(3);
    expect(text).not.toContain('freezecalendar:default/strict');
    expect(text).toContain('\r\nSEQUENCE:7\r\n');
  });

  it('is tried again when it could not be written', async () => {
    const world = createWorld(entities);
    const { render, versions } = rendererOf(world);
    versions.versionOf.mockRejectedValueOnce(new Error('no database'));
    await expect(render(bindings.team)).rejects.toThrow('no database');
    expect((await render(bindings.team)).text).toContain('BEGIN:VEVENT');
  });

  it('has another name when its subject has', async () => {
    const { render } = rendererOf(createWorld(entities));
    const [one, two] = await Promise.all([
      render(bindings.team),
      render(bindings.team, 'Team A, renamed'),
    ]);
    expect(two.etag).not.toBe(one.etag);
    expect(two.text).toContain(
      '\r\nX-WR-CALNAME:Release windows: Team A\\, renamed\r\n',
    );
  });
});

describe('what a maker may see', () => {
  async function bind(
    binding: FeedBinding,
    visible: 'all' | ReadonlySet<string>,
  ) {
    const world = createWorld(entities, { visible });
    const snapshot = await world.projection.current();
    if (!snapshot) throw new Error('no snapshot');
    return new FeedSubjects({
      ...world,
      access: {
        ...world.access,
        assertVisible: async ref =>
          ref === TEAM
            ? { apiVersion: 'v1', kind: 'Group', metadata: { name: 'team-a' } }
            : world.access.assertVisible(ref),
      },
      presence: { of: async () => undefined },
    }).bind(binding.subject, snapshot, anybody);
  }

  it('bounds the services of a team', async () => {
    expect(await bind(bindings.team, 'all')).toEqual(bindings.team);
    expect(
      await bind(bindings.team, new Set([WEB, 'component:default/other'])),
    ).toEqual(bindings.bound);
    expect(await bind(bindings.team, new Set())).toEqual({
      ...bindings.team,
      visible: [],
    });
  });

  it.each(['service', 'calendar'])('does not show a %s', async kind => {
    await expect(bind(bindings[kind], new Set([WEB]))).rejects.toThrow(
      /^subject\.ref: /,
    );
  });
});
