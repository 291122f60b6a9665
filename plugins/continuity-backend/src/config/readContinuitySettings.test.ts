import { mockServices } from '@backstage/backend-test-utils';
import { builtinChecks } from '@continuity/engine';
import { readContinuitySettings } from './readContinuitySettings';

function read(continuity?: unknown) {
  const data = JSON.parse(JSON.stringify({ continuity }));
  return readContinuitySettings(mockServices.rootConfig({ data }), {
    checks: builtinChecks,
  });
}

describe('readContinuitySettings', () => {
  it('has a default for everything', () => {
    expect(read()).toMatchObject({
      tiers: { tiers: [{ id: 'tier-1' }, {}, {}, { id: 'tier-4' }] },
      gate: { maxCatalogAge: 'PT10M', reliance: 'PT15M', horizon: 'P400D' },
      environments: [{ name: 'production', role: 'primary' }],
      catalogRefreshMs: 60_000,
      feeds: { allowedHosts: [], refreshMs: 300_000 },
      freezeNotices: {
        enabled: true,
        noticeMs: 172_800_000,
        reminders: [],
        enforcement: ['block', 'approval'],
      },
    });
    expect(read()).not.toHaveProperty('peaks');
  });

  it('takes what is configured', () => {
    expect(
      read({
        tiers: [{ id: 'gold', title: 'Gold', maxRto: 'PT1H' }],
        environments: [{ name: 'live', region: 'eu-west-1' }, { name: 'test' }],
        gate: { maxCatalogAge: 'PT30M' },
        catalog: { refresh: 'PT5M' },
        calendars: {
          peaks: { enforcement: 'approval', tiers: ['gold'] },
          feeds: {
            allowedHosts: ['Calendar.Example.com', 'localhost:8080', '[::1]'],
            refresh: 'PT1H',
          },
          notifications: {
            notice: 'P7D',
            reminders: ['PT1H', 'P1D', 'PT60M'],
            enforcement: ['block'],
          },
        },
      }),
    ).toMatchObject({
      peaks: { enforcement: 'approval', tiers: ['gold'] },
      feeds: {
        allowedHosts: ['calendar.example.com', 'localhost:8080', '[::1]'],
        refreshMs: 3_600_000,
      },
      freezeNotices: {
        noticeMs: 604_800_000,
        reminders: [86_400_000, 3_600_000],
        enforcement: ['block'],
      },
      tiers: { tiers: [{ id: 'gold' }] },
      environments: [{ name: 'live', region: 'eu-west-1' }, { name: 'test' }],
      gate: { maxCatalogAge: 'PT30M' },
      catalogRefreshMs: 300_000,
    });
  });

  it('lists everything that is wrong at once, with path and expectation', () => {
    const wrong = {
      tiers: [{ id: 'gold', title: 'Gold', maxRto: '1 hour' }],
      environments: [{ name: 'production', role: 'main' }],
      gate: {
        maxCatalogAge: 'soon',
        policies: [{ id: 'one', when: { tiers: ['gold'] }, calendars: 'all' }],
      },
      catalog: { refresh: 60 },
    };
    expect(() => read(wrong)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /continuity\.tiers\.0\.maxRto: "1 hour" is not an ISO 8601 duration[^]*continuity\.gate\.maxCatalogAge: "soon"[^]*continuity\.environments\.0\.role: "main"[^]*continuity\.catalog\.refresh: 60 is not an ISO 8601 duration/,
        ),
      }),
    );
    expect(() => read(wrong)).not.toThrow(/when\.tiers/);
  });

  it.each<[unknown, RegExp]>([
    ['yes', /continuity: "yes" is not an object/],
    [{ catalog: 'PT1M' }, /continuity\.catalog: "PT1M" is not an object/],
    [{ catalog: { refresh: 'PT1S' } }, /"PT1S" is shorter than PT5S/],
    [
      { catalog: { refresh: 'PT10M' } },
      /"PT10M" is not shorter than continuity\.gate\.maxCatalogAge, "PT10M"/,
    ],
    [{ environments: [] }, /continuity\.environments/],
    [
      { calendars: { peaks: { enforcement: 'maybe' } } },
      /continuity\.calendars\.peaks\.enforcement: "maybe" is not one of/,
    ],
    [
      { calendars: { peaks: { tiers: ['gold'] } } },
      /continuity\.calendars\.peaks\.tiers\.0: "gold" is not a tier/,
    ],
    [
      { calendars: { feed: {} } },
      /continuity\.calendars\.feed: "feed" is not known here; expected one of peaks, feeds, notifications/,
    ],
    [
      { calendars: { notifications: { notice: 'P31D' } } },
      /continuity\.calendars\.notifications\.notice: "P31D" is not .* from PT1H to P30D/,
    ],
    [
      { calendars: { notifications: { reminders: ['PT1H', 'P2D'] } } },
      /continuity\.calendars\.notifications\.reminders\.1: "P2D" is not shorter than the notice, "P2D"/,
    ],
    [
      { calendars: { notifications: { enforcement: ['all'] } } },
      /continuity\.calendars\.notifications\.enforcement\.0: "all" is not one of block, approval, warn/,
    ],
    ...[
      'https://example.com',
      'example.com/x',
      '*.example.com',
      'a@b.com',
      'a b',
      '',
    ].map((host): [unknown, RegExp] => [
      { calendars: { feeds: { allowedHosts: [host] } } },
      /continuity\.calendars\.feeds\.allowedHosts\.0: .* is not a host with its port/,
    ]),
    [
      { calendars: { feeds: { refresh: 'PT10S' } } },
      /continuity\.calendars\.feeds\.refresh: "PT10S" is not .* from PT1M to P1D/,
    ],
    [
      {
        gate: {
          policies: [{ id: 'a', checks: [{ check: 'no', otherwise: 'deny' }] }],
        },
      },
      /continuity\.gate\.policies\.0\.checks\.0\.check: "no" is not one of/,
    ],
  ])('refuses %j', (continuity, message) => {
    expect(() => read(continuity)).toThrow(message);
  });
});
