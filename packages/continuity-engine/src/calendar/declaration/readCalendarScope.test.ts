import fc from 'fast-check';
import { scopeIncludes } from '../scope/scopeMatches';
import type { WindowScope, WindowSubject } from '../types';
import { parseFreezeCalendar } from './parseFreezeCalendar';
import { readCalendarScope } from './readCalendarScope';

const entityOf = (spec: unknown) => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'a', namespace: 'finance' },
  spec,
});

describe('readCalendarScope', () => {
  it.each<[unknown, WindowScope | undefined]>([
    [{}, {}],
    [{ scope: { tiers: ['tier-1'] } }, { tiers: ['tier-1'] }],
    [
      {
        scope: { systems: ['payments'] },
        timezone: 7,
        windows: ['monthly', 7],
      },
      { systems: ['system:finance/payments'] },
    ],
    [
      { scope: { tiers: ['tier-1'] }, windows: [{ id: 'x' }, { start: 7 }] },
      { tiers: ['tier-1'] },
    ],
    // A window that replaces a part is for others than the calendar says.
    [
      {
        scope: { tiers: ['tier-1'], environments: ['production'] },
        windows: [{ start: 'broken', scope: { tiers: ['tier-2'] } }, {}],
      },
      { tiers: ['tier-1', 'tier-2'], environments: ['production'] },
    ],
    // A part that one of them leaves out excludes nobody.
    [{ windows: [{ scope: { tiers: ['tier-2'] } }] }, {}],
    [
      {
        scope: { entities: { 'spec.type': 'service' } },
        windows: [
          { scope: { entities: { 'spec.type': 'website' } } },
          { scope: { entities: { 'spec.type': 'service' } } },
        ],
      },
      {
        entities: {
          $any: [{ 'spec.type': 'service' }, { 'spec.type': 'website' }],
        },
      },
    ],
    // Only what all of them except is certainly out.
    [
      {
        scope: { except: { tiers: ['tier-3'] } },
        windows: [{ scope: { regions: ['eu-west-1'] } }],
      },
      { except: { tiers: ['tier-3'] } },
    ],
    [
      {
        scope: { except: { tiers: ['tier-3'] } },
        windows: [{ scope: { except: {} } }],
      },
      {},
    ],
    [
      {
        scope: { tiers: ['tier-1'] },
        feed: {
          url: 'nowhere',
          scopes: [{ category: 'x', scope: { tiers: ['tier-2'] } }],
        },
      },
      { tiers: ['tier-1', 'tier-2'] },
    ],
    [{ scope: { tiers: ['tier-1'] }, feed: 'x' }, { tiers: ['tier-1'] }],
    // Not to be read, so for everybody.
    [undefined, undefined],
    ['x', undefined],
    [{ scope: null }, undefined],
    [{ scope: { tier: ['tier-1'] } }, undefined],
    [{ scope: { systems: ['group:x'] } }, undefined],
    [{ scope: { entities: { kind: { $like: 'x' } } } }, undefined],
    [{ scope: { tiers: ['a'] }, windows: [{ scope: 'x' }] }, undefined],
    [{ scope: { tiers: ['a'] }, windows: { x: { scope: {} } } }, undefined],
  ])('of %j is %j', (spec, scope) => {
    expect(readCalendarScope(entityOf(spec))).toEqual(scope);
  });

  it('does not trust a scope with a tier that does not exist', () => {
    const entity = entityOf({ scope: { tiers: ['teir-1'] } });
    expect(readCalendarScope(entity)).toEqual({ tiers: ['teir-1'] });
    expect(readCalendarScope(entity, { tierIds: ['tier-1'] })).toBeUndefined();
  });

  it('leaves out nobody whom one of the windows is for', () => {
    const some = (names: string[]) =>
      fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined });
    const dimensions = fc.record({
      tiers: some(['tier-1', 'tier-2']),
      environments: some(['production', 'staging']),
      regions: some(['eu-west-1', 'us-east-1']),
      entities: fc.constantFrom(undefined, { kind: 'API' }, { kind: 'System' }),
    });
    const scopes = fc
      .tuple(dimensions, fc.option(dimensions, { nil: undefined }))
      .map(([scope, except]) => ({ ...scope, ...(except && { except }) }));
    const subjects = fc.record({
      entity: fc.constantFrom('API', 'System', 'Component').map(kind => ({
        kind,
        metadata: { name: 'x' },
      })),
      tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3'),
      systems: fc.constant([]),
      businessFunctions: fc.constant([]),
      environment: fc.constantFrom('production', 'staging', 'test'),
      regions: fc.subarray(['eu-west-1', 'us-east-1', 'mars']),
      releaseClass: fc.constant<WindowSubject['releaseClass']>('standard'),
    });
    fc.assert(
      fc.property(
        scopes,
        fc.array(scopes, { minLength: 1, maxLength: 4 }),
        subjects,
        (own, windowScopes, subject) => {
          const entity = {
            ...entityOf({
              owner: 'x',
              timezone: 'UTC',
              scope: own,
              windows: windowScopes.map((scope, index) => ({
                id: `w-${index}`,
                title: 'W',
                reason: 'r',
                start: '2026-01-01',
                scope,
              })),
            }),
          };
          const { calendar } = parseFreezeCalendar(entity);
          const cover = readCalendarScope(entity) ?? {};
          const isFor = (calendar?.windows ?? []).some(({ scope }) =>
            scopeIncludes(scope, subject),
          );
          expect(!isFor || scopeIncludes(cover, subject)).toBe(true);
          expect(calendar?.windows).toHaveLength(windowScopes.length);
        },
      ),
    );
  });
});
