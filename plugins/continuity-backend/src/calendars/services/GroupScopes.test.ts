import {
  createWindowIndex,
  type FreezeWindow,
  type ReleaseClass,
  scopeIncludes,
  type WindowScope,
} from '@continuity/engine';
import fc from 'fast-check';
import type { CatalogService } from '../../catalog';
import { alwaysInForce } from '../alwaysInForce';
import { GroupScopes } from './GroupScopes';
import { groupServices } from './groupServices';
import { PositionSet } from './PositionSet';
import { ScopeReach, subjectsOf } from './ScopeReach';
import { ServiceIndex } from './ServiceIndex';

const TIERS = ['tier-1', 'tier-2', 'unclassified'];
const ENVIRONMENTS = ['production', 'staging'];
const REGIONS = ['eu', 'us'];
const SYSTEMS = ['system:default/a', 'system:default/b'];
const FUNCTIONS = ['businessfunction:default/pay'];

const some = <T>(values: T[]) => fc.subarray(values, { minLength: 1 });
const entities = fc.constantFrom<NonNullable<WindowScope['entities']>[]>(
  { 'spec.type': 'service' },
  { $not: { 'metadata.name': { $hasPrefix: 's-1' } } },
);
const dimensions = fc.record(
  {
    tiers: some(TIERS),
    environments: some(ENVIRONMENTS),
    regions: some(REGIONS),
    systems: some(SYSTEMS),
    businessFunctions: some(FUNCTIONS),
    classes: fc.constant<ReleaseClass[]>(['emergency']),
    entities,
  },
  { requiredKeys: [] },
);
const anyScope: fc.Arbitrary<WindowScope> = fc
  .tuple(dimensions, fc.option(dimensions, { nil: undefined }))
  .map(([scope, except]) => ({ ...scope, ...(except && { except }) }));

const anyService = fc.record({
  tier: fc.constantFrom(...TIERS),
  type: fc.constantFrom('service', 'website'),
  systems: fc.subarray(SYSTEMS),
  businessFunctions: fc.subarray(FUNCTIONS),
  environments: fc.uniqueArray(
    fc.record(
      {
        name: fc.constantFrom(...ENVIRONMENTS),
        region: fc.constantFrom(...REGIONS),
      },
      { requiredKeys: ['name'] },
    ),
    { maxLength: 3, selector: one => JSON.stringify(one) },
  ),
});

const numbered = (parts: object, number: number) => ({
  ...parts,
  entityRef: `component:default/s-${number}`,
});

describe('GroupScopes', () => {
  it('says of every subject what asking each scope would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyService, { maxLength: 12 }),
        fc.array(anyScope, { maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        async (declared, scopes, chosen) => {
          const services = declared.map((one, number) => ({
            ...numbered(one, number),
            profile:
              one.tier === 'unclassified' ? {} : { tier: { id: one.tier } },
            entity: {
              kind: 'Component',
              metadata: { name: `s-${number}` },
              spec: { type: one.type },
            },
          })) as unknown as CatalogService[];
          const index = await ServiceIndex.build(
            new Map(services.map(one => [one.entityRef, one])),
          );
          const reach = new ScopeReach(index);
          const { windows } = createWindowIndex([
            {
              ref: 'freezecalendar:default/a',
              title: 'A',
              owner: 'group:default/a',
              origin: { kind: 'catalog' },
              windows: scopes.map(
                (scope, number): FreezeWindow => ({
                  ...alwaysInForce(scope),
                  id: `w-${number}`,
                }),
              ),
            },
          ]);
          const bearing = windows.filter((_, at) => chosen[at]);
          const everybody = PositionSet.where(index.size, () => true);
          const groups = await groupServices(
            index,
            bearing.map(({ window: { scope } }) => ({ scope, reach })),
            everybody,
          );
          const book = new GroupScopes(windows, new Set(bearing));
          for (const group of groups) {
            for (const subject of subjectsOf(group.service)) {
              book.add(subject, group);
              for (const position of group.positions) {
                const { entity } = index.rows[position].service;
                const { systems, businessFunctions } =
                  index.rows[position].service;
                const member = {
                  ...subject,
                  entity,
                  systems,
                  businessFunctions,
                };
                expect([...book.matching(subject)]).toEqual(
                  windows.flatMap((indexed, at) =>
                    chosen[at] && scopeIncludes(indexed.window.scope, member)
                      ? [at]
                      : [],
                  ),
                );
              }
            }
          }
          expect(
            groups.flatMap(({ positions }) => positions).sort((a, b) => a - b),
          ).toEqual([...everybody]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
